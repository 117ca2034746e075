// What lets somebody in and was made on behalf of customers, with the facts it rests on: found, closed and kept whoever's it is, by functions of the
// database that touch only that whose facts this transaction changed.
import { sql } from 'kysely'
import type { WayInKind } from '../../domain/authorization/way-in.ts'
import type { ItemId, OrganisationId, PartnershipId, PersonId, ProductId, VisitId } from '../../domain/ids.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { PartnerRecord, PartnershipRecord, PersonRecord, ProductRecord } from '../../live-index/records.ts'
import type { Transaction } from '../platform/transact.ts'
import { dateOf } from './calendar.ts'

export type StoredWayIn = {
  readonly id: ItemId
  readonly kind: WayInKind
  readonly name: string
  readonly customerId: OrganisationId
  readonly partnershipId: PartnershipId
  readonly personId: PersonId
  readonly productId: ProductId
  readonly closesAt: number | null
  /** The end of the right does not close it: a password, a rule, a forwarding to an own address. */
  readonly stays: boolean
}
export type WithFacts = {
  readonly ways: readonly StoredWayIn[]
  /** Of these, the ones whose own gate is closed. */
  readonly partners: readonly PartnerRecord[]
  readonly partnerships: readonly PartnershipRecord[]
  readonly people: readonly PersonRecord[]
  readonly products: readonly ProductRecord[]
}

/** `keys`: of the facts that this transaction changed. `facts`: null when nothing rests on them. */
export async function findTouched(tx: Transaction): Promise<{ readonly keys: readonly string[]; readonly facts: WithFacts | null }> {
  const { rows } = await sql<{ keys: string[]; facts: WithFacts | null }>`select keys, facts from ways_in_touched()`.execute(tx)
  return rows[0] ?? { keys: [], facts: null }
}

const atOnce = 500

/** Those whose right ended by the clock, the oldest first, and those that nobody has looked at yet (closes_at at 0). As prokura_system. */
export async function findOverdue(tx: Transaction, now: Instant): Promise<WithFacts | null> {
  const { rows } = await sql<{ facts: WithFacts }>`
    select ways_in_with_facts(ids) as facts from (
      select array(select id from way_in where closes_at <= ${new Date(now)} and (not stays or closes_at = ${new Date(0)}) and (until is null or until >= ${dateOf(now)}) order by closes_at limit ${atOnce}) as ids) overdue
    where ids <> '{}'`.execute(tx)
  return rows[0]?.facts ?? null
}

/** Answers with those that were still there. */
export async function closeRows(tx: Transaction, ids: readonly ItemId[]): Promise<ReadonlySet<ItemId>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: ItemId }>`select close_ways_in(${[...ids]}::uuid[]) as id`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

export async function keepRows(
  tx: Transaction,
  kept: readonly { readonly id: ItemId; readonly closesAt: Instant | null }[],
): Promise<void> {
  if (kept.length === 0) return
  const rows = kept.map(({ id, closesAt }) => ({ id, closes_at: closesAt === null ? null : new Date(closesAt).toISOString() }))
  await sql`select keep_ways_in(${JSON.stringify(rows)}::json)`.execute(tx)
}

/** As a receipt keeps it: as it was called then. */
export type WayInNamed = {
  readonly id: ItemId
  readonly kind: WayInKind
  readonly name: string
  readonly product: { readonly id: ProductId; readonly name: string }
  readonly personId: PersonId
  /** The end of the right does not close it. */
  readonly stays: boolean
}

/** Passwords and rules of those partnerships and people that this transaction changed, and when the right they were set with ended, or ends. */
export async function listWaysLeft(tx: Transaction): Promise<
  readonly (Omit<WayInNamed, 'product' | 'stays'> & {
    readonly productId: ProductId
    readonly partnershipId: PartnershipId
    readonly rightEndedAt: Instant | null
  })[]
> {
  const { rows } = await sql<{
    id: ItemId
    kind: WayInKind
    name: string
    product_id: ProductId
    partnership_id: PartnershipId
    person_id: PersonId
    closes_at: Date | null
  }>`select * from ways_in_left()`.execute(tx)
  return rows.map(({ id, kind, name, product_id, partnership_id, person_id, closes_at }) => ({
    ...{ id, kind, name, productId: product_id, partnershipId: partnership_id, personId: person_id },
    rightEndedAt: closes_at && instant(closes_at.getTime()),
  }))
}

/** Those of a partnership that are open, or those made in these visits; not what leads nowhere outside, and nothing of a cancelled product. In the customer's context. */
export async function listWaysIn(
  tx: Transaction,
  of: { readonly partnershipId: PartnershipId } | { readonly visits: readonly VisitId[] },
  now: Instant,
): Promise<readonly WayInNamed[]> {
  let query = tx
    .selectFrom('way_in')
    .innerJoin('product', 'product.id', 'way_in.product_id')
    .select([
      'way_in.id',
      'way_in.kind',
      'way_in.name',
      'way_in.person_id',
      'way_in.stays',
      'product.id as product_id',
      'product.name as product',
    ])
    .where((way) =>
      way.or([way('way_in.stays', '=', true), way('way_in.closes_at', 'is', null), way('way_in.closes_at', '>', new Date(now))]),
    )
    .where((way) => way.or([way('way_in.stays', '=', false), way('way_in.kind', '<>', 'forwarding')]))
    .where('product.status', '<>', 'cancelled')
    .where((way) => way.or([way('way_in.until', 'is', null), way('way_in.until', '>=', dateOf(now))]))
    .orderBy('product.name')
    .orderBy('way_in.kind')
    .orderBy('way_in.name')
  if ('visits' in of && of.visits.length === 0) return []
  query =
    'visits' in of ? query.where('way_in.visit_id', 'in', [...of.visits]) : query.where('way_in.partnership_id', '=', of.partnershipId)
  return (await query.execute()).map((row) => ({
    id: row.id as ItemId,
    kind: row.kind as WayInKind,
    name: row.name ?? '',
    product: { id: row.product_id as ProductId, name: row.product },
    personId: row.person_id as PersonId,
    stays: row.stays ?? false,
  }))
}

/** Set under this partnership by people whose right to it is over; a password of a locked or cancelled product lets nobody in. As prokura_system. */
export async function countKnownPasswords(tx: Transaction, partnershipId: PartnershipId): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from known_password k join product p on p.id = k.product_id
    where k.partnership_id = ${partnershipId} and k.closes_at <= clock_timestamp() and p.status = 'active'`.execute(tx)
  return rows[0]?.count ?? 0
}
