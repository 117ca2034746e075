// What a partner paid falls back to the customer: the provider's systems learn of it before the day, and confirm that they know.
import { Refusal } from '../../domain/refusal.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import type { OpenWork } from '../work.ts'
import type { confirmPayerChange as confirmContract, listPayerChanges as listContract } from './payer-changes-contract.ts'
import { confirmChange, listChanges } from './payer-changes-store.ts'

export async function listPayerChanges({ tx }: OpenWork): Promise<Answer<typeof listContract>> {
  return { changes: [...(await listChanges(tx))] }
}

export async function confirmPayerChange(work: OpenWork, { params }: Input<typeof confirmContract>): Promise<Record<string, never>> {
  const change = await confirmChange(work.tx, params.reference, work.now)
  if (!change) throw new Refusal('not_found')
  const { customerId, productId } = change
  record(work, { kind: 'product.payer_change_confirmed', readers: [customerId], productId, data: { on: change.on } })
  return {}
}
