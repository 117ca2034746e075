// SQLite as Node brings it (node:sqlite), in memory and as a file with a write-ahead log: prepared statements, the SQL shape, no ANALYZE.
import { statSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Load, Loaded } from './engine.ts'
import { idOf } from './ids.ts'
import type { Request } from './requests.ts'
import { factsOfRight } from './right-masks.ts'
import { grantRowsOf, rowsOfTables } from './sql-rows.ts'
import { checkSql, indexes, memberSql, pageSql, tables, whoSql } from './sql-shape.ts'
import type { World } from './world.ts'

const numbered = {
  person: '$1',
  customer: '$2',
  partnership: '$3',
  product: '$4',
  bit: '$5',
  family: '$6',
  sensitive: '$7',
  now: '$8',
  needsView: '$9',
}

export const loadSqliteInMemory: Load = (world) => {
  const database = new DatabaseSync(':memory:')
  return { ...filled(database, world, 'sqlite'), heldElsewhere: () => pages(database), close: () => database.close() }
}

export const loadSqliteFile: Load = (world, _requests, directory) => {
  const file = path.join(directory, 'world.db')
  const database = new DatabaseSync(file)
  database.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma mmap_size = 4294967296; pragma cache_size = -262144')
  const loaded = filled(database, world, 'sqlite_file')
  database.exec('pragma wal_checkpoint(truncate)')
  return {
    ...loaded,
    heldElsewhere: () => statSync(file).size,
    close: () => database.close(),
  }
}

function filled(database: DatabaseSync, world: World, name: string): Loaded {
  fill(database, world)
  const prepared = (sql: string) => database.prepare(sql.replaceAll('$', '?'))
  const check = prepared(checkSql(numbered))
  const page = prepared(pageSql)
  const member = prepared(memberSql)
  const who = prepared(whoSql)
  return {
    holdsGrants: true,
    ways: { [name]: { kind: 'in_process', check: (request) => check.get(...valuesOf(request, world.now)) !== undefined } },
    list(person, after) {
      const at = member.get(person)
      if (at === undefined) return []
      return page
        .all(at['person'] ?? null, at['partner'] ?? null, at['role'] ?? null, world.now, after?.name ?? '')
        .map(({ customer }) => String(customer))
    },
    who: (product) => who.all(product, world.now).map(({ id }) => String(id)),
    regrant: regranting(database, world),
  }
}

function fill(database: DatabaseSync, world: World): void {
  for (const table of tables({ id: 'text', clustered: ' without rowid' })) database.exec(table)
  database.exec('begin')
  for (const [table, rows] of Object.entries(rowsOfTables(world))) {
    const columns = database.prepare(`select * from ${table}`).columns().length
    const insert = database.prepare(`insert into ${table} values (${Array(columns).fill('?').join(', ')})`)
    for (const row of rows()) insert.run(...row)
  }
  database.exec('commit')
  for (const index of indexes) database.exec(index)
}

function regranting(database: DatabaseSync, world: World): NonNullable<Loaded['regrant']> {
  const find = database.prepare('select k from partnership where id = ?')
  const remove = database.prepare('delete from grant_row where partnership = ?')
  const insert = database.prepare('insert into grant_row values (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  return (one, rights) => {
    const id = idOf('partnership', one)
    const rows = [...grantRowsOf(world, one, rights)]
    return () => {
      database.exec('begin')
      remove.run(find.get(id)?.['k'] ?? null)
      for (const row of rows) insert.run(...row)
      database.exec('commit')
    }
  }
}

function valuesOf({ person, customer, partnership, product, right }: Request, now: number): [string, string, string, string, ...number[]] {
  const facts = factsOfRight.get(right)
  if (facts === undefined) throw new Error(`no right ${right}`)
  return [person, customer, partnership, product, facts.bit, facts.family, facts.sensitive ? 1 : 0, now, facts.needsView ? 1 : 0]
}

function pages(database: DatabaseSync): number {
  const number = (pragma: string) => Number(database.prepare(`pragma ${pragma}`).get()?.[pragma])
  return number('page_count') * number('page_size')
}
