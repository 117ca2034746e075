// Rights as a grant holds them, to be granted to somebody else: each keeps its age and its period, so that nothing begins anew.

import { earliest, type Instant, isOver, latest } from '../time.ts'
import { enlargementOf, isRaised } from './enlargement.ts'
import type { Grant } from './grant.ts'
import { firstGrant, type Granting, type Surroundings } from './grant-version.ts'
import type { Partnership } from './partnership.ts'
import type { HeldRight } from './terms.ts'

/** What is not over, in the order of the grant, each with the period in which it can count at all. */
export function heldRights(grant: Grant, now: Instant): readonly HeldRight[] {
  return grant.rights
    .map(({ right, scope, grantedAt, notBefore, notAfter }) => ({
      ...{ right, scope, grantedAt, notBefore: latest(notBefore, grant.notBefore) },
      notAfter: earliest(notAfter, grant.notAfter),
    }))
    .filter(({ notAfter }) => !isOver(notAfter, now))
}

/** Whether a grant on these terms holds nothing that this partnership does not hold, and nobody pays more, or for longer, than today. */
export function isNoMoreThan(today: Partnership, granting: Granting, around: Surroundings): boolean {
  const granted = firstGrant(granting, around)
  if (granted.kind === 'refused' || today.grant === null) return false
  const [before, after] = [today.grant.terms, granted.grant.terms]
  if (enlargementOf(today, { ...today, grant: granted.grant }, around.findProduct) !== 'nothing') return false
  return after.payer !== 'partner' || (before.payer === 'partner' && !isRaised(before.spendingLimit, after.spendingLimit))
}
