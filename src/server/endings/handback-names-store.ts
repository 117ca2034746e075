// The names beside what was handed back, and the receipt that signs it.
import { sql } from 'kysely'
import type { OrganisationId, PartnershipId, ProductId } from '../../domain/ids.ts'
import type { Transaction } from '../platform/transact.ts'

export async function organisationName(tx: Transaction, id: OrganisationId): Promise<string> {
  const { rows } = await sql<{ name: string | null }>`select organisation_name(${id}) as name`.execute(tx)
  return rows[0]?.name ?? ''
}

export async function productNames(tx: Transaction, ids: readonly ProductId[]): Promise<ReadonlyMap<ProductId, string>> {
  const { rows } = await sql<{ id: ProductId; name: string | null }>`
    select id, product_name(id) as name from unnest(${ids}::uuid[]) id`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name ?? '']))
}

/** In the customer's context; a partner finds none. */
export async function findEndReceipt(tx: Transaction, partnershipId: PartnershipId, digest: string): Promise<string | null> {
  const row = await tx
    .selectFrom('receipt')
    .select('id')
    .where('partnership_id', '=', partnershipId)
    .where(sql<string>`revoked ->> 'handedBack'`, '=', digest)
    .executeTakeFirst()
  return row?.id ?? null
}
