// Partnerships that the legal person before was granted, and that nobody has been asked about since the partner is another one.
import { sql } from 'kysely'
import type { PartnershipId } from '../../domain/ids.ts'
import type { GrantedBefore } from '../partnerships/granted-before-store.ts'
import type { Transaction } from '../platform/transact.ts'

export async function listUnasked(
  tx: Transaction,
  { except, limit, partnerId, since }: GrantedBefore & { readonly except: readonly PartnershipId[]; readonly limit: number },
): Promise<readonly PartnershipId[]> {
  const { rows } = await sql<{ id: PartnershipId }>`
    select g.id from granted_before(${partnerId}, ${new Date(since)}) g where g.id <> all(${[...except]}::uuid[]) order by g.id limit ${limit}`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}
