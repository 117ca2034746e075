// How strict a customer is, in general and with one partner. In the customer's context.
import type { OrganisationId, PartnershipId, PersonId } from '../../domain/ids.ts'
import { type Strictness, strictnessOf } from '../../domain/partnership/strictness.ts'
import type { Transaction } from '../platform/transact.ts'

type Ours = { readonly id: PartnershipId; readonly customerId: OrganisationId }

export async function findStrictness(tx: Transaction, { id, customerId }: Ours): Promise<Strictness> {
  const row = await tx
    .selectFrom('partnership')
    .select(['named_people_only', 'visit_reason_needed', 'two_approvers', 'second_factor_needed'])
    .where('customer_id', '=', customerId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const told = await tx
    .selectFrom('visit_notice')
    .select('person_id')
    .where('customer_id', '=', customerId)
    .where('partnership_id', '=', id)
    .limit(1)
    .executeTakeFirst()
  return {
    namedPeopleOnly: row.named_people_only,
    reasonNeeded: row.visit_reason_needed,
    visitsTold: told !== undefined,
    twoApprovers: row.two_approvers,
    secondFactorNeeded: row.second_factor_needed,
  }
}

/** All parts but who is told, which are rows of people. */
export async function saveStrictness(tx: Transaction, { id, customerId }: Ours, strictness: Strictness): Promise<void> {
  await tx
    .updateTable('partnership')
    .set({
      named_people_only: strictness.namedPeopleOnly,
      visit_reason_needed: strictness.reasonNeeded,
      two_approvers: strictness.twoApprovers,
      second_factor_needed: strictness.secondFactorNeeded,
    })
    .where('customer_id', '=', customerId)
    .where('id', '=', id)
    .execute()
}

/** What a new partnership begins with. */
export async function findDefaultStrictness(tx: Transaction, organisationId: OrganisationId): Promise<Strictness> {
  const row = await tx.selectFrom('organisation').select('strictness').where('id', '=', organisationId).executeTakeFirst()
  return (row?.strictness as Strictness | null | undefined) ?? strictnessOf('standard')
}

export async function saveDefaultStrictness(tx: Transaction, organisationId: OrganisationId, strictness: Strictness): Promise<void> {
  await tx
    .updateTable('organisation')
    .set({ strictness: JSON.stringify(strictness) })
    .where('id', '=', organisationId)
    .execute()
}

/** From now on this person is told of visits. */
export async function tellPerson(tx: Transaction, { id, customerId }: Ours, personId: PersonId): Promise<void> {
  await tx
    .insertInto('visit_notice')
    .values({ customer_id: customerId, partnership_id: id, person_id: personId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
