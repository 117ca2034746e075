// The schema as the migrated database describes itself: tables, columns, keys, and who may see which rows.
import pg from 'pg'
import { asRole, type DatabaseAddress } from '../../src/server/platform/pool.ts'
import { code, note, table } from './markdown.ts'

type Column = { tableName: string; tableComment: string; name: string; type: string; required: boolean; fallback: string; comment: string }
type Rule = { tableName: string; rule: string }

const columnsSql = `
  select c.relname as "tableName", coalesce(obj_description(c.oid), '') as "tableComment", a.attname as name,
    format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
    coalesce(pg_get_expr(d.adbin, d.adrelid), '') as fallback, coalesce(col_description(c.oid, a.attnum), '') as comment
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migration'
  order by c.relname, a.attnum`

const rulesSql = `
  select conrelid::regclass::text as "tableName", conname || ': ' || pg_get_constraintdef(oid) as rule from pg_constraint
  where connamespace = 'public'::regnamespace and conrelid <> 0 and contype <> 'n' and not conrelid in (select inhrelid from pg_inherits)
  union all
  select polrelid::regclass::text, 'policy ' || polname || ' for ' ||
    case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end || ' to ' ||
    (select string_agg(rolname, ', ' order by rolname) from pg_roles where oid = any(polroles)) ||
    coalesce(' using ' || pg_get_expr(polqual, polrelid), '') || coalesce(' with check ' || pg_get_expr(polwithcheck, polrelid), '')
  from pg_policy
  order by 1, 2`

export async function schema(address: DatabaseAddress): Promise<string> {
  const client = new pg.Client(asRole(address, 'owner'))
  await client.connect()
  try {
    const columns = (await client.query<Column>(columnsSql)).rows
    const rules = (await client.query<Rule>(rulesSql)).rows
    const names = [...new Set(columns.map(({ tableName }) => tableName))]
    return `${note('Schema', 'migrations')}\n${names.map((name) => section(name, columns, rules)).join('\n')}`
  } finally {
    await client.end()
  }
}

function section(name: string, columns: readonly Column[], rules: readonly Rule[]): string {
  const own = columns.filter(({ tableName }) => tableName === name)
  const rows = own.map(({ name, type, required, fallback, comment }) => [
    code(name),
    code(type),
    required ? '' : 'optional',
    code(fallback),
    comment,
  ])
  const list = rules.filter(({ tableName }) => tableName === name).map(({ rule }) => `- ${code(rule.replace(/\s+/g, ' '))}`)
  return `## ${name}\n\n${own[0]?.tableComment ?? ''}\n\n${table(['Column', 'Type', '', 'Default', 'What'], rows)}\n${list.join('\n')}\n`
}
