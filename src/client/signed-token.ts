// Tokens that Prokura signs (JWS, RFC 7515, ES256), verified with the platform's own cryptography; keys are fetched once and when an unknown one signs.
import { readJson, send, type Transport } from './http.ts'
import type { Metadata } from './metadata.ts'
import { ProkuraError } from './prokura-error.ts'
import type { Json } from './question.ts'

/** Which token is expected. */
export type Expected = {
  readonly issuer: string
  readonly audience: string
  /** The `typ` of its header: `at+jwt` or `logout+jwt`. */
  readonly type: string
  /** How far clocks may differ, in seconds. */
  readonly toleranceS: number
}

export type Verify = (token: string, expected: Expected) => Promise<Json>
type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>

const again = { unknownAfterMs: 10_000, anyAfterMs: 3_600_000 }
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

export function openVerifier(transport: Transport, metadata: Metadata): Verify {
  const keyOf = openKeys(transport, metadata)
  return async (token, expected) => {
    const parts = token.split('.')
    if (parts.length !== 3 || token.length > 10_000) throw invalid('form', 'this is no signed token')
    const [head = '', body = '', signature = ''] = parts
    const header = readPart(head)
    // The algorithm is ours to say, never the token's (RFC 8725, 3.1).
    if (header['alg'] !== 'ES256' || typeof header['kid'] !== 'string') throw invalid('signature', 'not signed as Prokura signs')
    const { typ } = header
    if (typeof typ !== 'string' || typ.toLowerCase() !== expected.type) throw invalid('type', `this is no ${expected.type}`)
    const key = await keyOf(header['kid'])
    if (key === undefined) throw invalid('signature', 'signed with a key that Prokura does not publish')
    const signed = new TextEncoder().encode(`${head}.${body}`)
    if (!(await crypto.subtle.verify(algorithm, key, bytesOf(signature), signed))) throw invalid('signature', 'the signature is wrong')
    return checkClaims(readPart(body), expected)
  }
}

function checkClaims(claims: Json, { issuer, audience, toleranceS }: Expected): Json {
  const now = Date.now() / 1000
  const { iss, aud, exp, iat, nbf } = claims
  if (iss !== issuer) throw invalid('issuer', 'of another issuer')
  if (aud !== audience && !(Array.isArray(aud) && aud.includes(audience))) throw invalid('audience', 'not for this console')
  if (typeof exp !== 'number' || now >= exp + toleranceS) throw invalid('expired', 'it has expired')
  if (typeof iat !== 'number' || iat > now + toleranceS) throw invalid('not_yet', 'issued in the future: is the clock right?')
  if (typeof nbf === 'number' && nbf > now + toleranceS) throw invalid('not_yet', 'not yet valid')
  return claims
}

function openKeys(transport: Transport, metadata: Metadata): (kid: string) => Promise<Key | undefined> {
  let keys: Promise<ReadonlyMap<string, Key>> | undefined
  let fetchedAt = -Infinity
  const fresh = (atLeastMs: number) => {
    if (keys === undefined || performance.now() - fetchedAt > atLeastMs) {
      fetchedAt = performance.now()
      keys = metadata.openId().then(({ keysUri }) => fetchKeys(transport, keysUri))
      keys.catch(() => {
        keys = undefined
      })
    }
    return keys
  }
  return async (kid) => (await fresh(again.anyAfterMs)).get(kid) ?? (await fresh(again.unknownAfterMs)).get(kid)
}

async function fetchKeys(transport: Transport, to: string): Promise<ReadonlyMap<string, Key>> {
  const { keys } = readJson(await send(transport, { method: 'GET', to, repeatable: true })) as { keys?: readonly JsonWebKey[] }
  const usable = (keys ?? []).filter(({ kty, crv }) => kty === 'EC' && crv === 'P-256') as readonly (JsonWebKey & { kid?: string })[]
  const imported = usable.map(async ({ kid = '', kty = '', crv = '', x = '', y = '' }) => {
    const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, algorithm, false, ['verify'])
    return [kid, key] as const
  })
  return new Map(await Promise.all(imported))
}

function readPart(part: string): Json {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytesOf(part)))
    if (typeof value === 'object' && value !== null) return value as Json
  } catch {
    // told below
  }
  throw invalid('form', 'this is no signed token')
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  if (!/^[A-Za-z0-9_-]*$/.test(base64url)) throw invalid('form', 'this is no signed token')
  return Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
}

export const invalid = (reason: string, message: string): ProkuraError =>
  new ProkuraError('invalid_token', `the token is not accepted: ${message}`, { reason })
