// What is handed back when a partnership ends: read in the customer's context while it is still there, and kept for both sides.
import { sql } from 'kysely'
import type { WayInKind } from '../../domain/authorization/way-in.ts'
import { asId, type OrganisationId, type PartnershipId, type PersonId, type ProductId } from '../../domain/ids.ts'
import type { Partnership } from '../../domain/partnership/partnership.ts'
import type { Family, RightId } from '../../domain/rights/catalogue.ts'
import type { Scope } from '../../domain/rights/scope.ts'
import type { Instant, LocalDate } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

/** Ids and plain facts, and the names beside them as they were: whoever reads it later learns no newer ones. */
export type HandedBack = {
  readonly partnership: PartnershipId
  readonly customer: OrganisationId
  readonly partner: OrganisationId
  readonly at: string
  readonly rights: readonly {
    readonly right: RightId
    readonly scopes: readonly Scope[]
    readonly lastUsedAt: string | null
    readonly lastUsedBy: PersonId | null
  }[]
  readonly people: readonly PersonId[]
  readonly visits: { readonly count: number; readonly lastAt: string | null; readonly lastBy: PersonId | null }
  readonly products: readonly {
    readonly id: ProductId
    readonly family: Family
    readonly payer: 'customer' | 'partner' | 'other'
    /** Where the partner paid: from then on the customer does. */
    readonly customerPaysFrom: LocalDate | null
  }[]
  /** Orders the partner placed and nobody has carried out yet, by number. */
  readonly openOrders: readonly { readonly number: string; readonly issuedOn: string }[]
  /** Members of the customer whom the partner invited. */
  readonly members: readonly PersonId[]
  /** What the partner's people made that lets somebody in, as it was called then: `closed` with the end, or still working. Absent: written before these were told. */
  readonly waysIn?: readonly {
    readonly kind: WayInKind
    readonly name: string
    readonly product: ProductId
    readonly by: PersonId
    readonly closed: boolean
  }[]
  /** Of the two organisations, the people and the products, by id. */
  readonly names: Readonly<Record<string, string>>
}

export type LastUse = { readonly right: RightId; readonly at: string; readonly by: PersonId | null }

export async function listLastUses(tx: Transaction, { id, customerId }: Partnership): Promise<readonly LastUse[]> {
  const { rows } = await sql<{ right: string; at: Date; by: string | null }>`
    select distinct on ("right") "right", last_used_at as at, last_used_by as by from granted_right
    where customer_id = ${customerId} and partnership_id = ${id} and last_used_at is not null order by "right", last_used_at desc`.execute(
    tx,
  )
  return rows.map((row) => ({ right: row.right as RightId, at: row.at.toISOString(), by: row.by === null ? null : asId(row.by) }))
}

export async function sumUpVisits(tx: Transaction, { id, customerId }: Partnership): Promise<HandedBack['visits']> {
  const { rows } = await sql<{ count: number; last_at: Date | null; last_by: string | null }>`
    select count(*)::int as count, max(started_at) as last_at, (array_agg(person_id order by started_at desc))[1] as last_by
    from visit where customer_id = ${customerId} and partnership_id = ${id}`.execute(tx)
  const [row] = rows
  return { count: row?.count ?? 0, lastAt: row?.last_at?.toISOString() ?? null, lastBy: row?.last_by ? asId(row.last_by) : null }
}

export type OwnedProduct = {
  readonly productId: ProductId
  readonly ownerId: OrganisationId
  readonly name: string
  readonly family: Family
  readonly createdAt: Instant
  readonly payerId: OrganisationId
}

export async function listOwned(tx: Transaction, customerId: OrganisationId): Promise<readonly OwnedProduct[]> {
  const rows = await tx
    .selectFrom('product')
    .select(['id', 'name', 'family', 'created_at', 'payer_id'])
    .where('organisation_id', '=', customerId)
    .where('status', '<>', 'cancelled')
    .orderBy('family')
    .orderBy('name')
    .execute()
  return rows.map((row) => ({
    productId: asId(row.id),
    ownerId: customerId,
    name: row.name,
    family: row.family as Family,
    createdAt: row.created_at.getTime() as Instant,
    payerId: asId(row.payer_id),
  }))
}

export async function listOpenOrders(tx: Transaction, { customerId, partnerId }: Partnership): Promise<HandedBack['openOrders']> {
  const rows = await tx
    .selectFrom('invoice')
    .select(['number', 'issued_on'])
    .where('organisation_id', '=', customerId)
    .where('ordered_by_partner_id', '=', partnerId)
    .where('kind', '=', 'order')
    .where('status', '=', 'placed')
    .orderBy('issued_on')
    .execute()
  return rows.map((row) => ({ number: row.number, issuedOn: row.issued_on }))
}

/** Collaborators of the customer whom this partner invited. */
export async function listInvitedBy(
  tx: Transaction,
  { customerId, partnerId }: Partnership,
): Promise<readonly { readonly id: PersonId; readonly name: string }[]> {
  const rows = await tx
    .selectFrom('member')
    .select(['person_id', sql<string | null>`person_name(person_id)`.as('name')])
    .where('organisation_id', '=', customerId)
    .where('invited_by_partner_id', '=', partnerId)
    .where('role', '=', 'collaborator')
    .orderBy('person_id')
    .execute()
  return rows.map((row) => ({ id: asId(row.person_id), name: row.name ?? '' }))
}

export async function insertHandback(tx: Transaction, content: HandedBack, digest: string, now: Instant): Promise<void> {
  await tx
    .insertInto('handback')
    .values({
      customer_id: content.customer,
      partnership_id: content.partnership,
      partner_id: content.partner,
      content: JSON.stringify(content),
      digest,
      created_at: new Date(now),
    })
    .execute()
}

export async function findHandback(
  tx: Transaction,
  partnershipId: PartnershipId,
): Promise<{ readonly content: HandedBack; readonly digest: string } | undefined> {
  const row = await tx.selectFrom('handback').select(['content', 'digest']).where('partnership_id', '=', partnershipId).executeTakeFirst()
  // The first ones were written without names.
  const content = row?.content as (Omit<HandedBack, 'names'> & Partial<HandedBack>) | undefined
  return row && content && { content: { ...content, names: content.names ?? {} }, digest: row.digest }
}
