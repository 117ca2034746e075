// One transaction: begin and its context in one message, the work, then the seal and COMMIT in one message, so that a node that dies can hold nobody up.
import { setTimeout as pause } from 'node:timers/promises'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { DB } from './tables.ts'

export type Transaction = Kysely<DB>

/** What the last message before COMMIT calls: `seal(…)` as text, or nothing when there is nothing to record. */
export type Closing = { readonly sql: string } | undefined

export type Settings = Readonly<Record<string, string>>

/** Nobody knows whether it was committed: look for the idempotency key before trying again. */
export class OutcomeUnknown extends Error {}

class RolledBack extends Error {}

const worthRepeating = new Set(['40001', '40P01']) // serialization failure, deadlock
const attempts = 6
const kyselies = new WeakMap<pg.PoolClient, Transaction>()
const clients = new WeakMap<Transaction, pg.PoolClient>()

/** Runs `work` in one transaction and repeats it when somebody else was faster. `close` is asked, after the work, for what seals it. */
export async function transact<T>(
  pool: pg.Pool,
  settings: Settings,
  work: (tx: Transaction, attempt: number) => Promise<{ result: T; closing: Closing }>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const client = await pool.connect()
    try {
      return await once(client, settings, (tx) => work(tx, attempt))
    } catch (failure) {
      if (!mayRepeat(failure) || attempt === attempts) throw failure
    }
    await pause(Math.random() * 5 * 2 ** attempt)
  }
}

async function once<T>(
  client: pg.PoolClient,
  settings: Settings,
  work: (tx: Transaction) => Promise<{ result: T; closing: Closing }>,
): Promise<T> {
  let unusable = false
  let committing = false
  try {
    await client.query(opening(settings))
    const { result, closing } = await work(on(client))
    committing = true
    const answers = (await client.query(closing ? `${closing.sql}; commit` : 'commit')) as unknown as pg.QueryResult | pg.QueryResult[]
    const commit = Array.isArray(answers) ? answers.at(-1) : answers
    // COMMIT of a failed transaction answers ROLLBACK, without an error.
    if (commit?.command !== 'COMMIT') throw new RolledBack('an error was swallowed inside the transaction: PostgreSQL rolled back')
    return result
  } catch (failure) {
    if (committing && !answered(failure) && !(failure instanceof RolledBack)) {
      unusable = true
      throw new OutcomeUnknown('the connection was lost while committing', { cause: failure })
    }
    await client.query('rollback').catch(() => {
      unusable = true
    })
    throw failure
  } finally {
    client.release(unusable)
  }
}

function opening(settings: Settings): string {
  const context = Object.entries(settings).map(([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`)
  return `begin isolation level read committed${context.length > 0 ? `; select ${context.join(', ')}` : ''}`
}

/** A Kysely that speaks on this one connection; made once per connection. */
function on(client: pg.PoolClient): Transaction {
  const known = kyselies.get(client)
  if (known) return known
  const same = { query: client.query.bind(client), release() {} } as unknown as pg.PoolClient
  const pool = { connect: async () => same, end: async () => {} } as unknown as pg.Pool
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  kyselies.set(client, db)
  clients.set(db, client)
  return db
}

/** The connection under a transaction, for what only the protocol itself can do (COPY). */
export function clientOf(tx: Transaction): pg.PoolClient {
  const client = clients.get(tx)
  if (!client) throw new Error('this is no transaction')
  return client
}

// A FATAL may come after the commit; an ERROR is PostgreSQL's own answer that there was none.
const answered = (failure: unknown): failure is pg.DatabaseError => failure instanceof pg.DatabaseError && failure.severity === 'ERROR'
const mayRepeat = (failure: unknown): boolean => answered(failure) && worthRepeating.has(failure.code ?? '')
