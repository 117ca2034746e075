// Somebody acts in a product console, and the console asks us in their name: with its own token, which says who asks, and the token to act with,
// which says for whom. Neither opens anything here alone; and whoever is behind them is decided on as in the Manager.
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose'
import { sql } from 'kysely'
import type { SigningKeys } from '../platform/signing-keys.ts'
import type { Transaction } from '../platform/transact.ts'
import type { Console, ConsoleOf } from './console-of-token.ts'

export type AtConsole = { readonly console: Console; readonly tokenId: string }
/** Undefined for whatever is no such pair, or not any more. */
export type ActingAtConsole = (consoleToken: string, actingToken: string) => Promise<AtConsole | undefined>

export function openActingAtConsole(consoleOf: ConsoleOf, keys: SigningKeys, issuer: string): ActingAtConsole {
  return async (consoleToken, actingToken) => {
    const console = await consoleOf(consoleToken)
    if (!console) return undefined
    const { published } = await keys.keySet()
    const verified = await jwtVerify(actingToken, createLocalJWKSet({ keys: published } as unknown as JSONWebKeySet), {
      issuer,
      audience: console.resource,
      algorithms: ['ES256'],
      typ: 'at+jwt',
    }).catch(() => undefined)
    const tokenId = verified?.payload.jti
    return tokenId === undefined ? undefined : { console, tokenId }
  }
}

/** Of a token that still lives: the hash by which its session is found, and the place it is good for. */
export type PlaceAtConsole = { readonly hash: Buffer; readonly organisationId: string; readonly partnershipId: string | null }

export async function findPlaceAtConsole(tx: Transaction, { console, tokenId }: AtConsole): Promise<PlaceAtConsole | undefined> {
  const { rows } = await sql<PlaceAtConsole>`
    select hash, organisation_id as "organisationId", partnership_id as "partnershipId" from place_at_console(${tokenId}, ${console.id})`.execute(
    tx,
  )
  return rows[0]
}
