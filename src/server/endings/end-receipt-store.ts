// The receipt that signs what was handed back.
import { sql } from 'kysely'
import type { PartnershipId } from '../../domain/ids.ts'
import type { Transaction } from '../platform/transact.ts'

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
