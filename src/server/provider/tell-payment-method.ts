// A payment method as the provider's vault knows it: here only its brand, its last four digits and a token.
import type { PaymentMethodId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { newId, type OpenWork } from '../work.ts'
import { about } from './about.ts'
import type { tellPaymentMethod as contract, removePaymentMethod as removeContract } from './contract.ts'
import { clearDefault, findMethod, saveMethod, type ToldMethod } from './payment-method-store.ts'

export async function tellPaymentMethod(work: OpenWork, { params, body }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  const organisationId = await about(work, params.number)
  const known = await findMethod(work.tx, organisationId, params.reference)
  const method: ToldMethod = { ...body, id: known?.id ?? newId<PaymentMethodId>(), removed: false }
  if (known && same(known, method)) return { id: known.id, outcome: 'unchanged' }
  await saveMethod(work.tx, { organisationId, reference: params.reference }, method, new Date(work.now))
  if (method.isDefault) await clearDefault(work.tx, organisationId, method.id)
  const isNew = !known || known.removed
  record(work, {
    kind: isNew ? 'payment_method.added' : 'payment_method.changed',
    readers: [organisationId],
    data: { paymentMethodId: method.id },
  })
  return { id: method.id, outcome: isNew ? 'created' : 'changed' }
}

export async function removePaymentMethod(work: OpenWork, { params }: Input<typeof removeContract>): Promise<Record<string, never>> {
  const organisationId = await about(work, params.number)
  const known = await findMethod(work.tx, organisationId, params.reference)
  if (!known) throw new Refusal('not_found')
  if (known.removed) return {}
  await saveMethod(
    work.tx,
    { organisationId, reference: params.reference },
    { ...known, isDefault: false, removed: true },
    new Date(work.now),
  )
  record(work, { kind: 'payment_method.removed', readers: [organisationId], data: { paymentMethodId: known.id } })
  return {}
}

function same(one: ToldMethod, other: ToldMethod): boolean {
  const keys = ['kind', 'brand', 'lastFour', 'expiresOn', 'token', 'isDefault', 'removed'] as const
  return keys.every((key) => one[key] === other[key])
}
