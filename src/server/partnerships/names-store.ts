// What people and organisations are called, whatever the reader has to do with them by now.
import { sql } from 'kysely'
import type { Transaction } from '../platform/transact.ts'

export async function namesOf(tx: Transaction, people: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(people)]
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string | null }>`
    select id, person_name(id) as name from unnest(${ids}::uuid[]) id`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name ?? '']))
}

export async function organisationName(tx: Transaction, id: string): Promise<string> {
  const { rows } = await sql<{ name: string | null }>`select organisation_name(${id}) as name`.execute(tx)
  return rows[0]?.name ?? ''
}
