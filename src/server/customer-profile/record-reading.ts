// What the profile shows of a customer's own is read by somebody, outside of any visit too: the customer reads by whom, once in half an hour.
import type { Partnership } from '../../domain/partnership/partnership.ts'
import { type RightId, viewOf } from '../../domain/rights/catalogue.ts'
import { later, minuteMs } from '../../domain/time.ts'
import { record } from '../journal/record.ts'
import type { OwnWork } from '../work.ts'
import { listReadings } from './reading-store.ts'
import type { ProductShown } from './store.ts'

const onceIn = 30 * minuteMs

type Shown = { readonly contact: unknown; readonly products: readonly Pick<ProductShown, 'family'>[] }

export async function recordReading(work: OwnWork, partnership: Partnership, { contact, products }: Shown): Promise<void> {
  const [product] = products
  const shown: readonly (readonly [string, RightId])[] = [
    ...(contact === null ? [] : [['organisation', 'organisation.view'] as const]),
    ...(product ? [['products', viewOf(product.family)] as const] : []),
  ]
  if (shown.length === 0) return
  const { id: partnershipId, partnerId, customerId } = partnership
  const known = await listReadings(work.tx, { partnerId, partnershipId, personId: work.person.id, since: later(work.now, -onceIn) })
  for (const [what, right] of shown.filter(([one]) => !known.has(one))) {
    const data = { personId: work.person.id, right, what }
    record(work, { kind: 'visit.read', readers: [customerId, partnerId], partnershipId, customerId, data })
  }
}
