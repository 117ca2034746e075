// The rows of reviews.
import { sql } from 'kysely'
import { asId, type OrganisationId, type PersonId } from '../../domain/ids.ts'
import type { ReviewSide, ReviewState } from '../../domain/review.ts'
import type { Instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

export type StoredReview = {
  readonly id: string
  readonly organisationId: OrganisationId
  readonly side: ReviewSide
  readonly state: ReviewState
}
export type ReviewRow = StoredReview & {
  readonly startedBy: string
  readonly startedAt: Date
  readonly closedBy: string | null
  readonly closedAt: Date | null
  readonly items: number
  readonly keep: number
  readonly drop: number
}

export async function insertReview(
  tx: Transaction,
  { id, organisationId, side }: Omit<StoredReview, 'state'>,
  { by, now }: { readonly by: PersonId; readonly now: Instant },
): Promise<void> {
  await tx
    .insertInto('review')
    .values({ id, organisation_id: organisationId, side, state: 'open', started_by: by, started_at: new Date(now) })
    .execute()
}

export async function hasOpenReview(tx: Transaction, organisationId: OrganisationId, side: ReviewSide): Promise<boolean> {
  const row = await tx
    .selectFrom('review')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('side', '=', side)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return row !== undefined
}

export async function lockReview(tx: Transaction, organisationId: OrganisationId, id: string): Promise<StoredReview | undefined> {
  const row = await tx
    .selectFrom('review')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row && { id: row.id, organisationId: asId(row.organisation_id), side: row.side as ReviewSide, state: row.state as ReviewState }
}

export async function listReviewRows(tx: Transaction, organisationId: OrganisationId, id: string | null): Promise<readonly ReviewRow[]> {
  const { rows } = await sql<ReviewRow>`
    select r.id, r.organisation_id "organisationId", r.side, r.state, person_name(r.started_by) "startedBy", r.started_at "startedAt",
      person_name(r.closed_by) "closedBy", r.closed_at "closedAt", i.items::int, i.keep::int, i.drop::int
    from review r, lateral (select count(*) items, count(*) filter (where decision = 'keep') keep, count(*) filter (where decision = 'drop') drop
      from review_item where review_id = r.id) i
    where r.organisation_id = ${organisationId} and (${id}::uuid is null or r.id = ${id}::uuid)
    order by r.started_at desc limit 20`.execute(tx)
  return rows
}

export async function endReview(
  tx: Transaction,
  id: string,
  { state, by, now }: { readonly state: 'closed' | 'cancelled'; readonly by: PersonId; readonly now: Instant },
): Promise<void> {
  await tx
    .updateTable('review')
    .set({ state, closed_by: by, closed_at: new Date(now) })
    .where('id', '=', id)
    .execute()
}
