// Who decides about whom: operators with the line of those who named them, and whether somebody has a part in an organisation.
import { sql } from 'kysely'
import type { OrganisationId, PersonId } from '../../domain/ids.ts'
import type { Transaction } from '../platform/transact.ts'

/** Also one of before. */
export async function isKnownOperator(tx: Transaction, personId: PersonId): Promise<boolean> {
  return (await tx.selectFrom('operator').select('person_id').where('person_id', '=', personId).executeTakeFirst()) !== undefined
}

/** Whether one of them named the other, or somebody named both, in however many steps: each line begins on the command line. */
export async function areOfOneLine(tx: Transaction, one: PersonId, other: PersonId): Promise<boolean> {
  if (one === other) return true
  const { rows } = await sql<{ shared: boolean }>`
    with recursive line (whose, id) as (
      select person, person from unnest(${[one, other]}::uuid[]) as asked (person)
      union select line.whose, o.added_by from line join operator o on o.person_id = line.id where o.added_by is not null
    ) select exists (select from line group by id having count(distinct whose) > 1) as shared`.execute(tx)
  return rows[0]?.shared ?? true
}

export async function isMemberOfAny(tx: Transaction, organisations: readonly OrganisationId[], personId: PersonId): Promise<boolean> {
  if (organisations.length === 0) return false
  const row = await tx
    .selectFrom('member')
    .select('person_id')
    .where('organisation_id', 'in', [...organisations])
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}
