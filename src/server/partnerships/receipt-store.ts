// The rows of receipts: opened in the customer's transaction, and who is told of it by mail.
import { sql } from 'kysely'
import type { WayInKind } from '../../domain/authorization/way-in.ts'
import type { ItemId, OrganisationId, PartnershipId, PersonId, ProductId, ReceiptId, VisitId } from '../../domain/ids.ts'
import type { RightId } from '../../domain/rights/catalogue.ts'
import type { Instant } from '../../domain/time.ts'
import { emailKey } from '../identity/email-key.ts'
import type { Transaction } from '../platform/transact.ts'

/**
 * What was taken back: some rights, all access for now, the whole partnership, people by name, or one visit; and by a partner from its own people:
 * one customer (`assignment`), or everything, because somebody left (`person`).
 */
export type Revoked = {
  readonly what: 'rights' | 'access' | 'partnership' | 'people' | 'visit' | 'assignment' | 'person'
  readonly rights: readonly RightId[]
  readonly people: readonly PersonId[]
  /** SHA-256 of the list of what was handed back, when the partnership ended: with it the receipt signs the list. */
  readonly handedBack?: string
}
export type VisitEnded = { readonly id: VisitId; readonly personId: PersonId; readonly startedAt: string }
/** As it was called then. `closed`: with what was taken back; otherwise it still works, or was made in the visit that was stopped, and stays. */
export type WayInKept = {
  readonly id: ItemId
  readonly kind: WayInKind
  readonly name: string
  readonly productId: ProductId
  readonly personId: PersonId
  readonly closed: boolean
}
export type OpenedReceipt = {
  readonly id: ReceiptId
  /** Null where somebody left the partner, and with it everything at all its customers. */
  readonly customerId: OrganisationId | null
  readonly partnershipId: PartnershipId | null
  /** The partner that did it; null: the customer did. */
  readonly partnerId: OrganisationId | null
  readonly personId: PersonId
  readonly revoked: Revoked
  readonly visits: readonly VisitEnded[]
  readonly tokens: number
  readonly waysIn: readonly WayInKept[]
  readonly revokedAt: Instant
}

export async function insertReceipt(tx: Transaction, receipt: OpenedReceipt): Promise<void> {
  await tx
    .insertInto('receipt')
    .values({
      id: receipt.id,
      customer_id: receipt.customerId,
      partnership_id: receipt.partnershipId,
      partner_id: receipt.partnerId,
      person_id: receipt.personId,
      revoked: JSON.stringify(receipt.revoked),
      visits: JSON.stringify(receipt.visits),
      tokens: receipt.tokens,
      ways_in: receipt.waysIn.length > 0 ? JSON.stringify(receipt.waysIn) : null,
      revoked_at: new Date(receipt.revokedAt),
    })
    .execute()
}

export async function listVisitsEnded(tx: Transaction, ids: readonly VisitId[]): Promise<readonly VisitEnded[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('visit')
    .select(['id', 'person_id', 'started_at'])
    .where('id', 'in', [...ids])
    .orderBy('started_at')
    .execute()
  return rows.map((row) => ({
    id: row.id as VisitId,
    personId: row.person_id as PersonId,
    startedAt: row.started_at.toISOString(),
  }))
}

/** The ways in of a receipt, in the transaction that opened it: closed with it, or still working. */
export async function listClosedBy(
  tx: Transaction,
  id: ReceiptId,
): Promise<readonly (Pick<WayInKept, 'kind' | 'name' | 'closed'> & { readonly product: string })[]> {
  const { rows } = await sql<{ ways: (WayInKept & { product: string })[] }>`
    select coalesce(json_agg(json_build_object('kind', w ->> 'kind', 'name', w ->> 'name', 'closed', (w ->> 'closed')::boolean,
      'product', coalesce(product_name((w ->> 'productId')::uuid), ''))), '[]') as ways
    from receipt r cross join json_array_elements(r.ways_in) w where r.id = ${id}`.execute(tx)
  return rows[0]?.ways ?? []
}

/** As prokura_system. An address that belongs to nobody we know is told, but by no name. */
export async function noteTold(tx: Transaction, receiptId: ReceiptId, address: string): Promise<void> {
  await sql`insert into receipt_told (receipt_id, person_id) select ${receiptId}, p.id from person p where p.email_key = ${emailKey(address)}
    and exists (select from receipt r where r.id = ${receiptId}) on conflict do nothing`.execute(tx)
}
