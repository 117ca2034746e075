// The two gates of a partnership: the customer's and the operator's suspension, each lifted by whoever set it.

import type { Instant } from '../time.ts'
import { mayDo } from '../who-may.ts'
import { closedByOperatorAt, type Gatekeeper, type Partnership } from './partnership.ts'
import type { PartnershipCommand, PartnershipDecided } from './partnership-command.ts'
import { about } from './tell-partnership.ts'

type Suspend = Extract<PartnershipCommand, { kind: 'suspend' }>
type Resume = Extract<PartnershipCommand, { kind: 'resume' }>

/** Closes a gate. Refusals: `not_entitled`, `already_suspended`. */
export function suspend(partnership: Partnership, { by, reason }: Suspend, now: Instant): PartnershipDecided {
  if (by !== 'operator' && !mayDo('suspend', by)) return { kind: 'refused', code: 'not_entitled' }
  const gate: Gatekeeper = by === 'operator' ? 'operator' : 'customer'
  if (closedAt(partnership, gate) !== null) return { kind: 'refused', code: 'already_suspended' }
  const detail = reason === null ? {} : { detail: { reason } }
  return {
    kind: 'done',
    partnership: withGate(partnership, gate, now),
    events: [{ ...about(partnership), kind: 'partnership.suspended', data: { by: gate }, ...detail }],
  }
}

/** Opens the gate of whoever asks, and no other. Refusals: `not_entitled`, `suspended_by_operator`, `not_suspended`. */
export function resume(partnership: Partnership, { by }: Resume): PartnershipDecided {
  if (by !== 'operator' && !mayDo('resume', by)) return { kind: 'refused', code: 'not_entitled' }
  const gate: Gatekeeper = by === 'operator' ? 'operator' : 'customer'
  if (closedAt(partnership, gate) === null) {
    return {
      kind: 'refused',
      code: gate === 'customer' && closedByOperatorAt(partnership) !== null ? 'suspended_by_operator' : 'not_suspended',
    }
  }
  return {
    kind: 'done',
    partnership: withGate(partnership, gate, null),
    events: [{ ...about(partnership), kind: 'partnership.resumed', data: { by: gate } }],
  }
}

function closedAt({ suspendedByCustomerAt, suspendedByOperatorAt }: Partnership, gate: Gatekeeper): Instant | null {
  return gate === 'customer' ? suspendedByCustomerAt : suspendedByOperatorAt
}

function withGate(partnership: Partnership, gate: Gatekeeper, at: Instant | null): Partnership {
  return gate === 'customer' ? { ...partnership, suspendedByCustomerAt: at } : { ...partnership, suspendedByOperatorAt: at }
}
