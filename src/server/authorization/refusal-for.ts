// What is missing, as the refusal of a request: TABLE of codes.
import type { Missing } from '../../domain/authorization/decision.ts'
import type { RefusalCode } from '../../domain/refusal.ts'

export function refusalFor({ code }: Missing): RefusalCode {
  switch (code) {
    case 'partnership':
    case 'partner_membership':
    case 'assignment':
    case 'product':
    case 'membership':
      return 'not_found'
    case 'session':
      return 'not_signed_in'
    case 'partnership_active':
    case 'not_suspended_by_customer':
    case 'not_suspended_by_operator':
    case 'grant_started':
    case 'grant_not_over':
    case 'admitted_by_name':
      return 'access_stopped'
    case 'visit':
      return 'visit_needed'
    case 'visit_not_over':
      return 'visit_over'
    case 'assignment_in_time':
      return 'access_time_over'
    case 'second_factor_to_enter':
      return 'second_factor_to_enter'
    case 'second_factor':
      return 'second_factor_needed'
    case 'role':
      return 'not_entitled'
    case 'right_exists':
    case 'assigned_right':
    case 'right_granted':
    case 'right_started':
    case 'right_not_over':
    case 'scope':
    case 'needed_right':
    case 'granter_secured':
    case 'sensitive_not_suspended':
      return 'right_missing'
  }
}
