// The names of those who have access, once the live index has said who they are.
import type pg from 'pg'
import type { Role } from '../../domain/organisation.ts'
import type { Family } from '../../domain/rights/catalogue.ts'
import type { Transaction } from '../platform/transact.ts'

export async function findOwnProduct(
  tx: Transaction,
  organisationId: string,
  id: string,
): Promise<{ readonly id: string; readonly family: Family } | undefined> {
  const row = await tx
    .selectFrom('product')
    .select(['id', 'family'])
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .where('status', '<>', 'cancelled')
    .executeTakeFirst()
  return row && { id: row.id, family: row.family as Family }
}

export async function namePeople(pool: pg.Pool, ids: readonly string[]): Promise<readonly { id: string; name: string }[]> {
  const { rows } = await pool.query<{ id: string; name: string }>(
    'select id, name from person where id = any($1::uuid[]) order by fold(name), id',
    [ids],
  )
  return rows
}

export async function nameMembers(pool: pg.Pool, organisationId: string): Promise<readonly { id: string; name: string; role: Role }[]> {
  const { rows } = await pool.query<{ id: string; name: string; role: Role }>(
    `select p.id, p.name, m.role from member m join person p on p.id = m.person_id where m.organisation_id = $1
     order by array_position(array['legal_representative', 'administrator', 'collaborator'], m.role), fold(p.name), p.id`,
    [organisationId],
  )
  return rows
}

export async function namePartners(
  pool: pg.Pool,
  partnerships: readonly string[],
): Promise<readonly { partnershipId: string; name: string }[]> {
  const { rows } = await pool.query<{ partnershipId: string; name: string }>(
    `select p.id as "partnershipId", o.name from partnership p join organisation o on o.id = p.partner_id where p.id = any($1::uuid[])
     order by fold(o.name), p.id`,
    [partnerships],
  )
  return rows
}
