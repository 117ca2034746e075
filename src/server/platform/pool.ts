// Connections to PostgreSQL, each under one of the database's roles, with values parsed the way the server thinks:
// bigint as number (never beyond 2^53), date as `YYYY-MM-DD`, timestamptz as Date.
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'

export type EmbeddedAddress = { readonly kind: 'embedded'; readonly socketDirectory: string; readonly database: string }
export type DatabaseAddress = EmbeddedAddress | { readonly kind: 'url'; readonly url: string }

export const loginRoles = ['prokura_app', 'prokura_acting', 'prokura_sign_in', 'prokura_operator', 'prokura_system'] as const

/** `owner` is the login that migrates; the others are what the server runs as. */
export type DatabaseRole = 'owner' | (typeof loginRoles)[number]

/** The embedded server lets each role log in; elsewhere the one login of DATABASE_URL takes the role on for the session. */
export function asRole(address: DatabaseAddress, role: DatabaseRole): pg.ClientConfig {
  const application = { application_name: `prokura ${role}`, types: { getTypeParser } }
  if (address.kind === 'embedded') {
    const user = role === 'owner' ? 'postgres' : role
    return {
      ...application,
      host: address.socketDirectory,
      port: 5432,
      user,
      password: '',
      database: address.database,
      ssl: false,
      options: '',
    }
  }
  if (role === 'owner') return { ...application, connectionString: address.url }
  const url = new URL(address.url)
  url.searchParams.set('options', [url.searchParams.get('options') ?? '', `-c role=${role}`].join(' ').trim())
  return { ...application, connectionString: url.toString() }
}

/** Without both listeners a lost connection ends the process: the pool's hears idle clients only. */
export function openPool(
  address: DatabaseAddress,
  role: DatabaseRole,
  { max = 10, lost = () => {} }: { max?: number; lost?: (failure: Error) => void } = {},
): pg.Pool {
  const pool = new pg.Pool({ ...asRole(address, role), max, connectionTimeoutMillis: 10_000 })
  pool.on('error', lost)
  pool.on('connect', (client) => {
    client.on('error', lost)
  })
  return pool
}

export function openDatabase<DB>(pool: pg.Pool): Kysely<DB> {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
}

const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, safeInteger],
  [pg.types.builtins.DATE, (text) => text],
  [1016, (text) => textArray(text).map(safeInteger)], // bigint[]
  [1182, (text) => textArray(text)], // date[]
])

const textArray: (text: string) => string[] = pg.types.getTypeParser(1009 as number, 'text')

function getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  const own = format === 'binary' ? undefined : parsers.get(oid)
  return own ?? (pg.types.getTypeParser(oid, 'text') as (value: string) => unknown)
}

function safeInteger(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`The database sent ${text}, which is too large for a number`)
  return number
}
