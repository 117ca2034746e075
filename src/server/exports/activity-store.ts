// What the partner's people did at one customer, as the journal has it, oldest first and page by page.
import { sql } from 'kysely'
import type { OrganisationId, PartnershipId } from '../../domain/ids.ts'
import type { Transaction } from '../platform/transact.ts'

export type ActivityText = {
  readonly position: number
  readonly at: string
  readonly kind: string
  readonly body: Readonly<Record<string, unknown>>
  readonly detail: Readonly<Record<string, unknown>> | null
  readonly person: string | null
  readonly product_id: string | null
  readonly product: string | null
  readonly visit_id: string | null
}

const pageLength = 1000

const ofPartner = (
  partnerId: OrganisationId,
  partnershipId: PartnershipId,
) => sql`from journal_reader r join journal j on j.position = r.position
  where r.organisation_id = ${partnerId} and r.partnership_id = ${partnershipId}
    and coalesce(j.body -> 'by' ->> 'partnerId', j.body -> 'by' ->> 'organisationId') = ${partnerId}`

export async function countActivity(tx: Transaction, partnerId: OrganisationId, partnershipId: PartnershipId): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count ${ofPartner(partnerId, partnershipId)}`.execute(tx)
  return rows[0]?.count ?? 0
}

export async function* readActivity(
  tx: Transaction,
  partnerId: OrganisationId,
  partnershipId: PartnershipId,
): AsyncGenerator<readonly ActivityText[]> {
  for (let after = -1; ; ) {
    const { rows } = await sql<ActivityText>`select e.*, d.detail, person_name(e.person_id) as person, x.name as product
      from (select j.position, j.at::text as at, j.kind, j.body, j.person_id, j.product_id, j.visit_id ${ofPartner(partnerId, partnershipId)}
        and r.position > ${after} order by r.position limit ${pageLength}) e
      left join journal_detail d on d.position = e.position
      left join products_of_partnership(${partnershipId}) x on x.id = e.product_id
      order by e.position`.execute(tx)
    const last = rows.at(-1)
    if (last) yield rows
    if (!last || rows.length < pageLength) return
    after = last.position
  }
}
