// Why a visit is over, told to the page that was open: what happened, never more than its reader may know.
import { endOfVisit, type Visit } from '../../domain/visit.ts'
import type { Denied } from './authorise.ts'

export type WhyOver =
  | 'left'
  | 'idle'
  | 'too_long'
  | 'ended_by_customer'
  | 'access_stopped'
  | 'partnership_ended'
  | 'suspended_by_operator'
  | 'signed_out'
  | 'rights_changed'
  | 'unassigned'
  | 'time_over'
  | 'second_factor_needed'

/** Undefined when only a right was missing and the visit goes on, or the provider's suspension that ended it was lifted. */
export function whyOver({ because, attempt }: Denied): WhyOver | undefined {
  switch (because.code) {
    case 'not_suspended_by_customer':
      return 'access_stopped'
    case 'not_suspended_by_operator':
      return 'suspended_by_operator'
    case 'partnership_active':
    case 'grant_not_over':
    case 'grant_started':
      return 'partnership_ended'
    case 'visit':
      return 'left'
    case 'visit_not_over':
      return whyEnded(attempt?.context.facts.acting?.visit ?? null)
    case 'session':
      return 'signed_out'
    case 'assignment':
    case 'partner_membership':
    case 'admitted_by_name':
      return 'unassigned'
    case 'assignment_in_time':
      return 'time_over'
    case 'second_factor_to_enter':
      return 'second_factor_needed'
    default:
      return undefined
  }
}

/** Of a visit that could begin anew: what forbids that was told before. By the clock: at its longest, or because nobody did anything. */
function whyEnded(visit: Visit | null): WhyOver | undefined {
  if (visit?.endedBy === 'customer') return 'ended_by_customer'
  if (visit?.endedBy === 'operator') return undefined
  if (visit === null || visit.endedBy === 'person' || visit.endedBy === 'partner') return 'left'
  return endOfVisit(visit) >= visit.expiresAt ? 'too_long' : 'idle'
}
