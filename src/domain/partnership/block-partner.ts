// A customer wants no more requests of a partner: remembered until the customer lifts it. The partner learns nothing of it.

import type { DomainEvent } from '../event.ts'
import type { OrganisationId } from '../ids.ts'
import type { RefusalCode } from '../refusal.ts'
import { type Actor, mayDo } from '../who-may.ts'

/** `customerId` null: an address that was asked, in no organisation's name. */
export type Blocking = {
  readonly partnerId: OrganisationId
  readonly customerId: OrganisationId | null
  readonly isBlocked: boolean
}

export type BlockDecided =
  | { readonly kind: 'done'; readonly events: readonly DomainEvent[] }
  | { readonly kind: 'refused'; readonly code: RefusalCode }

/** Whoever may stop access may block, and whoever may open it again may lift. `by` null: the person of the address itself. Refusals: `own_organisation`, `not_entitled`, `nothing_changed`. */
export function decideBlock({ partnerId, customerId, isBlocked }: Blocking, act: 'block' | 'lift', by: Actor | null): BlockDecided {
  if (customerId === partnerId) return { kind: 'refused', code: 'own_organisation' }
  const isEntitled =
    by === null ? customerId === null : customerId !== null && by.side === 'customer' && mayDo(act === 'block' ? 'suspend' : 'resume', by)
  if (!isEntitled) return { kind: 'refused', code: 'not_entitled' }
  if (isBlocked === (act === 'block')) return { kind: 'refused', code: 'nothing_changed' }
  const readers = customerId === null ? [] : [customerId]
  return { kind: 'done', events: [{ kind: act === 'block' ? 'partner.blocked' : 'partner.unblocked', readers, data: { partnerId } }] }
}
