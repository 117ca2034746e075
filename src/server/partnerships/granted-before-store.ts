// What was granted to a partner before it became another legal person, closed some at a time. As prokura_system.
import { sql } from 'kysely'
import type { OrganisationId, PartnershipId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

export type GrantedBefore = { readonly partnerId: OrganisationId; readonly since: Instant }
type Closed = { readonly id: PartnershipId; readonly customerId: OrganisationId }

/** The operator's gate of at most so many; answers with those that it closed. */
export async function closeSome(
  tx: Transaction,
  { partnerId, since }: GrantedBefore,
  { now, most }: { readonly now: Instant; readonly most: number },
): Promise<readonly Closed[]> {
  const { rows } = await sql<Closed>`
    select id, customer_id "customerId" from close_granted_before(${partnerId}, ${new Date(since)}, ${new Date(now)}, ${most})`.execute(tx)
  return rows
}
