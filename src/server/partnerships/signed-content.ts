// What is signed by two, and about whom.
import type { OrganisationId, PartnershipId, PersonId, ProposalId } from '../../domain/ids.ts'
import type { Terms } from '../../domain/partnership/terms.ts'
import type { GrantedRight } from '../../domain/rights/scope.ts'
import type { Instant } from '../../domain/time.ts'
import type { VisitLimits } from '../../domain/visit.ts'

/** Exactly what is signed. Ids that a command makes anew each time are not part of it. */
export type SignedContent = {
  readonly partner: OrganisationId | null
  readonly partnership: PartnershipId | null
  /** The version that is answered. */
  readonly proposal: ProposalId | null
  /** The version of the grant it starts from. */
  readonly base: number | null
  /** Everything in force or on offer afterwards. */
  readonly rights: readonly GrantedRight[]
  readonly terms: Terms | null
  readonly opens: boolean
  readonly settings: readonly string[]
  /** Who is newly admitted by name. */
  readonly people?: readonly PersonId[]
  /** Who is told of visits no more. */
  readonly untold?: readonly PersonId[]
  /** How long a visit may last afterwards. */
  readonly visitLimits?: VisitLimits
  /** Who represents the organisation from then on, or no more. */
  readonly representatives?: SignedRepresentatives
  /** The partnership that ends at the moment in which this one begins. */
  readonly inPlaceOf?: PartnershipId
  /** Since when the partner is the legal person it is; not there: it always was. */
  readonly partnerSince?: Instant
  /** What it is about, where the rest does not tell it apart from another act. */
  readonly about?: string
}

export const nothingSigned: SignedContent = {
  ...{ partner: null, partnership: null, proposal: null, base: null, rights: [], terms: null, opens: false, settings: [] },
}

export type SignedRepresentatives = {
  /** The address of whoever is invited. */
  readonly invited?: string
  readonly named?: PersonId
  readonly dismissed?: PersonId
}

/** About whom something is signed; null: about no partnership, or no partner, in particular. */
export type SignedAbout = {
  readonly customerId: OrganisationId
  readonly partnershipId: PartnershipId | null
  readonly partnerId: OrganisationId | null
}
