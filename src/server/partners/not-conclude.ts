// A partnership that never came about is over with its last proposal; a living one goes on as it was.
import { decidePartnership } from '../../domain/partnership/decide-partnership.ts'
import { carryOut } from '../partnerships/answer-as-customer.ts'
import { calendar } from '../partnerships/calendar.ts'
import { noProducts } from '../partnerships/organisation-store.ts'
import type { StoredPartnership } from '../partnerships/partnership-store.ts'
import type { OwnWork } from '../work.ts'

export async function notConclude(work: OwnWork, partnership: StoredPartnership): Promise<void> {
  if (partnership.state !== 'proposed') return
  const around = { now: work.now, calendar, findProduct: noProducts }
  await carryOut(work, partnership, decidePartnership(partnership, { kind: 'not_conclude' }, around))
}
