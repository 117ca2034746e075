// A token that a console shows, found again: what a person's sign-in, its own credentials or an exchange gave it, and nobody else's.
import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose'
import type Provider from 'oidc-provider'
import type { AccessToken, ClientCredentials } from 'oidc-provider'
import type { House } from '../house.ts'
import { keyAlgorithm } from '../platform/signing-keys.ts'
import { findLivingToken, type TokenRow } from './acting-store.ts'
import type { StoredConsole } from './console-store.ts'

export type KnownToken =
  | { readonly kind: 'acting'; readonly row: TokenRow; readonly claims: JWTPayload }
  | { readonly kind: 'opaque'; readonly token: AccessToken | ClientCredentials }

export async function findKnownToken(
  house: House,
  provider: Provider,
  console: StoredConsole,
  given: string,
): Promise<KnownToken | undefined> {
  if (given.includes('.')) return findActing(house, console, given)
  const token = (await provider.AccessToken.find(given)) ?? (await provider.ClientCredentials.find(given))
  return token?.isValid && token.clientId === console.clientId ? { kind: 'opaque', token } : undefined
}

async function findActing(house: House, console: StoredConsole, given: string): Promise<KnownToken | undefined> {
  const { published } = await house.keys.keySet()
  const verified = await jwtVerify(given, createLocalJWKSet({ keys: published } as unknown as JSONWebKeySet), {
    issuer: house.publicUrl,
    audience: console.resource,
    algorithms: [keyAlgorithm],
    typ: 'at+jwt',
  }).catch(() => undefined)
  if (!verified) return undefined
  const row = await findLivingToken(house.pools.signIn, verified.payload.jti ?? '', console.id)
  return row && { kind: 'acting', row, claims: verified.payload }
}
