// The customers a person may enter, as the account switcher lists them: kept on top, recently visited, and by name.
import { sql } from 'kysely'
import type { Transaction } from '../platform/transact.ts'
import { all, type Condition, rests, type Viewer, visible } from './customers-store.ts'

export type SwitchableRecord = {
  readonly partnership_id: string
  readonly name: string
  readonly customer_number: string | null
  readonly access: string | null
  readonly ends_at: Date | null
  readonly pinned: boolean
  readonly visited_at: Date | null
}

const recentDays = 90
const recentMost = 10

/** Kept on top and recent ones; `conditions` narrow by search. */
export async function listFamiliar(
  tx: Transaction,
  viewer: Viewer,
  conditions: readonly Condition[],
): Promise<readonly SwitchableRecord[]> {
  const { partnerId, personId, now } = viewer
  const since = new Date(now.getTime() - recentDays * 86_400_000)
  const { rows } = await sql<SwitchableRecord>`
    with recent as (select v.partnership_id, max(v.started_at) as visited_at from visit v
      where v.partner_id = ${partnerId} and v.person_id = ${personId} and v.started_at > ${since}
      group by v.partnership_id order by 2 desc limit ${recentMost}),
    pinned as (select p.partnership_id from pinned_customer p where p.person_id = ${personId} and p.partner_id = ${partnerId})
    select m.partnership_id, m.name, m.customer_number, m.access, m.ends_at, p.partnership_id is not null as pinned, r.visited_at
    from managed_customer m left join recent r on r.partnership_id = m.partnership_id left join pinned p on p.partnership_id = m.partnership_id
    where ${all([...enterable(viewer), ...conditions])} and m.partnership_id in (select partnership_id from recent union select partnership_id from pinned)
    order by pinned desc, case when p.partnership_id is null then r.visited_at end desc nulls last, m.name_key, m.id`.execute(tx)
  return rows
}

export async function listByName(
  tx: Transaction,
  viewer: Viewer,
  conditions: readonly Condition[],
  limit: number,
): Promise<readonly SwitchableRecord[]> {
  const { rows } = await sql<SwitchableRecord>`
    select m.partnership_id, m.name, m.customer_number, m.access, m.ends_at, false as pinned, null as visited_at
    from managed_customer m where ${all([...enterable(viewer), ...conditions])} order by m.name_key, m.id limit ${limit}`.execute(tx)
  return rows
}

/** By stored status, less what the clock ended meanwhile: two counts that indexes answer. */
export async function countActive(tx: Transaction, viewer: Viewer): Promise<number> {
  const where = all([...visible(viewer), sql`m.status = 'active'`, ...awake(viewer)])
  const { rows } = await sql<{ count: number }>`select (select count(*) from managed_customer m where ${where})
    - (select count(*) from managed_customer m where ${where} and m.lapses_at <= ${viewer.now}) as count`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Not resting with its partner. */
const awake = (viewer: Viewer): readonly Condition[] => (viewer.closedAt === null ? [] : [sql`not ${rests(viewer)}`])

/** Active, the partner too, begun, not run out, and admitted where the customer admits people by name. */
function enterable(viewer: Viewer): readonly Condition[] {
  const { personId, now } = viewer
  return [
    ...visible(viewer),
    ...awake(viewer),
    sql`m.status = 'active' and (m.lapses_at is null or m.lapses_at > ${now}) and m.starts_at <= ${now}`,
    sql`(not m.named_people_only or exists (select from admitted_person a
      where a.customer_id = m.customer_id and a.partnership_id = m.partnership_id and a.person_id = ${personId}))`,
  ]
}

export async function isListed(tx: Transaction, viewer: Viewer, partnershipId: string): Promise<boolean> {
  const where = all([...visible(viewer), sql`m.partnership_id = ${partnershipId}`])
  const { rows } = await sql`select 1 from managed_customer m where ${where}`.execute(tx)
  return rows.length > 0
}

export async function pin(tx: Transaction, { partnerId, personId, now }: Viewer, partnershipId: string): Promise<void> {
  await tx
    .insertInto('pinned_customer')
    .values({ person_id: personId, partner_id: partnerId, partnership_id: partnershipId, pinned_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function unpin(tx: Transaction, { partnerId, personId }: Viewer, partnershipId: string): Promise<void> {
  await tx
    .deleteFrom('pinned_customer')
    .where('person_id', '=', personId)
    .where('partner_id', '=', partnerId)
    .where('partnership_id', '=', partnershipId)
    .execute()
}
