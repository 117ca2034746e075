// How each person sees the list, and the people, teams and tags it can be filtered by.
import { sql } from 'kysely'
import type { Transaction } from '../platform/transact.ts'
import { all, type Viewer, visible } from './customers-store.ts'
import type { ListView } from './look-contract.ts'

export async function findListView(tx: Transaction, partnerId: string, personId: string) {
  return tx
    .selectFrom('customer_list_view')
    .select(['columns', 'density'])
    .where('person_id', '=', personId)
    .where('partner_id', '=', partnerId)
    .executeTakeFirst()
}

export async function saveListView(tx: Transaction, partnerId: string, personId: string, view: ListView): Promise<void> {
  await tx
    .insertInto('customer_list_view')
    .values({ person_id: personId, partner_id: partnerId, ...view })
    .onConflict((conflict) => conflict.columns(['person_id', 'partner_id']).doUpdateSet(view))
    .execute()
}

export async function listColleagues(tx: Transaction, partnerId: string): Promise<{ id: string; name: string; role: string }[]> {
  return tx
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .select(['person.id', 'person.name', 'member.role'])
    .where('member.organisation_id', '=', partnerId)
    .orderBy('person.name')
    .execute()
}

export async function listTeams(tx: Transaction, partnerId: string): Promise<{ id: string; name: string }[]> {
  return tx.selectFrom('team').select(['id', 'name']).where('organisation_id', '=', partnerId).orderBy('name').execute()
}

/** Those that stand somewhere in the list of this person. */
export async function listTags(tx: Transaction, viewer: Viewer): Promise<readonly string[]> {
  const { rows } = await sql<{ tag: string }>`select distinct tag from managed_customer m, unnest(m.tags) tag
    where m.tags <> '{}' and ${all(visible(viewer))} order by tag limit 500`.execute(tx)
  return rows.map(({ tag }) => tag)
}
