// The spine of every request: sign in → parse → authorise → ONE transaction { ask the domain, write, record } → answer.
import { sql } from 'kysely'
import type pg from 'pg'
import type { DomainEvent } from '../domain/event.ts'
import { Refusal } from '../domain/refusal.ts'
import { freshForMs } from '../domain/session.ts'
import type { Asked } from './asked.ts'
import { takeBack } from './attempt-part.ts'
import { type Asking, authoriseActing, authoriseMember, decidedKeys } from './authorization/authorise.ts'
import { authoriseOperator } from './authorization/authorise-operator.ts'
import { deniedFromMemory } from './authorization/denied-from-memory.ts'
import { claimKey, keepAnswer } from './authorization/idempotency.ts'
import type { Opening } from './authorization/opening.ts'
import { type Access, type Endpoint, RefusedAnswer } from './endpoint.ts'
import type { House } from './house.ts'
import { toEntry } from './journal/record.ts'
import { sealing } from './journal/seal.ts'
import { limitOn } from './limit.ts'
import { closeWaysIn } from './partnerships/close-ways-in.ts'
import { type Settings, type Transaction, transact } from './platform/transact.ts'
import { invalidInput } from './problem.ts'
import { reactLater } from './react.ts'
import { noteUse, recordRead, recordRefused } from './record-visit-use.ts'
import { refuseUnstorable } from './refuse-unstorable.ts'
import { whoAsks } from './who-asks.ts'
import type { Context, SignedIn, Work } from './work.ts'

export type Answered = {
  readonly body: unknown
  readonly replayed: boolean
  /** Where the journal stood when the transaction opened. */
  readonly position: number
  readonly context: Context
  readonly person: SignedIn | undefined
}

const noContext: Context = { kind: 'none' }

export async function run(house: House, endpoint: Endpoint, asked: Asked): Promise<Answered> {
  try {
    const answered = await carryOut(house, endpoint, asked)
    await recordRead(house, endpoint, answered)
    noteUse(house, endpoint, answered)
    return answered
  } catch (failure) {
    await recordRefused(house, failure)
    throw failure
  }
}

async function carryOut(house: House, endpoint: Endpoint, asked: Asked): Promise<Answered> {
  const params = parseParams(endpoint, asked)
  const open = await whoAsks(house, endpoint, asked)
  const answered = await transact<Answered>(poolFor(house, endpoint.access), settingsOf(asked), async (tx) => {
    const opening = await open(tx)
    const context = await authorise(tx, endpoint.access, opening, asked, house)
    const input = { params, query: parsePart(endpoint, asked, 'query'), body: parsePart(endpoint, asked, 'body') }
    const work = workOf(house, tx, opening, context, asked)
    const stored = await claimKey(work, endpoint, asked)
    if (stored !== undefined)
      return { result: { body: stored, replayed: true, position: opening.position, context, person: opening.person }, closing: undefined }
    const ask = () => endpoint.run(work, input)
    const body = await (endpoint.contract.changesNothing ? takeBack(work, ask) : ask())
    await closeWaysIn(work)
    await keepAnswer(work, endpoint, asked, body)
    await reactLater(work)
    const keys = opening.person ? [...decidedKeys(opening.person, context), ...work.decidedOn] : [...work.decidedOn]
    const closing = sealing(
      work.events.map((event) => toEntry(event, work)),
      { keys, position: opening.position },
    )
    return { result: { body, replayed: false, position: opening.position, context, person: opening.person }, closing }
  })
  if (answered.body instanceof RefusedAnswer) throw new Refusal(answered.body.code)
  return answered
}

/** Would this request still be let in? For what stays open: live pages and files. A no comes from memory, a yes is asked for in full. */
export async function recheck(house: House, endpoint: Endpoint, asked: Asked, before: Answered): Promise<Refusal | undefined> {
  const { context, person } = before
  const denied = context.kind === 'acting' && person ? await deniedFromMemory(house.decisions, person, context) : undefined
  if (denied) return denied
  try {
    const open = await whoAsks(house, endpoint, asked)
    return await transact(poolFor(house, endpoint.access), settingsOf(asked), async (tx) => {
      await authorise(tx, endpoint.access, await open(tx), { ...asked, isRecheck: true }, house)
      return { result: undefined, closing: undefined }
    })
  } catch (failure) {
    if (failure instanceof Refusal) return failure
    throw failure
  }
}

/** The role of the database under which a kind of endpoint works. */
function poolFor({ pools }: House, { kind }: Access): pg.Pool {
  if (kind === 'sign-in') return pools.signIn
  if (kind === 'operator') return pools.operator
  return kind === 'provider' ? pools.system : pools.app
}

/** What names nothing is not found, whoever asks. */
function parseParams({ contract }: Endpoint, { params }: Asked): unknown {
  for (const id of ['organisation', 'partnership', 'product']) requireUuid(params[id])
  const parsed = contract.params?.safeParse(params)
  if (parsed && !parsed.success) throw new Refusal('not_found')
  return parsed?.data
}

/** After authorisation: what is wrong with their input is told only to whoever may give it. */
function parsePart({ contract }: Endpoint, asked: Asked, part: 'query' | 'body'): unknown {
  const parsed = contract[part]?.safeParse(asked[part] ?? (part === 'query' ? {} : undefined))
  if (parsed && !parsed.success) throw invalidInput(part, parsed.error)
  refuseUnstorable(part, parsed?.data)
  return parsed?.data
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
function requireUuid(text: string | undefined): void {
  if (text !== undefined && !uuid.test(text)) throw new Refusal('not_found')
}

const settingsOf = (asked: Asked): Settings => ({
  'app.organisation': '',
  'app.person': '',
  'app.client': (asked.client ?? '').slice(0, 200),
})

async function authorise(
  tx: Transaction,
  access: Access,
  opening: Opening,
  asked: Asked & { readonly isRecheck?: boolean },
  house: House,
): Promise<Context> {
  if (access.kind === 'open' || (access.kind === 'sign-in' && !access.signedIn)) return noContext
  if (access.kind === 'provider') {
    await house.authoriseProvider(tx, asked.token)
    return noContext
  }
  const { person } = opening
  if (!person) throw new Refusal('not_signed_in')
  const { params: path, isRecheck = false } = asked
  const asking = { tx, person, sessionExpiresAt: opening.sessionExpiresAt, now: opening.now, path, isRecheck }
  const context = await contextFor(asking, access)
  if (access.fresh && opening.now - person.authenticatedAt > freshForMs) throw new Refusal('fresh_authentication_needed')
  return context
}

async function contextFor(asking: Asking, access: Access): Promise<Context> {
  if (access.kind === 'member') return authoriseMember(asking, access)
  if (access.kind === 'acting') return authoriseActing(asking, access)
  return access.kind === 'operator' ? authoriseOperator(asking) : noContext
}

function workOf(house: House, tx: Transaction, opening: Opening, context: Context, asked: Asked): Work {
  const events: DomainEvent[] = []
  return {
    tx,
    // Endpoints that need nobody are typed to expect nobody (OpenWork); for all others authorise() has made sure.
    person: opening.person as SignedIn,
    context,
    now: opening.now,
    secrets: house.secrets,
    publicUrl: house.publicUrl,
    providerNames: house.config.providerNames,
    graceDays: house.config.graceDays,
    client: { address: asked.address, agent: asked.client },
    limit: limitOn(house.pools.system),
    events,
    receipts: [],
    decidedOn: new Set(),
  }
}

/** Reads on after the command, under the same context: downloads. */
export function transactAgain<T>(
  pool: pg.Pool,
  context: Context,
  person: SignedIn | undefined,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const organisation = 'organisationId' in context ? context.organisationId : ''
  const partnership = context.kind === 'acting' ? context.partnershipId : ''
  const settings = { 'app.organisation': organisation, 'app.person': person?.id ?? '', 'app.partnership': partnership }
  return transact(pool, settings, async (tx) => {
    if (context.kind === 'acting') await sql`set local role prokura_acting`.execute(tx)
    return { result: await work(tx), closing: undefined }
  })
}
