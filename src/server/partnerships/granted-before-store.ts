// What was granted to a partner before it became another legal person, closed in one statement. As prokura_operator or prokura_system.
import { sql } from 'kysely'
import type { OrganisationId, PartnershipId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

export type GrantedBefore = { readonly partnerId: OrganisationId; readonly since: Instant }
type Closed = { readonly id: PartnershipId; readonly customerId: OrganisationId }

/** The operator's gate of all of them; answers with those that it closed. */
export async function closeAll(tx: Transaction, { partnerId, since }: GrantedBefore, now: Instant): Promise<readonly Closed[]> {
  const { rows } = await sql<Closed>`
    select id, customer_id "customerId" from close_granted_before(${partnerId}, ${new Date(since)}, ${new Date(now)})`.execute(tx)
  return rows
}
