// May this person be where a console wants to act for them? Decided like entering the Manager, with the facts of that moment.
import { decide } from '../../domain/authorization/decide.ts'
import type { Decision } from '../../domain/authorization/decision.ts'
import type { ActingFacts } from '../../domain/authorization/facts.ts'
import type { OrganisationId, PersonId, SessionId, VisitId } from '../../domain/ids.ts'
import type { Session } from '../../domain/session.ts'
import type { Instant } from '../../domain/time.ts'
import { isVisitOver, seeVisit } from '../../domain/visit.ts'
import { findMembership, loadActingFacts } from '../authorization/load-facts.ts'
import type { Transaction } from '../platform/transact.ts'
import type { ActingContext } from '../work.ts'
import { enterOrganisation, enterPartiesOf, findOpenSession, holdVisit, type Parties } from './acting-store.ts'

export type Place = { readonly visitId: VisitId } | { readonly organisationId: OrganisationId }
export type Acting = { readonly personId: PersonId; readonly sessionId: SessionId; readonly place: Place }

export type Entry =
  | {
      readonly kind: 'entered'
      readonly organisationId: OrganisationId
      /** In a visit: what it was decided on. */
      readonly acting: ActingContext | null
      readonly claims: Readonly<Record<string, unknown>>
      readonly validUntil: Instant | null
    }
  | { readonly kind: 'refused'; readonly missing: string }

/** `hold`: nobody ends the visit or stops access until this transaction is over. The transaction sees that place's rows from here on. */
export function enterPlace(tx: Transaction, acting: Acting, now: Instant, { hold }: { readonly hold: boolean }): Promise<Entry> {
  const { place } = acting
  return 'visitId' in place ? enterVisit(tx, { ...acting, ...place, hold }, now) : enterOwn(tx, { ...acting, ...place }, now)
}

async function enterVisit(
  tx: Transaction,
  { personId, sessionId, visitId, hold }: Acting & { readonly visitId: VisitId; readonly hold: boolean },
  now: Instant,
): Promise<Entry> {
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
    acting: {
      kind: 'acting',
      organisationId: customerId,
      partnerId,
      partnershipId,
      visitId,
      facts: { session, membership: null, acting: facts, product: null },
    },
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

async function enterOwn(
  tx: Transaction,
  { personId, sessionId, organisationId }: Acting & { readonly organisationId: OrganisationId },
  now: Instant,
): Promise<Entry> {
  const membership = await findMembership(tx, organisationId, personId)
  const session = await findOpenSession(tx, sessionId, now)
  const decision = decide({ personId, organisationId, action: 'enter' }, { session, membership, acting: null, product: null }, now)
  if (!decision.allowed || !membership) return { kind: 'refused', missing: decision.allowed ? 'membership' : decision.because.code }
  await enterOrganisation(tx, organisationId)
  const claims = { sub: personId, organisation: organisationId, role: membership.role }
  return { kind: 'entered', organisationId, acting: null, claims, validUntil: decision.validUntil }
}
