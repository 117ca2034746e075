// An authenticator made of software, for tests: real passkeys with real signatures, and the lies one could tell with them.
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type { NewPasskey, PasskeyAnswer, PasskeyCreation, PasskeyRequest } from '../src/server/identity/passkey-contract.ts'

/** What is said instead of the truth. */
export type Lies = {
  readonly origin?: string
  readonly rpId?: string
  readonly challenge?: string
  readonly type?: string
  readonly crossOrigin?: boolean
  readonly present?: boolean
  readonly verified?: boolean
  readonly counter?: number
  readonly userHandle?: string | null
  /** Of whose key the signature is. */
  readonly signer?: KeyObject
  readonly attestation?: readonly [format: string, statement: ReadonlyMap<string, Cbor>]
  /** Another id than the one that stands in what was signed. */
  readonly id?: string
}

type Algorithm = 'ES256' | 'EdDSA' | 'ES384'
type Held = { readonly id: Buffer; readonly privateKey: KeyObject; readonly userHandle: string; uses: number }

export type Authenticator = {
  readonly create: (wanted: PasskeyCreation, lies?: Lies) => NewPasskey
  readonly get: (wanted: PasskeyRequest, lies?: Lies) => PasskeyAnswer
}
export type AuthenticatorKind = {
  /** Kept in several devices: its counter stays at 0. */
  readonly synchronised?: boolean
  readonly algorithm?: Algorithm
  readonly aaguid?: string
}

export function givenAuthenticator(origin: string, kind: AuthenticatorKind = {}): Authenticator {
  const held: Held[] = []
  return {
    create(wanted, lies = {}) {
      if (wanted.excludeCredentials.some(({ id }) => held.some((one) => one.id.toString('base64url') === id)))
        throw new Error('InvalidStateError: this authenticator has one already')
      const { privateKey, cose } = newKey(kind.algorithm ?? 'ES256')
      const passkey: Held = { id: randomBytes(32), privateKey, userHandle: wanted.user.id, uses: 0 }
      held.push(passkey)
      const aaguid = Buffer.from((kind.aaguid ?? '00000000-0000-0000-0000-000000000000').replaceAll('-', ''), 'hex')
      const attested = Buffer.concat([aaguid, uint16(passkey.id.length), passkey.id, cose])
      const authData = authenticatorData(lies.rpId ?? wanted.rp.id, { ...kind, ...lies, counter: lies.counter ?? 0 }, attested)
      const [format, statement] = lies.attestation ?? ['none', new Map<string, Cbor>()]
      return {
        id: lies.id ?? passkey.id.toString('base64url'),
        clientDataJSON: clientData('webauthn.create', wanted.challenge, origin, lies),
        attestationObject: cbor(
          new Map<string, Cbor>([
            ['fmt', format],
            ['attStmt', statement],
            ['authData', authData],
          ]),
        ).toString('base64url'),
        transports: ['internal'],
      }
    },
    get(wanted, lies = {}) {
      const allowed = new Set(wanted.allowCredentials.map(({ id }) => id))
      const passkey = held.findLast(({ id }) => allowed.size === 0 || allowed.has(id.toString('base64url')))
      if (!passkey) throw new Error('NotAllowedError: this authenticator has none of them')
      passkey.uses += kind.synchronised ? 0 : 1
      const authData = authenticatorData(lies.rpId ?? wanted.rpId, { ...kind, ...lies, counter: lies.counter ?? passkey.uses })
      const clientDataJSON = clientData('webauthn.get', wanted.challenge, origin, lies)
      const signed = Buffer.concat([authData, sha256(Buffer.from(clientDataJSON, 'base64url'))])
      return {
        id: lies.id ?? passkey.id.toString('base64url'),
        clientDataJSON,
        authenticatorData: authData.toString('base64url'),
        signature: sign(kind.algorithm === 'EdDSA' ? null : 'sha256', signed, lies.signer ?? passkey.privateKey).toString('base64url'),
        userHandle: lies.userHandle === undefined ? passkey.userHandle : lies.userHandle,
      }
    },
  }
}

function newKey(algorithm: Algorithm): { privateKey: KeyObject; cose: Buffer } {
  if (algorithm === 'EdDSA') {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    return { privateKey, cose: cbor(new Map<number, Cbor>([[1, 1], [3, -8], [-1, 6], [-2, coordinate(publicKey, 'x')]])) } // biome-ignore format: a COSE_Key reads as a table
  }
  const [namedCurve, alg, curve] = algorithm === 'ES256' ? ['P-256', -7, 1] : ['P-384', -35, 2]
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: String(namedCurve) })
  const [x, y] = [coordinate(publicKey, 'x'), coordinate(publicKey, 'y')]
  return { privateKey, cose: cbor(new Map<number, Cbor>([[1, 2], [3, Number(alg)], [-1, Number(curve)], [-2, x], [-3, y]])) } // biome-ignore format: as above
}

const coordinate = (key: KeyObject, name: 'x' | 'y'): Buffer => Buffer.from(key.export({ format: 'jwk' })[name] ?? '', 'base64url')

type Shown = AuthenticatorKind & Pick<Lies, 'present' | 'verified'> & { readonly counter: number }

/** Web Authentication, 6.1. */
function authenticatorData(
  rpId: string,
  { present = true, verified = true, synchronised = false, counter }: Shown,
  attested?: Buffer,
): Buffer {
  const flags = (present ? 0x01 : 0) | (verified ? 0x04 : 0) | (synchronised ? 0x18 : 0) | (attested ? 0x40 : 0)
  const count = Buffer.alloc(4)
  count.writeUInt32BE(counter)
  return Buffer.concat([sha256(Buffer.from(rpId)), Buffer.of(flags), count, attested ?? Buffer.alloc(0)])
}

function clientData(type: string, challenge: string, origin: string, lies: Lies): string {
  const said = {
    type: lies.type ?? type,
    challenge: lies.challenge ?? challenge,
    origin: lies.origin ?? origin,
    crossOrigin: lies.crossOrigin ?? false,
  }
  return Buffer.from(JSON.stringify(said)).toString('base64url')
}

export type Cbor = number | string | Buffer | readonly Cbor[] | ReadonlyMap<string | number, Cbor>

/** RFC 8949, as much of it as passkeys need. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value)
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (value instanceof Map) return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, one]) => [cbor(key), cbor(one)])])
  const list = value as readonly Cbor[]
  return Buffer.concat([head(4, list.length), ...list.map(cbor)])
}

function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.of((major << 5) | length)
  return length < 256 ? Buffer.of((major << 5) | 24, length) : Buffer.concat([Buffer.of((major << 5) | 25), uint16(length)])
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(value)
  return bytes
}

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest()

type Sending = {
  readonly send: (method: string, path: string, body?: unknown) => Promise<{ status: number; body: Readonly<Record<string, unknown>> }>
}

/** Adds a passkey as the account page does; answers with what the server answered. */
export async function addPasskey(browser: Sending, authenticator: Authenticator, lies?: Lies) {
  const { body } = await browser.send('POST', '/account/passkeys/begin')
  return browser.send('POST', '/account/passkeys', { passkey: authenticator.create(body as PasskeyCreation, lies) })
}

/** Signs in as the sign-in page does. */
export async function signInByPasskey(browser: Sending, authenticator: Authenticator, lies?: Lies) {
  const { body } = await browser.send('POST', '/sign-in/passkey/begin')
  return browser.send('POST', '/sign-in/passkey', { passkey: authenticator.get(body as PasskeyRequest, lies) })
}

/** Confirms who one is, as the dialog does. */
export async function proveByPasskey(browser: Sending, authenticator: Authenticator, lies?: Lies) {
  const { body } = await browser.send('POST', '/sign-in/again/passkey/begin')
  return browser.send('POST', '/sign-in/again', { way: 'passkey', passkey: authenticator.get(body as PasskeyRequest, lies) })
}
