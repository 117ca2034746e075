// A token with which a console acts for a person (RFC 8693): on behalf of a customer within a visit, or in the person's own organisation. It
// never outlives what it rests on. The first one of a console in a visit is on the journal: the customer reads what was opened.
import type { PersonId } from '../../domain/ids.ts'
import { type Instant, instant, later } from '../../domain/time.ts'
import type { Console } from '../authorization/console-of-token.ts'
import type { House } from '../house.ts'
import { toEntry } from '../journal/record.ts'
import { sealing } from '../journal/seal.ts'
import { type Closing, type Transaction, transact } from '../platform/transact.ts'
import { newId } from '../work.ts'
import { hasTokens, insertToken, openingOf, seeVisitNow } from './acting-store.ts'
import { type Acting, type Entry, enterPlace } from './enter-place.ts'

export type Issued =
  | { readonly kind: 'issued'; readonly claims: Readonly<Record<string, unknown>>; readonly expiresInSeconds: number }
  /** `missing`: the first thing that is missing, as a decision names it. */
  | { readonly kind: 'refused'; readonly missing: string }
type Entered = Entry & { readonly kind: 'entered' }

const longestMs = 5 * 60_000

export function issueToken(house: House, console: Console, acting: Acting): Promise<Issued> {
  return inContextOf<Issued>(house, acting.personId, async (tx) => {
    const { now, position } = await openingOf(tx)
    const entry = await enterPlace(tx, acting, now, { hold: true })
    if (entry.kind === 'refused') return { result: entry, closing: undefined }
    // Whole seconds, as in the token.
    const expiresAt = instant(Math.floor(Math.min(later(now, longestMs), entry.validUntil ?? Infinity) / 1000) * 1000)
    if (expiresAt <= now) return { result: { kind: 'refused', missing: 'time' }, closing: undefined }
    const closing = await opened(tx, { console, acting, entry, position })
    const jti = await keepToken(tx, { console, acting, entry }, { issuedAt: now, expiresAt })
    const claims = {
      iss: house.publicUrl,
      aud: console.resource,
      client_id: console.clientId,
      jti,
      iat: Math.floor(now / 1000),
      exp: expiresAt / 1000,
      ...entry.claims,
    }
    return { result: { kind: 'issued', claims, expiresInSeconds: Math.floor((expiresAt - now) / 1000) }, closing }
  })
}

/** Does what the token rests on still stand, at this moment? */
export function stillStands(house: House, acting: Acting): Promise<boolean> {
  return inContextOf(house, acting.personId, async (tx) => {
    const entry = await enterPlace(tx, acting, (await openingOf(tx)).now, { hold: false })
    return { result: entry.kind === 'entered', closing: undefined }
  })
}

type Issuing = { readonly console: Console; readonly acting: Acting; readonly entry: Entered }

async function keepToken(
  tx: Transaction,
  { console, acting: { personId, sessionId }, entry }: Issuing,
  times: { readonly issuedAt: Instant; readonly expiresAt: Instant },
): Promise<string> {
  const jti = newId<string>()
  const { organisationId, acting } = entry
  const visitId = acting?.visitId ?? null
  const visit = { partnershipId: acting?.partnershipId ?? null, visitId }
  await insertToken(tx, { jti, consoleId: console.id, personId, sessionId, organisationId, ...visit }, times)
  if (visitId) await seeVisitNow(tx, visitId, times.issuedAt)
  return jti
}

/** Once for each visit and console; the visit is held, so that of two at once one is the first. */
async function opened(tx: Transaction, { console, acting, entry, position }: Issuing & { readonly position: number }): Promise<Closing> {
  const context = entry.acting
  if (!context?.visitId || (await hasTokens(tx, context.visitId, console.id))) return undefined
  const { personId, sessionId } = acting
  const event = {
    kind: 'visit.console_opened',
    readers: [],
    data: { personId, consoleId: console.id },
    detail: { name: console.name },
  } as const
  const keys = [personId, sessionId, context.partnershipId, context.visitId]
  return sealing([toEntry(event, { person: { id: personId, sessionId }, context })], { keys, position })
}

function inContextOf<T>(
  house: House,
  personId: PersonId,
  work: (tx: Transaction) => Promise<{ readonly result: T; readonly closing: Closing }>,
): Promise<T> {
  return transact(house.pools.app, { 'app.organisation': '', 'app.person': personId, 'app.partnership': '' }, work)
}
