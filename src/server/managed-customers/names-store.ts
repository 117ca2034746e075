// Names of people and organisations beside the rows of the list.
import { sql } from 'kysely'
import type { Transaction } from '../platform/transact.ts'

/** The names of people of the partner, present and former. */
export async function namesOf(tx: Transaction, ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`select id, person_name(id) as name from unnest(${wanted}::uuid[]) id`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export async function organisationName(tx: Transaction, id: string): Promise<string> {
  const { rows } = await sql<{ name: string | null }>`select organisation_name(${id}) as name`.execute(tx)
  return rows[0]?.name ?? ''
}
