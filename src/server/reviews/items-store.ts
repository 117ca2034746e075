// The items of a review: taken down as they stand in one statement, read, decided, and closed with what became of them.
import { sql } from 'kysely'
import type { OrganisationId, PartnershipId, PersonId, TeamId } from '../../domain/ids.ts'
import type { ReviewDecision, ReviewResult, ReviewSide } from '../../domain/review.ts'
import { type RightId, rightIds } from '../../domain/rights/catalogue.ts'
import type { Scope } from '../../domain/rights/scope.ts'
import type { Instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

export type ReviewItem = {
  readonly position: number
  readonly partnershipId: PartnershipId
  readonly other: string
  readonly right: RightId | null
  readonly personId: PersonId | null
  readonly teamId: TeamId | null
  readonly holder: string | null
  readonly scopes: readonly Scope[]
  readonly rights: readonly RightId[] | null
  readonly since: Date | null
  readonly endsAt: Date | null
  readonly lastUsedAt: Date | null
  readonly lastUsedBy: string | null
  readonly decision: ReviewDecision | null
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  readonly result: ReviewResult | null
}

export type UnusedRight = { readonly partnership: PartnershipId; readonly right: RightId }

type Taking = {
  readonly organisationId: OrganisationId
  readonly reviewId: string
  /** Only what nobody uses: these rights, and people as `unusedPeople` says it; null: everything. */
  readonly unused: { readonly before: Instant; readonly rights: readonly UnusedRight[] } | null
  readonly most: number
}

/** Answers with how many there are; one more than `most` when there are too many. */
export async function takeItems(tx: Transaction, side: ReviewSide, taking: Taking): Promise<number> {
  const { numAffectedRows } = await (side === 'customer' ? takeRights(taking) : takeHolders(taking)).execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** Each right of each partner, on everything it is granted for. */
function takeRights({ organisationId, reviewId, unused, most }: Taking) {
  const only = unused === null ? null : JSON.stringify(unused.rights)
  return sql`
    insert into review_item (organisation_id, review_id, position, partnership_id, other, "right", scopes, since, ends_at, last_used_at, last_used_by)
    select ${organisationId}, ${reviewId}, row_number() over (order by fold(other), partnership_id, place), partnership_id, other, "right", scopes,
      since, ends_at, last_used_at, last_used_by
    from (
      select p.id partnership_id, o.name other, r."right", min(r.granted_at) since,
        case when bool_or(r.not_after is null) then null else max(r.not_after) end ends_at, max(r.last_used_at) last_used_at,
        (select person_name(u.last_used_by) from granted_right u where u.partnership_id = p.id and u.customer_id = p.customer_id
          and u."right" = r."right" and u.last_used_by is not null order by u.last_used_at desc limit 1) last_used_by,
        min(array_position(${[...rightIds]}::text[], r."right")) place,
        json_agg(case r.scope_kind
          when 'organisation' then json_build_object('kind', 'organisation')
          when 'all' then json_build_object('kind', 'all', 'future', r.future_products)
          when 'family' then json_build_object('kind', 'family', 'family', r.scope_key, 'future', r.future_products)
          else json_build_object('kind', 'product', 'productId', r.scope_key) end) scopes
      from partnership p join organisation o on o.id = p.partner_id
      join granted_right r on r.customer_id = p.customer_id and r.partnership_id = p.id
      where p.customer_id = ${organisationId} and p.state = 'active' and (r.not_after is null or r.not_after > clock_timestamp())
        and (${only}::jsonb is null or exists (select from jsonb_to_recordset(${only}::jsonb) u (partnership uuid, "right" text)
          where u.partnership = p.id and u."right" = r."right"))
      group by p.id, p.customer_id, p.grant_version, o.name, r."right"
      limit ${most + 1}) held`
}

/** Each person and each team that has a customer, with the last visit there. */
function takeHolders({ organisationId, reviewId, unused, most }: Taking) {
  const before = unused === null ? null : new Date(unused.before)
  return sql`
    insert into review_item (organisation_id, review_id, position, partnership_id, other, person_id, team_id, holder, rights, since, last_used_at, last_used_by)
    select ${organisationId}, ${reviewId}, row_number() over (order by fold(other), partnership_id, team_id nulls first, fold(holder)), partnership_id, other,
      person_id, team_id, holder, rights, since, last_used_at, last_used_by
    from (
      select a.partnership_id, m.name other, a.person_id, null::uuid team_id, x.name holder, a.rights, a.assigned_at since, v.at last_used_at, null::text last_used_by
      from assignment a join person x on x.id = a.person_id
      join managed_customer m on m.partner_id = a.partner_id and m.partnership_id = a.partnership_id
      left join lateral (select max(seen_at) at from visit v where v.partnership_id = a.partnership_id and v.person_id = a.person_id) v on true
      where a.partner_id = ${organisationId} and m.status in ('active', 'suspended')
      union all
      select a.partnership_id, m.name, null, a.team_id, t.name, a.rights, a.assigned_at, v.at, (select person_name(v.by))
      from team_assignment a join team t on t.id = a.team_id
      join managed_customer m on m.partner_id = a.partner_id and m.partnership_id = a.partnership_id
      left join lateral (select v.seen_at at, v.person_id by from visit v join team_member w on w.team_id = a.team_id and w.person_id = v.person_id
        where v.partnership_id = a.partnership_id order by v.seen_at desc limit 1) v on true
      where a.partner_id = ${organisationId} and m.status in ('active', 'suspended')
    ) held
    where ${before}::timestamptz is null or (since <= ${before}::timestamptz and (last_used_at is null or last_used_at <= ${before}::timestamptz))
    limit ${most + 1}`
}

export async function listItems(tx: Transaction, reviewId: string): Promise<readonly ReviewItem[]> {
  const { rows } = await sql<ReviewItem>`
    select position, partnership_id "partnershipId", other, "right", person_id "personId", team_id "teamId", holder, scopes, rights, since,
      ends_at "endsAt", last_used_at "lastUsedAt", last_used_by "lastUsedBy", decision, person_name(decided_by) "decidedBy", decided_at "decidedAt", result
    from review_item where review_id = ${reviewId} order by position`.execute(tx)
  return rows
}

export async function saveDecisions(
  tx: Transaction,
  reviewId: string,
  positions: readonly number[],
  decided: { readonly decision: ReviewDecision | null; readonly by: PersonId; readonly now: Instant },
): Promise<void> {
  const isTakenBack = decided.decision === null
  await tx
    .updateTable('review_item')
    .set({
      decision: decided.decision,
      decided_by: isTakenBack ? null : decided.by,
      decided_at: isTakenBack ? null : new Date(decided.now),
    })
    .where('review_id', '=', reviewId)
    .where('position', 'in', [...positions])
    .execute()
}

export async function saveResult(tx: Transaction, reviewId: string, positions: readonly number[], result: ReviewResult): Promise<void> {
  if (positions.length === 0) return
  await tx
    .updateTable('review_item')
    .set({ result })
    .where('review_id', '=', reviewId)
    .where('position', 'in', [...positions])
    .execute()
}
