// What the journal says when a partnership's grant changes: what joined, what went, until when, and who pays.

import type { DomainEvent } from '../event.ts'
import type { OrganisationId, PartnershipId } from '../ids.ts'
import type { Side } from '../organisation.ts'
import { notIn, rightsIn } from '../rights/rights-set.ts'
import type { FindProduct } from '../rights/scope.ts'
import { isLater } from '../time.ts'
import type { Grant } from './grant.ts'
import type { Partnership } from './partnership.ts'
import { isSameLimit } from './terms.ts'

/** Both sides read what happens to their partnership. */
export function about({ id, partnerId, customerId }: Partnership): {
  readonly readers: readonly OrganisationId[]
  readonly partnershipId: PartnershipId
  readonly customerId: OrganisationId
} {
  return { readers: [partnerId, customerId], partnershipId: id, customerId }
}

/** The events of a new version; always at least one. */
export function tellVersion(partnership: Partnership, grant: Grant, by: Side, findProduct: FindProduct): readonly DomainEvent[] {
  const before = partnership.grant
  const events = [...tellRights(partnership, grant, by, findProduct), ...tellPayment(partnership, grant)]
  const { version, notAfter } = grant
  const isExtended = before !== null && (isLater(notAfter, before.notAfter) || grant.reason === 'extended')
  if (isExtended) return [...events, { ...about(partnership), kind: 'partnership.extended', data: { version, notAfter } }]
  if (events.length > 0) return events
  return [{ ...about(partnership), kind: 'partnership.granted', data: { version, added: [], removed: [], notAfter } }]
}

function tellRights(partnership: Partnership, grant: Grant, by: Side, findProduct: FindProduct): readonly DomainEvent[] {
  const before = partnership.grant
  const { version, notAfter } = grant
  const added = rightsIn(notIn(grant.rights, before?.rights ?? [], findProduct))
  const removed = rightsIn(notIn(before?.rights ?? [], grant.rights, findProduct))
  if (before === null || added.length > 0) {
    return [{ ...about(partnership), kind: 'partnership.granted', data: { version, added, removed, notAfter } }]
  }
  if (removed.length === 0 && !isLater(before.notAfter, notAfter)) return []
  return [{ ...about(partnership), kind: 'partnership.narrowed', data: { version, by, removed, notAfter } }]
}

function tellPayment(partnership: Partnership, { version, terms }: Grant): readonly DomainEvent[] {
  const before = partnership.grant?.terms
  if (before === undefined) return []
  const { payer, paymentMethodId, spendingLimit } = terms
  const isPayerSame = before.payer === payer && before.paymentMethodId === paymentMethodId
  const amount = spendingLimit?.amount ?? null
  const currency = spendingLimit?.currency ?? null
  return [
    ...(isPayerSame
      ? []
      : [{ ...about(partnership), kind: 'partnership.payer_changed' as const, data: { version, payer, paymentMethodId } }]),
    ...(isSameLimit(before.spendingLimit, spendingLimit)
      ? []
      : [{ ...about(partnership), kind: 'partnership.limit_changed' as const, data: { version, amount, currency } }]),
  ]
}
