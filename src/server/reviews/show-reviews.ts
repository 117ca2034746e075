// Reviews as they are shown: the list of them, and one with all its items.

import { Refusal } from '../../domain/refusal.ts'
import { mayReview } from '../../domain/review.ts'
import { getNaming } from '../authorization/naming-store.ts'
import type { Answer, Input } from '../endpoint.ts'
import type { OwnWork } from '../work.ts'
import type { getReview as getContract, listReviews as listContract } from './contract.ts'
import { listItems, type ReviewItem } from './items-store.ts'
import { sidesOf } from './start-review.ts'
import { listReviewRows, type ReviewRow } from './store.ts'

type Shown = Answer<typeof getContract>

export async function listReviews({ tx, context }: OwnWork): Promise<Answer<typeof listContract>> {
  const { organisationId, role } = context
  const { isPartner } = await getNaming(tx, organisationId)
  const rows = await listReviewRows(tx, organisationId, null)
  const seen = sidesOf('look', role, true)
  return {
    reviews: rows.filter(({ side }) => seen.includes(side)).map(shown),
    mayStart: sidesOf('look', role, isPartner),
    mayClose: sidesOf('close', role, isPartner),
  }
}

export async function getReview(work: OwnWork, { params }: Input<typeof getContract>): Promise<Shown> {
  const row = await findReview(work, params.review)
  const { role } = work.context
  const isOpen = row.state === 'open'
  return {
    ...shown(row),
    mayDecide: isOpen,
    mayClose: isOpen && mayReview('close', row.side, { side: row.side, role }),
    items: (await listItems(work.tx, row.id)).map(itemShown),
  }
}

export async function findReview({ tx, context }: OwnWork, id: string): Promise<ReviewRow> {
  const [row] = await listReviewRows(tx, context.organisationId, id)
  if (!row || !mayReview('look', row.side, { side: row.side, role: context.role })) throw new Refusal('not_found')
  return row
}

function shown({
  id,
  side,
  state,
  startedBy,
  startedAt,
  closedBy,
  closedAt,
  items,
  keep,
  drop,
}: ReviewRow): Answer<typeof listContract>['reviews'][number] {
  const counts = { items, keep, drop, open: items - keep - drop }
  return { id, side, state, startedBy, startedAt: startedAt.toISOString(), closedBy, closedAt: iso(closedAt), counts }
}

function itemShown({ personId, teamId: _, holder, scopes, rights, ...item }: ReviewItem): Shown['items'][number] {
  return {
    ...item,
    scopes: [...scopes],
    rights: rights && [...rights],
    holder: holder === null ? null : { kind: personId === null ? 'team' : 'person', name: holder },
    since: iso(item.since),
    endsAt: iso(item.endsAt),
    lastUsedAt: iso(item.lastUsedAt),
    decidedAt: iso(item.decidedAt),
  }
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null
