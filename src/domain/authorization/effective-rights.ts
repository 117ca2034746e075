// The rights that work for one person in one visit: what the banner counts. The same rule as `decide`, without naming a product.

import { rightsCounting } from '../partnership/grant.ts'
import { isSensitive, type RightId, rightIds } from '../rights/catalogue.ts'
import type { Session } from '../session.ts'
import type { Instant } from '../time.ts'
import type { ActingFacts } from './facts.ts'

/** Rights of which at least one scope was granted, assigned, in time and strong enough now. Empty without a grant. */
export function effectiveRights(facts: ActingFacts, session: Session, now: Instant): readonly RightId[] {
  const { grant, securedAt } = facts.partnership
  if (!grant || !facts.membership) return []
  const counting = new Set(rightsCounting(grant, securedAt, now).map(({ right }) => right))
  return rightIds.filter((right) => counting.has(right) && isAssigned(facts, right) && isStrongEnough(session, right))
}

/** Representatives and administrators of the partner need no assignment; a collaborator may use at most what is assigned. */
function isAssigned({ membership, assignments }: ActingFacts, right: RightId): boolean {
  return membership?.role !== 'collaborator' || assignments.some(({ rights }) => rights === null || rights.includes(right))
}

const isStrongEnough = (session: Session, right: RightId): boolean => !isSensitive(right) || session.strength === 'two_factors'
