// What stopping a partner, or taking some of its rights away, would close at once, before anybody presses.
import { asId, type ReceiptId } from '../../domain/ids.ts'
import { minuteMs } from '../../domain/time.ts'
import type { Answer, Input } from '../endpoint.ts'
import { listClosing } from '../partnerships/list-closing.ts'
import { getOwnPartnership } from '../partnerships/own-partnership.ts'
import { listClosedBy } from '../partnerships/receipt-store.ts'
import { rehearse } from '../rehearse.ts'
import type { OwnWork } from '../work.ts'
import type { previewNarrowing as narrowingContract, previewStopping as stoppingContract } from './change-contract.ts'
import { narrowRights } from './change-rights.ts'

export async function previewStopping(work: OwnWork, { params }: Input<typeof stoppingContract>): Promise<Answer<typeof stoppingContract>> {
  return listClosing(work, await getOwnPartnership(work, params.partnership))
}

/** Nobody ticks faster; each one holds the partnership as long as the command itself. */
const previewsOfOne = { limit: 60, windowMs: minuteMs }

/** As its receipt would say it. */
export async function previewNarrowing(
  work: OwnWork,
  { params, body }: Input<typeof narrowingContract>,
): Promise<Answer<typeof narrowingContract>> {
  await work.limit(`preview-narrowing:${work.person.id}`, previewsOfOne)
  return rehearse(work, async (trying) => {
    const { receipt } = await narrowRights(trying, { params, body, query: undefined })
    const ways = receipt === null ? [] : await listClosedBy(trying.tx, asId<ReceiptId>(receipt.id))
    const named = (closed: boolean) =>
      ways.filter((way) => way.closed === closed).map(({ kind, name, product }) => ({ kind, name, product }))
    return { waysIn: named(true), waysLeft: named(false) }
  })
}
