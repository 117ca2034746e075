// What the database knows of the catalogue: which right shows a family, and which manages it.
import type pg from 'pg'
import { rightsCatalogue } from '../../domain/rights/catalogue.ts'

/** Families that are defined no more stay known, as long as there may be products of theirs. As prokura_system. */
export async function tellFamilyRights(pool: pg.Pool): Promise<void> {
  const rows = rightsCatalogue.flatMap(({ id, family, access }) => (family === null ? [] : [{ right: id, family, access }]))
  await pool.query(
    `insert into family_right ("right", family, access) select "right", family, access from jsonb_to_recordset($1) as told("right" text, family text, access text)
      on conflict ("right") do update set access = excluded.access where family_right.access <> excluded.access`,
    [JSON.stringify(rows)],
  )
}
