// The facts a decision depends on, as loaded for one question: what is absent is null and allows nothing.

import type { Assignment } from '../assignment.ts'
import type { Member } from '../organisation.ts'
import type { Partnership } from '../partnership/partnership.ts'
import type { ProductFacts } from '../rights/scope.ts'
import type { Session } from '../session.ts'
import type { Visit } from '../visit.ts'

export type Facts = {
  readonly session: Session | null
  /** The person's membership in the organisation of the question; counts only when the question names no partnership. */
  readonly membership: Member | null
  /** The partnership of the question; null when the question names none, or it does not exist. */
  readonly acting: ActingFacts | null
  /** The product of the question; null when the question names none, or it does not exist. */
  readonly product: ProductFacts | null
}

export type ActingFacts = {
  readonly partnership: Partnership
  /** The person's membership in the partner. */
  readonly membership: Member | null
  /** Whether the customer admitted this person by name; counts only when the partnership admits named people only. */
  readonly admittedByName: boolean
  /** The person's assignments to this partnership. */
  readonly assignments: readonly Assignment[]
  /** The visit of the question; null when it names none, or it does not exist. */
  readonly visit: Visit | null
}
