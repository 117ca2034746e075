// What the database knows of the catalogue: which right shows a family, and which manages it; and where rights are named that it knows no more.
import type pg from 'pg'
import { type Access, rightsCatalogue } from '../../domain/rights/catalogue.ts'

export type FamilyRight = { readonly right: string; readonly family: string; readonly access: Access }

/** Those of the catalogue as it stands. */
export function familyRights(): readonly FamilyRight[] {
  return rightsCatalogue.flatMap(({ id, family, access }) => (family === null || access === null ? [] : [{ right: id, family, access }]))
}

/** Those that were told once. As prokura_system. */
export async function listToldRights(pool: pg.Pool): Promise<readonly FamilyRight[]> {
  const { rows } = await pool.query<FamilyRight>('select "right", family, access from family_right order by "right"')
  return rows
}

/** Families that are defined no more stay known, as long as there may be products of theirs. As prokura_system. */
export async function tellFamilyRights(pool: pg.Pool): Promise<void> {
  await pool.query(
    `insert into family_right ("right", family, access) select "right", family, access from jsonb_to_recordset($1) as told("right" text, family text, access text)
      on conflict ("right") do update set access = excluded.access where family_right.access <> excluded.access`,
    [JSON.stringify(familyRights())],
  )
}

export type Uses = { readonly products: number; readonly granted: number; readonly named: number }

/** Products of the family; grants in force with the right; and everything else, past things included, that is read with the right's words. */
export async function countUses(pool: pg.Pool, { right, family }: FamilyRight): Promise<Uses> {
  const { rows } = await pool.query<Uses>(
    `select (select count(*)::int from product where family = $2) as products,
      (select count(distinct partnership_id)::int from granted_right where "right" = $1) as granted,
      (select count(*)::int from grant_version where rights::text like $3) + (select count(*)::int from proposal where rights::text like $3)
        + (select count(*)::int from template_version where rights::text like $3) + (select count(*)::int from suggestion where rights::text like $3)
        + (select count(*)::int from assignment where $1 = any(rights)) + (select count(*)::int from team_assignment where $1 = any(rights))
        + (select count(*)::int from timed_assignment where $1 = any(rights)) + (select count(*)::int from access_request where $1 = any(rights)) as named`,
    [right, family, `%"${right}"%`],
  )
  return rows[0] ?? { products: 0, granted: 0, named: 0 }
}
