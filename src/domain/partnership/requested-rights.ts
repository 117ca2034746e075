// What a partner asked for over all its proposals, and why what was granted cannot be used now: what both sides see beside the grant.

import { isSensitive } from '../rights/catalogue.ts'
import { isCovered } from '../rights/rights-set.ts'
import type { FindProduct, GrantedRight, RequestedRight, Scope } from '../rights/scope.ts'
import { type Instant, isOver, isWithin } from '../time.ts'
import type { RightInForce } from './grant.ts'
import { isSuspended, type Partnership, stateOfPartnership } from './partnership.ts'
import type { Proposal, ProposalState } from './proposal.ts'

const stillAsked: readonly ProposalState[] = ['prepared', 'open', 'accepted', 'countered']

/** The last request as a whole, and what was asked on top of it. The proposals in the order in which they were made. */
export function requestedIn(proposals: readonly Proposal[]): readonly RequestedRight[] {
  const asked = proposals.filter(({ side }) => side === 'partner')
  const whole = asked.findLast(({ baseVersion }) => baseVersion === null)
  const further = asked.filter(({ baseVersion, state }) => baseVersion !== null && stillAsked.includes(state))
  return [...(whole?.rights ?? []), ...further.flatMap(({ rights }) => rights)]
}

/** What of a request would be new. Where it leaves the products open, only what is in force on all of them is not. */
export function newIn(
  requested: readonly RequestedRight[],
  inForce: readonly GrantedRight[],
  find: FindProduct,
): readonly RequestedRight[] {
  return requested.filter(({ right, scope }) => {
    const wanted: Scope = scope.kind === 'customer_chooses' ? { kind: 'all', future: true } : scope
    return !isCovered({ right, scope: wanted }, inForce, find)
  })
}

export const notEffectiveReasons = ['suspended', 'not_started', 'over', 'not_secured', 'not_assigned'] as const
export type NotEffective = (typeof notEffectiveReasons)[number]

/** Why a right that is granted on these rows cannot be used now; `not_assigned` when nothing but the person is in the way. */
export function whyNotEffective(partnership: Partnership, rows: readonly RightInForce[], now: Instant): NotEffective {
  const { grant, securedAt } = partnership
  if (stateOfPartnership(partnership, now) !== 'active') return 'over'
  if (isSuspended(partnership)) return 'suspended'
  if (rows.every(({ notAfter }) => isOver(notAfter, now))) return 'over'
  if (!rows.some((row) => isWithin(row, now)) || (grant !== null && grant.notBefore > now)) return 'not_started'
  if (securedAt === null && rows.every(({ right }) => isSensitive(right))) return 'not_secured'
  return 'not_assigned'
}
