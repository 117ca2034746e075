// Customers that a collaborator does not have: by name, and nothing else that a row holds.
import { sql } from 'kysely'
import type { OrganisationId, PersonId } from '../../domain/ids.ts'
import type { Transaction } from '../platform/transact.ts'

export type OtherCustomer = {
  readonly id: string
  readonly name: string
  readonly city: string | null
  readonly status: 'active' | 'suspended'
  readonly request: string | null
  readonly sort_key: string
}
const page = 50
type Asking = { readonly partnerId: OrganisationId; readonly personId: PersonId; readonly now: Date }

/** By name alone: what else a row holds is not searched for somebody who does not have it. */
export async function listOthers(
  tx: Transaction,
  { partnerId, personId, now }: Asking,
  { search, after }: { readonly search: string; readonly after: readonly [string, string] | undefined },
): Promise<readonly OtherCustomer[]> {
  const behind = after ? sql`and (m.name_key, m.id) > (${after[0]}, ${after[1]}::uuid)` : sql``
  const named = search === '' ? sql`` : sql`and strpos(m.name_key, fold(${search})) > 0`
  const { rows } = await sql<OtherCustomer>`
    select m.id, m.name, o.city, 
      case when exists (select from partnership p where p.id = m.partnership_id and closed_with_partner(p) is not null) then 'suspended' else m.status end as status, m.name_key as sort_key, (select r.id from access_request r
      where r.partnership_id = m.partnership_id and r.person_id = ${personId} and r.state = 'open' and r.asked_at > ${now}::timestamptz - interval '7 days') as request
    from managed_customer m join organisation o on o.id = m.customer_id
    where m.partner_id = ${partnerId} and m.status in ('active', 'suspended') and (m.lapses_at is null or m.lapses_at > ${now})
      and m.partnership_id not in (select a.id from partnerships_assigned(${partnerId}, ${personId}, ${now}) a(id)) ${named} ${behind}
    order by m.name_key, m.id limit ${page + 1}`.execute(tx)
  return rows
}
export const othersShown = page
