// A managed customer: the partner's row for one customer, what it says now, and what a member of the partner may do with it.

import type { Role } from './organisation.ts'
import { type Instant, isOver } from './time.ts'
import { mayDo } from './who-may.ts'

/** `awaiting_partner`: the customer proposed something, the partner answers. */
export const customerStatuses = [
  'awaiting_partner',
  'prepared',
  'requested',
  'active',
  'suspended',
  'ended',
  'declined',
  'withdrawn',
  'expired',
] as const
export type CustomerStatus = (typeof customerStatuses)[number]

export type OpenRequest = 'from_partner' | 'from_customer'

/** As stored; what depends on the clock is told by the functions below. */
export type ListedCustomer = {
  readonly status: CustomerStatus
  readonly statusSince: Instant
  readonly lapsesAt: Instant | null
  readonly lapsesTo: CustomerStatus | null
  /** False until somebody claimed the invitation. */
  readonly hasPartnership: boolean
  readonly sentTo: string | null
  readonly startsAt: Instant | null
  readonly openRequest: OpenRequest | null
  readonly requestUntil: Instant | null
  readonly releaseNeeded: boolean
  /** Whether this person may enter where the customer admits named people only; true where it does not. */
  readonly isAdmitted: boolean
}

export const customerActs = [
  'enter',
  'assign',
  'ask_for_more',
  'answer',
  'resend',
  'correct_address',
  'copy_link',
  'revise',
  'withdraw',
  'release',
  'export',
  'end',
] as const
export type CustomerAct = (typeof customerActs)[number]

/** The status at that instant: what ran out is over, whatever is stored. */
export function statusAt(customer: Pick<ListedCustomer, 'status' | 'lapsesAt' | 'lapsesTo'>, now: Instant): CustomerStatus {
  return isOver(customer.lapsesAt, now) ? (customer.lapsesTo ?? customer.status) : customer.status
}

/** Since when it has the status it has at that instant. */
export function statusSinceAt(customer: Pick<ListedCustomer, 'statusSince' | 'lapsesAt'>, now: Instant): Instant {
  return isOver(customer.lapsesAt, now) ? (customer.lapsesAt ?? customer.statusSince) : customer.statusSince
}

/** The side whose answer is awaited at that instant. */
export function openRequestAt(customer: Pick<ListedCustomer, 'openRequest' | 'requestUntil'>, now: Instant): OpenRequest | null {
  return isOver(customer.requestUntil, now) ? null : customer.openRequest
}

/** What a member with this role, who has this customer in the list, may do now: a hint for screens, the commands decide again. */
export function actsOnCustomer(customer: ListedCustomer, role: Role, now: Instant): readonly CustomerAct[] {
  return customerActs.filter((act) => isPossible(act, customer, now) && isEntitled(act, role, statusAt(customer, now)))
}

function isEntitled(act: CustomerAct, role: Role, status: CustomerStatus): boolean {
  switch (act) {
    case 'enter':
      return true
    case 'ask_for_more':
      return mayDo('prepare', { side: 'partner', role })
    case 'revise':
      return mayDo(status === 'prepared' ? 'prepare' : 'release', { side: 'partner', role })
    case 'copy_link':
      return mayDo('resend', { side: 'partner', role })
    case 'export':
      return mayDo('export_customers', { side: 'partner', role })
    default:
      return mayDo(act, { side: 'partner', role })
  }
}

function isPossible(act: CustomerAct, customer: ListedCustomer, now: Instant): boolean {
  const status = statusAt(customer, now)
  const open = openRequestAt(customer, now)
  const isLiving = status === 'active' || status === 'suspended'
  const isOut = status === 'requested' && !customer.hasPartnership
  switch (act) {
    case 'enter':
      return status === 'active' && customer.isAdmitted && isOver(customer.startsAt, now)
    case 'assign':
    case 'end':
      return isLiving
    case 'ask_for_more':
      return isLiving && open === null && !customer.releaseNeeded
    case 'answer':
      return open === 'from_customer'
    case 'resend':
    case 'copy_link':
      return isOut
    case 'revise':
      return isOut || (status === 'prepared' && !customer.hasPartnership)
    case 'correct_address':
      return customer.sentTo !== null && !customer.hasPartnership && (isOut || status === 'prepared')
    case 'withdraw':
      return open === 'from_partner' || customer.releaseNeeded
    case 'release':
      return customer.releaseNeeded
    case 'export':
      return isLiving || status === 'ended'
  }
}
