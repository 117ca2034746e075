// Asking many for the same: of a right whose products the customer may choose, whoever granted it on anything has answered already.
import { Refusal } from '../../domain/refusal.ts'
import { difference } from '../../domain/rights/left-to-ask.ts'
import { getManagedCustomer } from '../partnerships/managed-customer-store.ts'
import type { OwnWork } from '../work.ts'
import { type Asking, askForMoreOf, type More } from './ask-for-more.ts'

export async function askForDifferenceOf(work: OwnWork, id: string, more: More, asking: Asking): Promise<void> {
  const { partnership } = await getManagedCustomer(work, id)
  if (!partnership) throw new Refusal('not_active')
  await askForMoreOf(work, id, { ...more, rights: difference(more.rights, partnership.grant?.rights ?? []) }, asking)
}
