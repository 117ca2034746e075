// Carries out an act of the year as its person would: one command of the API, in their session, signed in again just before.
import type pg from 'pg'
import { v7 } from 'uuid'
import { asId, type InvitationId } from '../../src/domain/ids.ts'
import { app } from '../../src/server/app.ts'
import { run } from '../../src/server/command.ts'
import type { House } from '../../src/server/house.ts'
import { requestToken } from '../../src/server/partnerships/invitation-store.ts'
import { hashToken } from '../../src/server/platform/secrets.ts'
import type { Act, End, Terms } from './life.ts'
import { customerOf, known, partnerOf, type Someone, type World } from './world.ts'

/** What became of a life in the database. */
export type Known = { managedCustomer?: string; partnership?: string }

export async function perform(house: House, owner: pg.Pool, world: World, act: Act, known_: Known): Promise<void> {
  const asPartner = act.kind === 'request' || act.kind === 'propose'
  const partner = partnerOf(world, act.life)
  const customer = customerOf(world, act.life)
  const person = asPartner ? partner.representative : known(customer.representatives[0])
  await signInAgain(owner, person)
  const send = (method: string, path: string, params: Readonly<Record<string, string>>, body: unknown) =>
    call(house, { method, path, params, body, person })
  if (act.kind === 'request') {
    const sent = await send('POST', '/o/{organisation}/requests', { organisation: partner.id }, requestOf(act, customer.number))
    known_.managedCustomer = String(sent['managedCustomerId'])
    return
  }
  if (act.kind === 'propose') {
    const path = '/o/{organisation}/customers/{managedCustomer}/propose-extension'
    const params = { organisation: partner.id, managedCustomer: known(known_.managedCustomer) }
    await send('POST', path, params, { end: act.end, validityDays: 30 })
    return
  }
  if (act.kind === 'answer') {
    const token = requestToken(house.secrets, { id: asId<InvitationId>(known(known_.managedCustomer)), tokenGeneration: 1 })
    const body = await answerOf(owner, act, customer.id, known(known_.managedCustomer))
    known_.partnership = String((await send('POST', '/requests/{token}/answer', { token }, body))['partnershipId'])
    return
  }
  const of = { organisation: customer.id, partnership: known(known_.partnership) }
  const path = '/o/{organisation}/partnerships/{partnership}'
  const version = await versionOf(owner, of.partnership)
  if (act.kind === 'narrow') await send('POST', `${path}/narrow`, of, { version, keep: act.keep.map(everywhere), end: act.end })
  if (act.kind === 'review') await send('POST', `${path}/review`, of, { version, drop: act.drop })
  if (act.kind === 'renew') {
    const proposalId = await openProposal(owner, of.partnership)
    await send('POST', `${path}/renew`, of, { version, end: act.end, drop: act.drop, proposalId })
  }
  if (act.kind === 'stop' || act.kind === 'resume') await send('POST', `${path}/${act.kind}`, of, {})
  if (act.kind === 'end') await send('POST', `${path}/end`, of, { reason: null })
}

type Call = {
  readonly method: string
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly body: unknown
  readonly person: Someone
}

async function call(house: House, { method, path, params, body, person }: Call): Promise<Record<string, unknown>> {
  const endpoint = known(app.find((row) => row.method === method && row.path === path))
  const asked = { params, query: undefined, body, token: person.token, actingToken: undefined, idempotencyKey: v7() }
  const answered = await run(house, endpoint, { ...asked, url: `${path} ${JSON.stringify(params)}`, client: 'year', address: '127.0.0.1' })
  return answered.body as Record<string, unknown>
}

async function signInAgain(owner: pg.Pool, { token }: Someone): Promise<void> {
  await owner.query('update session set seen_at = clock.at, authenticated_at = clock.at from simulated.clock where token_hash = $1', [
    hashToken(token),
  ])
}

async function answerOf(owner: pg.Pool, { rights, terms }: Extract<Act, { kind: 'answer' }>, organisationId: string, invitation: string) {
  const { rows } = await owner.query<{ id: string }>("select id from proposal where invitation_id = $1 and state = 'open'", [invitation])
  const given = { decision: 'grant', rights: rights.map(everywhere), notGranted: [], terms: termsOf(terms) }
  return { organisationId, proposalId: known(rows[0]).id, ...given }
}

async function versionOf(owner: pg.Pool, partnership: string): Promise<number> {
  const { rows } = await owner.query<{ version: number }>('select grant_version as version from partnership where id = $1', [partnership])
  return known(rows[0]).version
}

async function openProposal(owner: pg.Pool, partnership: string): Promise<string | null> {
  const { rows } = await owner.query<{ id: string }>(
    "select id from proposal where partnership_id = $1 and state = 'open' and expires_at > (select at from simulated.clock)",
    [partnership],
  )
  return rows[0]?.id ?? null
}

function requestOf({ rights, terms }: Extract<Act, { kind: 'request' }>, customerNumber: string) {
  const asked = rights.map((right) => ({ right, scope: { kind: 'customer_chooses' }, required: false, reason: null }))
  return { who: { customerNumber, language: 'de' }, what: { rights: asked }, terms: termsOf(terms) }
}

const termsOf = ({ startsOn, end }: Terms): { startsOn: string | null; end: End } & Record<string, unknown> => ({
  ...{ startsOn, end, payer: 'customer', paymentMethodId: null, spendingLimit: null },
})
const everywhere = (right: string) => ({ right, scopes: [{ kind: 'all', future: true }] })
