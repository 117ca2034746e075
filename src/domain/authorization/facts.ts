// The facts a decision depends on, as loaded for one question: what is absent is null and allows nothing.

import type { AssignmentId, OrganisationId, PartnershipId, PersonId, SessionId } from '../ids.ts'
import type { Role } from '../organisation.ts'
import type { Partnership } from '../partnership/partnership.ts'
import type { RightId } from '../rights/catalogue.ts'
import type { ProductFacts } from '../rights/scope.ts'
import type { Instant } from '../time.ts'
import type { Visit } from '../visit.ts'

export type Facts = {
  readonly session: SessionFacts | null
  /** The person's membership in the organisation of the question. */
  readonly membership: MembershipFacts | null
  /** The partnership of the question; null when the question names none, or it does not exist. */
  readonly acting: ActingFacts | null
  /** The product of the question; null when the question names none, or it does not exist. */
  readonly product: ProductFacts | null
}

export type SessionFacts = {
  readonly sessionId: SessionId
  readonly personId: PersonId
  /** Whether a second factor (or a passkey) was used in this session. */
  readonly secondFactor: boolean
  /** When the person last proved who they are. */
  readonly authenticatedAt: Instant
  readonly expiresAt: Instant
  readonly revokedAt: Instant | null
}

export type MembershipFacts = {
  readonly organisationId: OrganisationId
  readonly personId: PersonId
  readonly role: Role
}

export type ActingFacts = {
  readonly partnership: Partnership
  /** The person's membership in the partner. */
  readonly membership: MembershipFacts | null
  /** Whether the customer admitted this person by name; counts only when the partnership admits named people only. */
  readonly admittedByName: boolean
  /** The person's assignments to this partnership, own and through teams. */
  readonly assignments: readonly AssignmentFacts[]
  /** The visit of the question; null when it names none, or it does not exist. */
  readonly visit: Visit | null
}

export type AssignmentFacts = {
  readonly assignmentId: AssignmentId
  readonly partnershipId: PartnershipId
  /** Null: every granted right. */
  readonly rights: readonly RightId[] | null
  readonly notAfter: Instant | null
}
