// PostgreSQL as it comes with the packages, on a Unix socket, one connection: a named prepared statement, and 50 questions in one.
import pg from 'pg'
import { withDatabase } from '../../proof/database.ts'
import { asRole } from '../../src/server/platform/pool.ts'
import { copyIn } from './copy-in.ts'
import type { Load, Loaded, Way } from './engine.ts'
import { idOf } from './ids.ts'
import type { Entry } from './oracle.ts'
import type { Request } from './requests.ts'
import { factsOfRight } from './right-masks.ts'
import { grantRowsOf, rowsOfTables } from './sql-rows.ts'
import { checkSql, indexes, memberSql, pageSql, tables, whoSql } from './sql-shape.ts'
import type { World } from './world.ts'

const batch = 50
const parts = ['person', 'customer', 'partnership', 'product', 'bit', 'family', 'sensitive', 'needsView'] as const
const types = ['uuid', 'uuid', 'uuid', 'uuid', 'integer', 'integer', 'integer', 'integer'] as const
const typed = (place: number) => `$${place + 1}::${types[place]}`

const one = {
  name: 'check',
  text: checkSql({
    person: typed(0),
    customer: typed(1),
    partnership: typed(2),
    product: typed(3),
    bit: typed(4),
    family: typed(5),
    sensitive: typed(6),
    needsView: typed(7),
    now: '$9::bigint',
  }),
}
const many = {
  name: 'checks',
  text: `select exists (${checkSql({ ...Object.fromEntries(parts.map((part) => [part, `q.${part}`])), now: '$9::bigint' } as never)}) as allowed
    from unnest(${types.map((type, place) => `$${place + 1}::${type}[]`).join(', ')}) with ordinality q (${[...parts, 'n'].map((part) => part).join(', ')})
    order by q.n`,
}
const member = { name: 'member', text: memberSql.replace('$1', '$1::uuid') }
const page = {
  name: 'page',
  text: pageSql.replace('$1', '$1::integer').replace('$2', '$2::integer').replace('$3', '$3::integer').replaceAll('$4', '$4::bigint'),
}
const who = { name: 'who', text: whoSql.replaceAll('$1', '$1::uuid').replaceAll('$2', '$2::bigint') }

export const loadPostgres: Load = async (world) => {
  const kept = await keptDatabase()
  const client = new pg.Client(asRole(kept.address, 'owner'))
  await client.connect()
  await fill(client, world)
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  return {
    ...filled(client, world),
    processes: rows.map(({ pid }) => pid),
    async close() {
      await client.end()
      await kept.close()
    },
  }
}

function filled(client: pg.Client, world: World): Loaded {
  const now = String(world.now)
  const postgres: Way = {
    kind: 'remote',
    inFlight: 1,
    check: async (request) => (await client.query({ ...one, values: [...valuesOf(request), now] })).rowCount === 1,
  }
  const batched: Way = {
    kind: 'batch',
    size: batch,
    async checkAll(requests) {
      const values = requests.map(valuesOf)
      const columns = parts.map((_, place) => values.map((value) => value[place]))
      const { rows } = await client.query<{ allowed: boolean }>({ ...many, values: [...columns, now] })
      return rows.map(({ allowed }) => allowed)
    },
  }
  return {
    ways: { postgres, [`postgres_batch_${batch}`]: batched },
    holdsGrants: true,
    heldElsewhere: () => held(client),
    async list(person, after) {
      const found = await client.query<{ person: number; partner: number; role: number }>({ ...member, values: [person] })
      const [where] = found.rows
      if (where === undefined) return []
      const values = [where.person, where.partner, where.role, now, after?.name ?? '']
      return (await client.query<Entry>({ ...page, values })).rows.map(({ customer }) => customer)
    },
    who: async (product) => (await client.query<{ id: string }>({ ...who, values: [product, now] })).rows.map(({ id }) => id),
    regrant(partnership, rights) {
      const id = idOf('partnership', partnership)
      const rows = [...grantRowsOf(world, partnership, rights)]
      return async () => {
        await client.query('begin')
        await client.query({ ...remove, values: [id] })
        for (const values of rows) await client.query({ ...insert, values: [...values] })
        await client.query('commit')
      }
    },
  }
}

const remove = { name: 'remove', text: 'delete from grant_row where partnership = (select k from partnership where id = $1)' }
const insert = { name: 'insert', text: 'insert into grant_row values ($1, $2, $3, $4, $5, $6, $7, $8, $9)' }

async function fill(client: pg.Client, world: World): Promise<void> {
  await client.query(`create schema world; set search_path = world; set jit = off; set maintenance_work_mem = '512MB'`)
  for (const table of tables({ id: 'uuid', clustered: '' }))
    await client.query(table.replace('customer_name text', 'customer_name text collate "C"'))
  for (const [table, rows] of Object.entries(rowsOfTables(world))) await copyIn(client, table, rows())
  for (const index of indexes) await client.query(index)
  await client.query('vacuum (analyze)')
  await client.query('checkpoint')
}

async function held(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ bytes: string }>(
    `select sum(pg_total_relation_size(c.oid))::text as bytes from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'world' and c.relkind = 'r'`,
  )
  return Number(rows[0]?.bytes)
}

function valuesOf({ person, customer, partnership, product, right }: Request): (string | number)[] {
  const facts = factsOfRight.get(right)
  if (facts === undefined) throw new Error(`no right ${right}`)
  return [person, customer, partnership, product, facts.bit, facts.family, facts.sensitive ? 1 : 0, facts.needsView ? 1 : 0]
}

/** A database that stays until it is closed. */
async function keptDatabase() {
  const opened = Promise.withResolvers<Parameters<Parameters<typeof withDatabase>[0]>[0]['address']>()
  const closed = Promise.withResolvers<undefined>()
  const gone = withDatabase(
    async ({ address }) => {
      opened.resolve(address)
      await closed.promise
    },
    { durable: false },
  )
  gone.catch(opened.reject)
  const address = await opened.promise
  return {
    address,
    async close() {
      closed.resolve(undefined)
      await gone
    },
  }
}
