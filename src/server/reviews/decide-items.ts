// Keep or drop: written down at once, item by item, and carried out only when the review is closed.
import { alongWith, type ReviewDecision } from '../../domain/review.ts'
import type { Answer, Input } from '../endpoint.ts'
import type { OwnWork } from '../work.ts'
import type { decideItems as contract } from './contract.ts'
import { listItems, type ReviewItem, saveDecisions } from './items-store.ts'
import { lockOpenReview } from './start-review.ts'

export async function decideItems(work: OwnWork, { params, body }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  const review = await lockOpenReview(work, params.review, 'look')
  const items = await listItems(work.tx, review.id)
  const decided = along(items, body.positions, body.decision)
  if (decided.length > 0) await saveDecisions(work.tx, review.id, decided, { decision: body.decision, by: work.person.id, now: work.now })
  const after = items.map((item) => (decided.includes(item.position) ? body.decision : item.decision))
  const count = (decision: ReviewDecision) => after.filter((one) => one === decision).length
  const counts = { items: items.length, keep: count('keep'), drop: count('drop'), open: after.filter((one) => one === null).length }
  return { decided, counts }
}

/** The items meant, and those of the same partner whose rights go with theirs. */
function along(items: readonly ReviewItem[], positions: readonly number[], decision: ReviewDecision | null): number[] {
  const meant = new Set(positions)
  const chosen = items.filter(({ position }) => meant.has(position))
  const tied = chosen.flatMap((item) => {
    const { right } = item
    if (right === null || decision === null) return [item.position]
    const same = items.filter(({ partnershipId }) => partnershipId === item.partnershipId)
    const rights = alongWith(
      right,
      decision,
      same.flatMap((one) => one.right ?? []),
    )
    return same.filter((one) => one.right !== null && rights.includes(one.right)).map(({ position }) => position)
  })
  return [...new Set(tied)]
}
