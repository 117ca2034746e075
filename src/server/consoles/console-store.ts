// The rows of consoles: registered and removed by whoever runs Prokura, found by whoever signs in to them.
import type pg from 'pg'
import { v7 } from 'uuid'
import type { Console } from '../authorization/console-of-token.ts'
import { hashToken, randomToken } from '../platform/secrets.ts'

export type NewConsole = Omit<Console, 'id' | 'clientId'> & {
  readonly redirectUris: readonly string[]
  readonly postLogoutRedirectUris: readonly string[]
  readonly initiateLoginUri: string
  readonly backChannelLogoutUri: string | null
}
export type StoredConsole = Console & NewConsole & { readonly secretHash: Buffer; readonly createdAt: Date }

const columns = `id, client_id as "clientId", name, families, resource, secret_hash as "secretHash", created_at as "createdAt",
  redirect_uris as "redirectUris", post_logout_redirect_uris as "postLogoutRedirectUris",
  initiate_login_uri as "initiateLoginUri", back_channel_logout_uri as "backChannelLogoutUri"`

/** The secret is told here and never again. As prokura_system. */
export async function insertConsole(pool: pg.Pool, console: NewConsole): Promise<{ readonly clientId: string; readonly secret: string }> {
  const clientId = `console-${randomToken(9)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')}`
  const secret = randomToken()
  await pool.query(
    `insert into console (id, client_id, name, secret_hash, redirect_uris, post_logout_redirect_uris, initiate_login_uri,
       back_channel_logout_uri, families, resource, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now())`,
    [
      v7(),
      clientId,
      console.name,
      hashToken(secret),
      console.redirectUris,
      console.postLogoutRedirectUris,
      console.initiateLoginUri,
      console.backChannelLogoutUri,
      console.families,
      console.resource,
    ],
  )
  return { clientId, secret }
}

/** Those that were not removed. */
export async function listConsoles(pool: pg.Pool): Promise<readonly StoredConsole[]> {
  return (await pool.query<StoredConsole>(`select ${columns} from console where removed_at is null order by created_at, id`)).rows
}

/** Of ids as `insertConsole` makes them; others, which may be any text that somebody sent, are not looked for. */
export async function findConsole(pool: pg.Pool, clientId: string): Promise<StoredConsole | undefined> {
  if (!/^console-[a-z0-9]{1,20}$/.test(clientId)) return undefined
  return (await pool.query<StoredConsole>(`select ${columns} from console where client_id = $1 and removed_at is null`, [clientId])).rows[0]
}

/** For good: nothing that it holds opens anything any more. False when there is none. As prokura_system. */
export async function removeConsole(pool: pg.Pool, clientId: string): Promise<boolean> {
  const { rowCount } = await pool.query('update console set removed_at = now() where client_id = $1 and removed_at is null', [clientId])
  return rowCount === 1
}
