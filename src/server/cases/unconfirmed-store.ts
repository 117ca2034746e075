// Partnerships that the legal person before was granted, and that nobody has been asked about since the partner is another one.
import { sql } from 'kysely'
import type { OrganisationId, PartnershipId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

export type Granted = { readonly id: PartnershipId; readonly customerId: OrganisationId; readonly partnerId: OrganisationId }
type Before = { readonly partnerId: OrganisationId; readonly since: Instant }

/** Active before, or active since by what was proposed before; whenever that came about, so that none is passed by. */
const grantedBefore = ({ partnerId, since }: Before) => sql`
  p.partner_id = ${partnerId} and p.state = 'active'
  and (p.activated_at < ${new Date(since)} or exists (
    select from grant_version v join proposal q on q.id = v.proposal_id
    where v.customer_id = p.customer_id and v.partnership_id = p.id and v.version = p.grant_version and q.created_at < ${new Date(since)}))
  and not exists (
    select from partnership_confirmation c
    where c.customer_id = p.customer_id and c.partnership_id = p.id and c.why = 'new_legal_person' and c.asked_at >= ${new Date(since)})`

export async function listUnasked(
  tx: Transaction,
  { except, limit, ...before }: Before & { readonly except: readonly PartnershipId[]; readonly limit: number },
): Promise<readonly PartnershipId[]> {
  const { rows } = await sql<{ id: PartnershipId }>`
    select p.id from partnership p where ${grantedBefore(before)} and p.id <> all(${[...except]}::uuid[]) order by p.id limit ${limit}`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}

/** The operator's gate of all of them, in one statement; answers with those that it closed. */
export async function closeAll(tx: Transaction, before: Before, now: Instant): Promise<readonly Granted[]> {
  const { rows } = await sql<Granted>`
    with open as materialized (
      select p.id from partnership p where ${grantedBefore(before)} and p.suspended_by_operator_at is null order by p.id for no key update of p)
    update partnership p set suspended_by_operator_at = ${new Date(now)} from open
    where p.id = open.id returning p.id, p.customer_id "customerId", p.partner_id "partnerId"`.execute(tx)
  return rows
}
