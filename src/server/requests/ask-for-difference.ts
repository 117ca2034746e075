// Asking many for the same: of a right whose products the customer may choose, whoever granted it on anything has answered already.
import { Refusal } from '../../domain/refusal.ts'
import type { RightId } from '../../domain/rights/catalogue.ts'
import { difference } from '../../domain/rights/left-to-ask.ts'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import { getManagedCustomer } from '../partnerships/managed-customer-store.ts'
import type { OwnWork } from '../work.ts'
import { type Asking, askForMoreOf, type More } from './ask-for-more.ts'

/** Answers with the rights that are asked for; none where it is about the terms alone. */
export async function askForDifferenceOf(work: OwnWork, id: string, more: More, asking: Asking): Promise<readonly RightId[]> {
  const { partnership } = await getManagedCustomer(work, id)
  if (!partnership) throw new Refusal('not_active')
  const rights = difference(more.rights, partnership.grant?.rights ?? [])
  await askForMoreOf(work, id, { ...more, rights }, asking)
  return rightsIn(rights)
}
