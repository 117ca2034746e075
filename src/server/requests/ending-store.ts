// What would end with a partnership: visits, people's access, products.
import { sql } from 'kysely'
import type { PartnershipId } from '../../domain/ids.ts'
import type { Partnership } from '../../domain/partnership/partnership.ts'
import type { Visit } from '../../domain/visit.ts'
import { toVisit } from '../authorization/load-facts.ts'
import type { Transaction } from '../platform/transact.ts'

export async function listVisitsNow(tx: Transaction, partnershipId: PartnershipId): Promise<readonly { visit: Visit; person: string }[]> {
  const rows = await tx
    .selectFrom('visit')
    .selectAll()
    .select(sql<string>`person_name(person_id)`.as('person'))
    .where('partnership_id', '=', partnershipId)
    .where('ended_at', 'is', null)
    .orderBy('started_at')
    .execute()
  return rows.map((row) => ({ visit: toVisit(row), person: row.person }))
}

export async function listAssigned(tx: Transaction, partnershipId: PartnershipId): Promise<readonly string[]> {
  const { rows } = await sql<{ person: string }>`
    select person_name(id) as person from (
      select a.person_id as id, a.assigned_at from assignment a where a.partnership_id = ${partnershipId}
      union all select t.person_id, a.assigned_at from team_assignment a join team_member t on t.team_id = a.team_id where a.partnership_id = ${partnershipId}) assigned
    group by id order by min(assigned_at), id`.execute(tx)
  return rows.map(({ person }) => person)
}

/** All products in scope, and those this partner pays. */
export async function countProductsOf(tx: Transaction, { id, partnerId }: Partnership): Promise<{ all: number; paid: number }> {
  const { rows } = await sql<{ scoped: number | null; paid: number }>`
    select (select products from managed_customer where partnership_id = ${id} and partner_id = ${partnerId}) as scoped,
      (select count(*)::int from products_of_partnership(${id}) x where x.payer_id = ${partnerId}) as paid`.execute(tx)
  return { all: rows[0]?.scoped ?? 0, paid: rows[0]?.paid ?? 0 }
}
