// A review begins: what there is now is taken down, and stays as it was taken down.

import { asId, type ReviewId } from '../../domain/ids.ts'
import { unusedDays, unusedRights } from '../../domain/partnership/usage.ts'
import { Refusal } from '../../domain/refusal.ts'
import { mayReview, type ReviewSide } from '../../domain/review.ts'
import type { Instant } from '../../domain/time.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { calendar } from '../partnerships/calendar.ts'
import { listRightUsesOfAll } from '../partnerships/usage-store.ts'
import { newId, type OwnWork } from '../work.ts'
import { type cancelReview as cancelContract, type startReview as contract, mostItems } from './contract.ts'
import { takeItems, type UnusedRight } from './items-store.ts'
import { endReview, hasOpenReview, insertReview, lockReview, type StoredReview } from './store.ts'

export async function startReview(work: OwnWork, { body }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  const { organisationId, role } = work.context
  const { side } = body
  if (!mayReview('look', side, { side, role })) throw new Refusal('not_entitled')
  if (await hasOpenReview(work.tx, organisationId, side)) throw new Refusal('review_open')
  const id = newId<ReviewId>()
  await insertReview(work.tx, { id, organisationId, side }, { by: work.person.id, now: work.now })
  const unused = body.only === 'unused' ? await unusedBy(work) : null
  const items = await takeItems(work.tx, side, { organisationId, reviewId: id, unused, most: mostItems })
  if (items === 0) throw new Refusal('nothing_to_review')
  if (items > mostItems) throw new Refusal('too_many_items')
  record(work, { kind: 'review.started', readers: [organisationId], data: { reviewId: id, side, items } })
  return { id }
}

async function unusedBy({ tx, context, now }: OwnWork): Promise<{ before: Instant; rights: readonly UnusedRight[] }> {
  const uses = [...(await listRightUsesOfAll(tx, context.organisationId))]
  const rights = uses.flatMap(([partnership, of]) => unusedRights(of, unusedDays, now, calendar).map((right) => ({ partnership, right })))
  return { before: calendar.plusDays(now, -unusedDays), rights }
}

export async function cancelReview(work: OwnWork, { params }: Input<typeof cancelContract>): Promise<Record<string, never>> {
  const review = await lockOpenReview(work, params.review, 'look')
  await endReview(work.tx, review.id, { state: 'cancelled', by: work.person.id, now: work.now })
  const data = { reviewId: asId<ReviewId>(review.id), side: review.side }
  record(work, { kind: 'review.cancelled', readers: [review.organisationId], data })
  return {}
}

/** Whoever may, and only while it is open. */
export async function lockOpenReview(work: OwnWork, id: string, what: 'look' | 'close'): Promise<StoredReview> {
  const { organisationId, role } = work.context
  const review = await lockReview(work.tx, organisationId, id)
  if (!review) throw new Refusal('not_found')
  if (!mayReview(what, review.side, { side: review.side, role })) throw new Refusal('not_entitled')
  if (review.state !== 'open') throw new Refusal('review_closed')
  return review
}

export const sidesOf = (what: 'look' | 'close', role: OwnWork['context']['role'], isPartner: boolean): ReviewSide[] =>
  (['customer', 'partner'] as const).filter((side) => (side === 'customer' || isPartner) && mayReview(what, side, { side, role }))
