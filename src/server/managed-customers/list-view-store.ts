// How each person sees the list, and the people it can be filtered by.
import type { Transaction } from '../platform/transact.ts'
import type { ListView } from './contract.ts'

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

export async function listColleagues(tx: Transaction, partnerId: string): Promise<{ id: string; name: string }[]> {
  return tx
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .select(['person.id', 'person.name'])
    .where('member.organisation_id', '=', partnerId)
    .orderBy('person.name')
    .execute()
}
