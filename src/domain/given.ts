// What tests of the domain begin with: two organisations, their people, and records in an ordinary state.

import { asId, type InvitationId, type OrganisationId, type PartnershipId, type PersonId, type ProductId, type ProposalId } from './ids.ts'
import type { Role, Side } from './organisation.ts'
import type { Grant, RightInForce } from './partnership/grant.ts'
import type { Surroundings } from './partnership/grant-version.ts'
import type { Invitation } from './partnership/invitation.ts'
import type { Partnership } from './partnership/partnership.ts'
import type { Proposal } from './partnership/proposal.ts'
import { type Terms, termsUnchanged } from './partnership/terms.ts'
import { type Family, families, type RightId, rightOf, rightsCatalogue } from './rights/catalogue.ts'
import { type FindProduct, fits, type GrantedRight, type ProductFacts, type RequestedRight, type Scope } from './rights/scope.ts'
import { type Calendar, dayMs, hourMs, type Instant, instant, type LocalDate } from './time.ts'
import type { Actor } from './who-may.ts'

export const alpweb = asId<OrganisationId>('alpweb')
export const zuercher = asId<OrganisationId>('zuercher')
export const webwerk = asId<OrganisationId>('webwerk')
/** Alpweb's legal representative, administrator and collaborator; Zürcher's legal representatives and assistant. */
export const petra = asId<PersonId>('petra')
export const marc = asId<PersonId>('marc')
export const anna = asId<PersonId>('anna')
export const ruth = asId<PersonId>('ruth')
export const beat = asId<PersonId>('beat')
export const theInvitation = asId<InvitationId>('invitation')
export const theProposal = asId<ProposalId>('proposal')
export const theCounter = asId<ProposalId>('counter')
export const thePartnership = asId<PartnershipId>('partnership')

/** Noon of 23 November 2026, UTC. */
export const noon: Instant = instant(1_795_435_200_000)
export function daysAfter(days: number, at: Instant = noon): Instant {
  return instant(at + days * dayMs)
}

/** The days of UTC. */
export const calendar: Calendar = {
  startOf: (date) => instant(daysSinceEpoch(date) * dayMs),
  endOf: (date) => instant((daysSinceEpoch(date) + 1) * dayMs),
  plusDays: (at, days) => instant(at + days * dayMs),
  dayOf: (at) => Math.floor(at / dayMs),
  onDay: (day, hour) => instant(day * dayMs + hour * hourMs),
}

export const zuercherCh = givenProduct('zuercher.example', 'domain')
export const bakeryMail = givenProduct('bakery-mail', 'mail')
export const shopSite = givenProduct('shop-site', 'hosting')
export const products: readonly ProductFacts[] = [zuercherCh, bakeryMail, shopSite]
export const findProduct: FindProduct = (id) => products.find(({ productId }) => productId === id)
export const around: Surroundings = { now: noon, calendar, findProduct }
export function aroundAt(now: Instant): Surroundings {
  return { ...around, now }
}

export function givenProduct(name: string, family: Family, createdAt: Instant = daysAfter(-100)): ProductFacts {
  return { productId: asId<ProductId>(name), ownerId: zuercher, family, createdAt }
}

export function actor(personId: PersonId, side: Side, role: Role = 'legal_representative'): Actor {
  return { personId, side, role }
}
export const asPetra = actor(petra, 'partner')
export const asMarc = actor(marc, 'partner', 'administrator')
export const asAnna = actor(anna, 'partner', 'collaborator')
export const asRuth = actor(ruth, 'customer')
export const asBeat = actor(beat, 'customer', 'administrator')

/** The right on everything it can be granted on. */
export function everywhere(right: RightId, future = true): GrantedRight {
  const scope: Scope = rightOf(right).level === 'organisation' ? { kind: 'organisation' } : { kind: 'all', future }
  return { right, scope }
}

/** Every right on every kind of scope it can have: what properties draw from. */
export const everyRow: readonly GrantedRight[] = rightsCatalogue.flatMap((right) => {
  const scopes: readonly Scope[] = [
    { kind: 'organisation' },
    ...[true, false].map((future): Scope => ({ kind: 'all', future })),
    ...families.flatMap((family) => [true, false].map((future): Scope => ({ kind: 'family', family, future }))),
    ...products
      .filter(({ family }) => right.family === null || right.family === family)
      .map(({ productId }): Scope => ({ kind: 'product', productId })),
  ]
  return scopes.filter((scope) => fits(right, scope)).map((scope) => ({ right: right.id, scope }))
})

export function asked(right: RightId, more: Partial<RequestedRight> = {}): RequestedRight {
  const scope = rightOf(right).level === 'organisation' ? ({ kind: 'organisation' } as const) : ({ kind: 'customer_chooses' } as const)
  return { right, scope, required: false, reason: null, ...more }
}

export function givenTerms(more: Partial<Terms> = {}): Terms {
  return { ...termsUnchanged, payer: 'customer', ...more }
}

export function givenInvitation(more: Partial<Invitation> = {}): Invitation {
  return {
    id: theInvitation,
    state: 'open',
    partnerId: alpweb,
    email: 'info@zuercher.example',
    customerNumber: null,
    language: 'de',
    preparedBy: petra,
    releasedBy: petra,
    createdAt: daysAfter(-1),
    sentAt: daysAfter(-1),
    expiresAt: daysAfter(29),
    delivery: 'queued',
    tokenGeneration: 1,
    passedOnCount: 0,
    claimedAt: null,
    partnershipId: null,
    ...more,
  }
}

export function givenProposal(more: Partial<Proposal> = {}): Proposal {
  return {
    id: theProposal,
    number: 1,
    side: 'partner',
    state: 'open',
    partnerId: alpweb,
    customerId: zuercher,
    invitationId: theInvitation,
    partnershipId: thePartnership,
    baseVersion: null,
    preset: null,
    rights: [asked('domain.view'), asked('domain.manage')],
    terms: givenTerms(),
    personId: petra,
    releasedBy: petra,
    createdAt: daysAfter(-1),
    expiresAt: daysAfter(29),
    answeredBy: null,
    answeredAt: null,
    ...more,
  }
}

export function inForce(granted: GrantedRight, more: Partial<RightInForce> = {}): RightInForce {
  return { ...granted, grantedAt: daysAfter(-10), notBefore: daysAfter(-10), notAfter: null, ...more }
}

export function givenGrant(rights: readonly RightInForce[], more: Partial<Grant> = {}): Grant {
  return {
    version: 1,
    reason: 'granted',
    terms: givenTerms(),
    rights,
    grantedBy: ruth,
    grantedAt: daysAfter(-10),
    proposalId: theProposal,
    notBefore: daysAfter(-10),
    notAfter: null,
    ...more,
  }
}

export function givenPartnership(more: Partial<Partnership> = {}): Partnership {
  return {
    id: thePartnership,
    partnerId: alpweb,
    customerId: zuercher,
    startedBy: 'partner',
    state: 'active',
    suspendedByCustomerAt: null,
    suspendedByOperatorAt: null,
    partnerClosedAt: null,
    grant: givenGrant([inForce(everywhere('domain.view')), inForce(everywhere('domain.manage'))]),
    securedAt: daysAfter(-10),
    namedPeopleOnly: false,
    secondFactorNeeded: false,
    sensitiveSuspendedAt: null,
    activatedAt: daysAfter(-10),
    endedAt: null,
    endedBy: null,
    ...more,
  }
}

/** Days from 1970-01-01 to a date of the Gregorian calendar. */
function daysSinceEpoch(date: LocalDate): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const shifted = month > 2 ? year : year - 1
  const monthFromMarch = (month + 9) % 12
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400)
  return shifted * 365 + leapDays + Math.floor((153 * monthFromMarch + 2) / 5) + day - 1 - 719_468
}
