// What was sent from which version of which template, and what of it is in force.
import { sql } from 'kysely'
import type { OrganisationId } from '../../domain/ids.ts'
import type { Transaction } from '../platform/transact.ts'

export type Sent = { readonly templateId: string; readonly version: number; readonly sent: number; readonly customers: number }

export async function countSent(tx: Transaction, partnerId: OrganisationId): Promise<readonly Sent[]> {
  const { rows } = await sql<Sent>`select p.template_id as "templateId", p.template_version as version, count(*)::integer as sent,
      count(distinct s.id) filter (where s.state = 'active')::integer as customers
    from proposal p left join partnership s on s.id = p.partnership_id and p.state = 'accepted'
    where p.partner_id = ${partnerId} and p.template_id is not null and p.state <> 'prepared' group by 1, 2`.execute(tx)
  return rows
}
