// The rows of operators. As prokura_operator in the console, and as prokura_system on the command line.
import { sql } from 'kysely'
import { asId, type PersonId } from '../../domain/ids.ts'
import type { Language } from '../../domain/language.ts'
import type { Instant } from '../../domain/time.ts'
import { emailKey } from '../identity/email-key.ts'
import type { Transaction } from '../platform/transact.ts'

export type OperatorRow = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly added_at: Date
  readonly added_by: string | null
}

export async function listOperatorRows(tx: Transaction): Promise<readonly OperatorRow[]> {
  return tx
    .selectFrom('operator')
    .innerJoin('person', 'person.id', 'operator.person_id')
    .leftJoin('person as adder', 'adder.id', 'operator.added_by')
    .select(['person.id', 'person.name', 'person.email', 'operator.added_at', 'adder.name as added_by'])
    .where('operator.removed_at', 'is', null)
    .orderBy('person.name')
    .execute()
}

export async function findPersonWith(tx: Transaction, email: string): Promise<{ id: PersonId; name: string } | undefined> {
  const row = await tx.selectFrom('person').select(['id', 'name']).where('email_key', '=', emailKey(email)).executeTakeFirst()
  return row && { id: asId(row.id), name: row.name }
}

/** Whoever is one now, to be written to. As prokura_system. */
export async function listOperatorReaders(
  tx: Transaction,
): Promise<readonly { readonly personId: PersonId; readonly email: string; readonly language: Language }[]> {
  const rows = await tx
    .selectFrom('operator')
    .innerJoin('person', 'person.id', 'operator.person_id')
    .select(['person.id', 'person.email', 'person.language'])
    .where('operator.removed_at', 'is', null)
    .orderBy('person.id')
    .execute()
  return rows.map(({ id, email, language }) => ({ personId: asId(id), email, language }))
}

/** Somebody of a partner, or of an organisation that has or had one. */
export async function hasAPart(tx: Transaction, personId: PersonId): Promise<boolean> {
  const { rows } = await sql<{ part: boolean }>`select has_a_part(${personId}) as part`.execute(tx)
  return rows[0]?.part ?? false
}

type Naming = { readonly by: PersonId | null; readonly now: Instant }

/** False when the person is one already. */
export async function insertOperator(tx: Transaction, personId: PersonId, { by, now }: Naming): Promise<boolean> {
  const added = { added_at: new Date(now), added_by: by, removed_at: null, removed_by: null }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('operator')
    .values({ person_id: personId, ...added })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(added).where('operator.removed_at', 'is not', null))
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** False when the person is none. */
export async function endOperator(tx: Transaction, personId: PersonId, { by, now }: Naming): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('operator')
    .set({ removed_at: new Date(now), removed_by: by })
    .where('person_id', '=', personId)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
