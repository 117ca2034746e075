// Somebody who is signed in and calls the API of a test server, as the web does.
import { v7 } from 'uuid'
import { hashToken, randomToken } from '../src/server/platform/secrets.ts'
import type { TestServer } from './server.ts'

export type Called = { readonly status: number; readonly body: Record<string, unknown>; readonly headers: Headers }
export type Caller = {
  readonly token: string
  readonly get: (path: string) => Promise<Called>
  readonly send: (method: string, path: string, body?: unknown) => Promise<Called>
  readonly download: (path: string) => Promise<{ readonly status: number; readonly bytes: Buffer; readonly headers: Headers }>
}

/** A session of that person, authenticated just now. */
export async function givenCaller(
  { url, database }: Pick<TestServer, 'url'> & { readonly database: Pick<TestServer['database'], 'owner'> },
  personId: string,
  strength = 'two_factors',
): Promise<Caller> {
  const token = randomToken()
  const now = new Date()
  const later = new Date(now.getTime() + 86_400_000)
  await database.owner.query(
    `insert into session (id, person_id, token_hash, strength, authenticated_at, started_at, seen_at, expires_at) values ($1, $2, $3, $4, $5, $5, $5, $6)`,
    [v7(), personId, hashToken(token), strength, now, later],
  )
  return caller(url, token)
}

/** The same for whoever has this address. */
export async function givenCallerOf(server: Pick<TestServer, 'url' | 'database'>, email: string): Promise<Caller> {
  const { rows } = await server.database.owner.query<{ id: string }>('select id from person where email = $1', [email])
  if (!rows[0]) throw new Error(`nobody has the address ${email}`)
  return givenCaller(server, rows[0].id)
}

/** Nobody is signed in. */
export const givenStranger = ({ url }: Pick<TestServer, 'url'>): Caller => caller(url, '')

function caller(url: string, token: string): Caller {
  const headers = token === '' ? {} : { cookie: `__Host-session=${token}` }
  const answered = async (response: Response): Promise<Called> => ({
    status: response.status,
    headers: response.headers,
    body: (await response.json().catch(() => ({}))) as Record<string, unknown>,
  })
  return {
    token,
    get: async (path) => answered(await fetch(`${url}/api${path}`, { headers })),
    send: async (method, path, body) =>
      answered(
        await fetch(`${url}/api${path}`, {
          method,
          headers: { ...headers, 'idempotency-key': v7(), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      ),
    download: async (path) => {
      const response = await fetch(`${url}/api${path}`, { headers })
      return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
    },
  }
}
