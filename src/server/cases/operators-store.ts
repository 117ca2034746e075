// Who decides about whom: operators with who named them, and whether somebody has a part in an organisation.
import { asId, type OrganisationId, type PersonId } from '../../domain/ids.ts'
import type { Transaction } from '../platform/transact.ts'

/** Operators of today and of before; undefined for everybody else. `addedBy` null: on the command line. */
export async function findOperator(tx: Transaction, personId: PersonId): Promise<{ readonly addedBy: PersonId | null } | undefined> {
  const row = await tx.selectFrom('operator').select('added_by').where('person_id', '=', personId).executeTakeFirst()
  return row && { addedBy: row.added_by === null ? null : asId(row.added_by) }
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
