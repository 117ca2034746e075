// Which console asks, by its id and secret: in the Authorization header or in the form (RFC 6749, section 2.3.1).
import type pg from 'pg'
import { hashToken } from '../platform/secrets.ts'
import { findConsole, type StoredConsole } from './console-store.ts'

export type Form = Readonly<Record<string, string | undefined>>

export async function authenticateConsole(
  pool: pg.Pool,
  authorization: string | undefined,
  form: Form,
): Promise<StoredConsole | undefined> {
  const given = authorization === undefined ? { id: form['client_id'], secret: form['client_secret'] } : basic(authorization)
  if (!given?.id || !given.secret || (authorization !== undefined && form['client_secret'] !== undefined)) return undefined
  const console = await findConsole(pool, given.id)
  return console?.secretHash.equals(hashToken(given.secret)) ? console : undefined
}

function basic(header: string): { readonly id: string; readonly secret: string } | undefined {
  const encoded = /^basic ([A-Za-z0-9+/=]+)$/i.exec(header)?.[1]
  const [, id, secret] = /^([^:]+):(.+)$/.exec(Buffer.from(encoded ?? '', 'base64').toString()) ?? []
  const [clientId, clientSecret] = [decoded(id), decoded(secret)]
  return clientId === undefined || clientSecret === undefined ? undefined : { id: clientId, secret: clientSecret }
}

/** Both are form-encoded before they are joined. */
function decoded(text: string | undefined): string | undefined {
  try {
    return text && decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}
