// The review is closed: what was dropped is taken away as if somebody had done it by hand, partnership by partnership, and the result is written down.
import { asId, type ReviewId } from '../../domain/ids.ts'
import { decidePartnership } from '../../domain/partnership/decide-partnership.ts'
import { stateOfPartnership } from '../../domain/partnership/partnership.ts'
import { type ReviewResult, reviewResults } from '../../domain/review.ts'
import { rightsIn, withoutRights } from '../../domain/rights/rights-set.ts'
import type { Actor } from '../../domain/who-may.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { carryOut } from '../partnerships/answer-as-customer.ts'
import { listPeopleAssigned, listTeamsAssigned } from '../partnerships/assignment-store.ts'
import { calendar } from '../partnerships/calendar.ts'
import { changeAssignments } from '../partnerships/change-assignments.ts'
import { findAmong, listOwnProducts } from '../partnerships/customer-store.ts'
import { openReceipt } from '../partnerships/open-receipt.ts'
import { lockPartner } from '../partnerships/organisation-store.ts'
import { lockPartnership, type StoredPartnership } from '../partnerships/partnership-store.ts'
import { noteReviewed } from '../partnerships/review-store.ts'
import type { OwnWork } from '../work.ts'
import type { closeReview as contract } from './contract.ts'
import { listItems, type ReviewItem, saveResult } from './items-store.ts'
import { lockOpenReview } from './start-review.ts'
import { endReview } from './store.ts'

type Closed = { readonly results: ReadonlyMap<number, ReviewResult>; readonly receipt: string | null }

export async function closeReview(work: OwnWork, { params }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  const review = await lockOpenReview(work, params.review, 'close')
  if (review.side === 'partner') await lockPartner(work.tx, review.organisationId)
  const items = await listItems(work.tx, review.id)
  const receipts: { partnershipId: string; receipt: string }[] = []
  const results = new Map<number, ReviewResult>()
  for (const partnershipId of [...new Set(items.map((item) => item.partnershipId))].toSorted()) {
    const own = items.filter((item) => item.partnershipId === partnershipId)
    const partnership = await lockPartnership(work.tx, partnershipId)
    const closed = await closeOne(work, partnership, own, review.side)
    for (const [position, result] of closed.results) results.set(position, result)
    if (closed.receipt) receipts.push({ partnershipId, receipt: closed.receipt })
  }
  const of = (result: ReviewResult) => [...results].filter(([, one]) => one === result).map(([position]) => position)
  for (const result of reviewResults) await saveResult(work.tx, review.id, of(result), result)
  await endReview(work.tx, review.id, { state: 'closed', by: work.person.id, now: work.now })
  const counts = Object.fromEntries(reviewResults.map((result) => [result, of(result).length])) as Record<ReviewResult, number>
  record(work, {
    kind: 'review.closed',
    readers: [review.organisationId],
    data: { reviewId: asId<ReviewId>(review.id), side: review.side, kept: counts.kept, dropped: counts.dropped },
  })
  return { results: counts, receipts }
}

async function closeOne(
  work: OwnWork,
  partnership: StoredPartnership | undefined,
  items: readonly ReviewItem[],
  side: 'customer' | 'partner',
): Promise<Closed> {
  if (!partnership || stateOfPartnership(partnership, work.now) !== 'active')
    return { results: new Map(items.map(({ position }) => [position, 'gone'])), receipt: null }
  const by: Actor = { personId: work.person.id, side, role: work.context.role }
  return side === 'customer' ? dropRights(work, partnership, items, by) : dropHolders(work, partnership, items, by)
}

async function dropRights(work: OwnWork, partnership: StoredPartnership, items: readonly ReviewItem[], by: Actor): Promise<Closed> {
  const inForce = (partnership.grant?.rights ?? []).filter(({ notAfter }) => notAfter === null || notAfter > work.now)
  const present = rightsIn(inForce)
  const results = new Map(items.map((item) => [item.position, resultOf(item, item.right !== null && present.includes(item.right))]))
  const dropped = items.flatMap(({ position, right }) => (right !== null && results.get(position) === 'dropped' ? [right] : []))
  let { grant } = partnership
  let receipt: string | null = null
  if (dropped.length > 0) {
    const findProduct = findAmong(await listOwnProducts(work.tx, partnership.customerId))
    const keep = withoutRights(
      inForce.map(({ right, scope }) => ({ right, scope })),
      dropped,
      findProduct,
    )
    const command = { kind: 'narrow', by, keep, end: null } as const
    const narrowed = await carryOut(work, partnership, decidePartnership(partnership, command, { now: work.now, calendar, findProduct }))
    grant = narrowed.grant
    receipt = (await openReceipt(work, partnership))?.id ?? null
  }
  // Looked at as a whole: every right in force stood there and was decided on.
  const decided = items.flatMap(({ decision, right }) => (decision !== null && right !== null ? [right] : []))
  if (grant !== null && present.every((right) => decided.includes(right))) {
    const { id: partnershipId, customerId, partnerId } = partnership
    await noteReviewed(work.tx, partnership, work.person.id, work.now)
    record(work, {
      kind: 'partnership.reviewed',
      readers: [customerId, partnerId],
      partnershipId,
      customerId,
      data: { version: grant.version },
    })
  }
  return { results, receipt }
}

async function dropHolders(work: OwnWork, partnership: StoredPartnership, items: readonly ReviewItem[], by: Actor): Promise<Closed> {
  const people = new Set((await listPeopleAssigned(work.tx, partnership)).map(({ id }) => id))
  const teams = new Set((await listTeamsAssigned(work.tx, partnership)).map(({ id }) => id))
  const isThere = ({ personId, teamId }: ReviewItem) => (personId !== null ? people.has(personId) : teamId !== null && teams.has(teamId))
  const results = new Map(items.map((item) => [item.position, resultOf(item, isThere(item))]))
  const dropped = items.filter(({ position }) => results.get(position) === 'dropped')
  if (dropped.length > 0) {
    const isDropped = (id: string) => dropped.some(({ personId, teamId }) => personId === id || teamId === id)
    const wish = {
      people: <Held extends { readonly id: string }>(before: readonly Held[]) => before.filter(({ id }) => !isDropped(id)),
      teams: <Held extends { readonly id: string }>(before: readonly Held[]) => before.filter(({ id }) => !isDropped(id)),
    }
    await changeAssignments(work, partnership, wish, by)
  }
  return { results, receipt: null }
}

function resultOf({ decision }: ReviewItem, isThere: boolean): ReviewResult {
  if (!isThere) return 'gone'
  if (decision === null) return 'not_reviewed'
  return decision === 'keep' ? 'kept' : 'dropped'
}
