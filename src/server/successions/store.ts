// Whom a succession asks, and what a partner noted of a customer. As prokura_system.
import { sql } from 'kysely'
import { asId, type ManagedCustomerId, type OrganisationId, type PartnershipId } from '../../domain/ids.ts'
import type { Transaction } from '../platform/transact.ts'

type ToAsk = { readonly id: PartnershipId; readonly customerId: OrganisationId }
type Wanted = {
  readonly successionId: string
  readonly partnerId: OrganisationId
  readonly successorId: OrganisationId
  readonly after: PartnershipId | null
  readonly limit: number
}

type Page = { readonly after: string | null; readonly limit: number }

/** Questions that nobody answered, of partnerships that live, in the order of their ids; whoever wants no requests of the successor is left out. */
export async function listToRemind(tx: Transaction, successionId: string, { after, limit }: Page): Promise<readonly PartnershipId[]> {
  const { rows } = await sql<{ id: string }>`
    select q.partnership_id as id from succession_question q join partnership p on p.id = q.partnership_id
    where q.succession_id = ${successionId} and q.state = 'asked' and p.state = 'active' and (${after}::uuid is null or q.partnership_id > ${after}::uuid)
      and not exists (select from blocked_partner b where b.partner_id = q.successor_id and b.customer_id = q.customer_id and b.lifted_at is null)
    order by q.partnership_id limit ${limit}`.execute(tx)
  return rows.map(({ id }) => asId(id))
}

/** Living partnerships in the order of their ids, without who blocked the successor: whoever wants no requests of it is not asked. */
export async function listToAsk(
  tx: Transaction,
  { successionId, partnerId, successorId, after, limit }: Wanted,
): Promise<readonly ToAsk[]> {
  const { rows } = await sql<{ id: string; customer_id: string }>`
    select p.id, p.customer_id from partnership p
    where p.partner_id = ${partnerId} and p.state = 'active' and p.customer_id <> ${successorId}
      and (${after}::uuid is null or p.id > ${after}::uuid)
      and not exists (select from blocked_partner b where b.partner_id = ${successorId} and b.customer_id = p.customer_id and b.lifted_at is null)
      and not exists (select from succession_question q where q.partnership_id = p.id and q.succession_id = ${successionId})
    order by p.id limit ${limit}`.execute(tx)
  return rows.map(({ id, customer_id }) => ({ id: asId(id), customerId: asId(customer_id) }))
}

export type NotesKept = {
  readonly id: ManagedCustomerId
  readonly reference: string | null
  readonly tags: readonly string[]
  readonly note: string | null
}

/** The row of the list behind a partnership, with what its partner noted. */
export async function findNotes(tx: Transaction, partnershipId: PartnershipId): Promise<NotesKept | undefined> {
  const row = await tx
    .selectFrom('managed_customer')
    .select(['id', 'own_reference', 'tags', 'note'])
    .where('partnership_id', '=', partnershipId)
    .executeTakeFirst()
  return row && { id: asId(row.id), reference: row.own_reference === '' ? null : row.own_reference, tags: row.tags, note: row.note }
}
