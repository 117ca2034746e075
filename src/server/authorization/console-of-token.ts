// Which console asks: behind the access token that it got with its own credentials (scope `decisions`).
import type pg from 'pg'
import { oidcState } from '../platform/oidc-state.ts'
import { hashToken, type Secrets } from '../platform/secrets.ts'

/** A program of the provider in which people work on products of some families. */
export type Console = {
  readonly id: string
  readonly clientId: string
  readonly name: string
  /** The product families it may ask decisions about. */
  readonly families: readonly string[]
  /** The audience of the tokens it acts with. */
  readonly resource: string
}

/** Undefined for whatever is no such token, or not any more. */
export type ConsoleOf = (token: string) => Promise<Console | undefined>

export const decisionsScope = 'decisions'
/**
 * A token that was verified is believed for so long: a revoked one, or one of a removed console, is refused at most this later. Whoever
 * remembers the answer may do so for as long again: a second in all.
 */
const believedForMs = 500
const mostRemembered = 1_000

export function openConsoleOf(pool: pg.Pool, secrets: Secrets): ConsoleOf {
  const state = oidcState(pool, secrets)('ClientCredentials')
  const known = new Map<string, { readonly console: Promise<Console | undefined>; readonly until: number }>()
  const verify = async (token: string) => {
    const payload = await state.find(token)
    if (!payload || typeof payload.clientId !== 'string' || !(payload.scope ?? '').split(' ').includes(decisionsScope)) return undefined
    return findConsole(pool, payload.clientId)
  }
  return async (token) => {
    if (!/^[A-Za-z0-9_-]{20,100}$/.test(token)) return undefined
    const key = hashToken(token).toString('base64url')
    const remembered = known.get(key)
    if (remembered && performance.now() < remembered.until) return remembered.console
    const asked = { console: verify(token), until: performance.now() + believedForMs }
    if (known.size >= mostRemembered) known.clear()
    known.set(key, asked)
    const forget = () => known.get(key) === asked && known.delete(key)
    const console = await asked.console.catch((failure: unknown) => {
      forget()
      throw failure
    })
    if (!console) forget()
    return console
  }
}

async function findConsole(pool: pg.Pool, clientId: string): Promise<Console | undefined> {
  const { rows } = await pool.query<Console>(
    `select id, client_id as "clientId", name, families, resource from console where client_id = $1 and removed_at is null`,
    [clientId],
  )
  return rows[0]
}
