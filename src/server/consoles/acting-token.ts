// A token with which a console acts for a person (RFC 8693): on behalf of a customer within a visit, or in the person's own organisation. It is
// decided like entering the Manager, with the facts of that moment, and never outlives what it rests on.
import { decide } from '../../domain/authorization/decide.ts'
import type { Decision } from '../../domain/authorization/decision.ts'
import type { ActingFacts } from '../../domain/authorization/facts.ts'
import type { OrganisationId, PersonId, SessionId, VisitId } from '../../domain/ids.ts'
import type { Session } from '../../domain/session.ts'
import { type Instant, instant, later } from '../../domain/time.ts'
import { isVisitOver, seeVisit } from '../../domain/visit.ts'
import type { Console } from '../authorization/console-of-token.ts'
import { findMembership, loadActingFacts } from '../authorization/load-facts.ts'
import type { House } from '../house.ts'
import { type Transaction, transact } from '../platform/transact.ts'
import { newId } from '../work.ts'
import {
  clockOf,
  enterOrganisation,
  enterPartiesOf,
  findOpenSession,
  holdVisit,
  insertToken,
  type Parties,
  seeVisitNow,
} from './acting-store.ts'

export type Place = { readonly visitId: VisitId } | { readonly organisationId: OrganisationId }
export type Acting = { readonly personId: PersonId; readonly sessionId: SessionId; readonly place: Place }

export type Issued =
  | { readonly kind: 'issued'; readonly claims: Readonly<Record<string, unknown>>; readonly expiresInSeconds: number }
  /** `missing`: the first thing that is missing, as a decision names it. */
  | { readonly kind: 'refused'; readonly missing: string }

const longestMs = 5 * 60_000

export function issueToken(house: House, console: Console, acting: Acting): Promise<Issued> {
  return inContextOf(house, acting.personId, async (tx) => {
    const now = await clockOf(tx)
    const entry = 'visitId' in acting.place ? await decideVisit(tx, acting, now, { hold: true }) : await decideOwn(tx, acting, now)
    if (entry.kind === 'refused') return entry
    // Whole seconds, as in the token.
    const expiresAt = instant(Math.floor(Math.min(later(now, longestMs), entry.validUntil ?? Infinity) / 1000) * 1000)
    if (expiresAt <= now) return { kind: 'refused', missing: 'time' }
    const jti = newId<string>()
    const { personId, sessionId } = acting
    const visit = { partnershipId: entry.parties?.partnershipId ?? null, visitId: entry.visitId }
    const row = { jti, consoleId: console.id, personId, sessionId, organisationId: entry.organisationId, ...visit }
    await insertToken(tx, row, now, expiresAt)
    if (entry.visitId) await seeVisitNow(tx, entry.visitId, now)
    const claims = {
      iss: house.publicUrl,
      aud: console.resource,
      client_id: console.clientId,
      jti,
      iat: Math.floor(now / 1000),
      exp: expiresAt / 1000,
      ...entry.claims,
    }
    return { kind: 'issued', claims, expiresInSeconds: Math.floor((expiresAt - now) / 1000) }
  })
}

/** Does what the token rests on still stand, at this moment? */
export function stillStands(house: House, acting: Acting): Promise<boolean> {
  return inContextOf(house, acting.personId, async (tx) => {
    const now = await clockOf(tx)
    const entry = 'visitId' in acting.place ? await decideVisit(tx, acting, now, { hold: false }) : await decideOwn(tx, acting, now)
    return entry.kind === 'entered'
  })
}

type Entry =
  | {
      readonly kind: 'entered'
      readonly organisationId: OrganisationId
      readonly parties: Parties | null
      readonly visitId: VisitId | null
      readonly claims: Readonly<Record<string, unknown>>
      readonly validUntil: Instant | null
    }
  | { readonly kind: 'refused'; readonly missing: string }

async function decideVisit(tx: Transaction, acting: Acting, now: Instant, { hold }: { hold: boolean }): Promise<Entry> {
  const { personId, sessionId, place } = acting
  if (!('visitId' in place)) throw new Error('this place is no visit')
  const { visitId } = place
  const parties = await enterPartiesOf(tx, visitId, sessionId)
  if (!parties) return { kind: 'refused', missing: 'visit' }
  if (hold) await holdVisit(tx, parties, visitId)
  const facts = await loadActingFacts(tx, parties, { partnershipId: parties.partnershipId, personId, visitId })
  const session = await findOpenSession(tx, sessionId, now)
  const entering = { personId, parties, visitId }
  const decision = decideEntry(entering, session, facts, now)
  if (!decision.allowed) return { kind: 'refused', missing: decision.because.code }
  if (decision.because.kind !== 'grant') throw new Error('a visit rests on a grant')
  const { customerId, partnerId, partnershipId, grantVersion } = decision.because
  return {
    kind: 'entered',
    organisationId: customerId,
    parties,
    visitId,
    claims: {
      sub: customerId,
      act: { sub: personId },
      partner: partnerId,
      partnership: partnershipId,
      grant_version: grantVersion,
      visit: visitId,
    },
    validUntil: validOnceSeen(decideEntry(entering, session, seen(facts, now), now)),
  }
}

type Entering = { readonly personId: PersonId; readonly parties: Parties; readonly visitId: VisitId }

function decideEntry(
  { personId, parties, visitId }: Entering,
  session: Session | null,
  acting: ActingFacts | null,
  now: Instant,
): Decision {
  const visit = { partnershipId: parties.partnershipId, visitId }
  return decide(
    { personId, organisationId: parties.customerId, action: 'enter', visit },
    { session, membership: null, acting, product: null },
    now,
  )
}

/** Asking for a token is something that happens in the visit: it goes on from here. */
function seen(facts: ActingFacts | null, now: Instant): ActingFacts | null {
  return facts?.visit && !isVisitOver(facts.visit, now) ? { ...facts, visit: seeVisit(facts.visit, now) } : facts
}

const validOnceSeen = (decision: Decision): Instant | null => (decision.allowed ? decision.validUntil : null)

async function decideOwn(tx: Transaction, { personId, sessionId, place }: Acting, now: Instant): Promise<Entry> {
  if (!('organisationId' in place)) throw new Error('this place is no organisation')
  const { organisationId } = place
  const membership = await findMembership(tx, organisationId, personId)
  const session = await findOpenSession(tx, sessionId, now)
  const decision = decide({ personId, organisationId, action: 'enter' }, { session, membership, acting: null, product: null }, now)
  if (!decision.allowed || !membership) return { kind: 'refused', missing: decision.allowed ? 'membership' : decision.because.code }
  await enterOrganisation(tx, organisationId)
  const claims = { sub: personId, organisation: organisationId, role: membership.role }
  return { kind: 'entered', organisationId, parties: null, visitId: null, claims, validUntil: decision.validUntil }
}

function inContextOf<T>(house: House, personId: PersonId, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const settings = { 'app.organisation': '', 'app.person': personId, 'app.partnership': '' }
  return transact(house.pools.app, settings, async (tx) => ({ result: await work(tx), closing: undefined }))
}
