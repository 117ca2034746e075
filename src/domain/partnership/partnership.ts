// A partnership: the link between one partner and one customer, from the first proposal to the end; a new one for each life.

import type { OrganisationId, PartnershipId } from '../ids.ts'
import type { Side } from '../organisation.ts'
import { isSensitive } from '../rights/catalogue.ts'
import { type Instant, isOver } from '../time.ts'
import { type Grant, type RightInForce, rightsCounting } from './grant.ts'

/** `suspended` is no state but two gates on an active partnership, each lifted by whoever set it. */
export const partnershipStates = ['proposed', 'active', 'ended', 'not_concluded'] as const
export type PartnershipState = (typeof partnershipStates)[number]

export type Gatekeeper = 'customer' | 'operator'
/** `time`: the terms ran out. */
export type EndedBy = Side | 'operator' | 'time'

export type Partnership = {
  readonly id: PartnershipId
  readonly partnerId: OrganisationId
  readonly customerId: OrganisationId
  readonly startedBy: Side
  readonly state: PartnershipState
  readonly suspendedByCustomerAt: Instant | null
  readonly suspendedByOperatorAt: Instant | null
  /** Since when the gate at the partner itself is closed, for all that was granted before. The partner's own fact, never changed by this machine. */
  readonly partnerClosedAt: Instant | null
  /** The version in force; null until the customer granted. */
  readonly grant: Grant | null
  /** Since when whoever granted can sign in with more than an emailed code; until then no sensitive right takes effect. */
  readonly securedAt: Instant | null
  /** True: only people of the partner whom the customer admitted by name may enter, whatever their role. */
  readonly namedPeopleOnly: boolean
  /** True: the customer lets in only who signed in with a second factor; as a part of *Strict*. */
  readonly secondFactorNeeded: boolean
  /** Since when the operator keeps sensitive rights from working at this customer. The customer's own fact, never changed by this machine. */
  readonly sensitiveSuspendedAt: Instant | null
  readonly activatedAt: Instant | null
  readonly endedAt: Instant | null
  readonly endedBy: EndedBy | null
}

/** The state as it is at that instant: an active partnership whose terms ran out has ended. */
export function stateOfPartnership({ state, grant }: Partnership, now: Instant): PartnershipState {
  return state === 'active' && grant !== null && isOver(grant.notAfter, now) ? 'ended' : state
}

/** Since when the operator lets nobody in: by the gate of this partnership, or by the one at the partner. */
export function closedByOperatorAt({ suspendedByOperatorAt, partnerClosedAt }: Partnership): Instant | null {
  return suspendedByOperatorAt ?? partnerClosedAt
}

/** Whether one of the gates is closed. */
export function isSuspended(partnership: Partnership): boolean {
  return partnership.suspendedByCustomerAt !== null || closedByOperatorAt(partnership) !== null
}

/** The rights that can be used now by people who may use the partnership at all. */
export function rightsEffective(partnership: Partnership, now: Instant): readonly RightInForce[] {
  if (stateOfPartnership(partnership, now) !== 'active' || isSuspended(partnership) || partnership.grant === null) return []
  const counting = rightsCounting(partnership.grant, partnership.securedAt, now)
  return partnership.sensitiveSuspendedAt === null ? counting : counting.filter(({ right }) => !isSensitive(right))
}
