// The installation's one key and what is made with it: sealed values (AES-256-GCM), tokens that can be made again (HMAC), and the
// random tokens of which only the hash is stored.
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { OperatorError } from './operator-error.ts'

export type Secrets = {
  /** Sealed for one purpose and place, for example `totp:<person>`: it cannot be opened as anything else. */
  readonly seal: (plain: Uint8Array, purpose: string) => Buffer
  /** Throws when the value was changed, sealed by another key or for another purpose. */
  readonly open: (sealed: Uint8Array, purpose: string) => Buffer
  /** Always the same unguessable token for the same subject (base64url, 32 bytes), so that it need not be stored. */
  readonly derive: (purpose: string, subject: string) => string
  /** What is stored of a token (SHA-256). */
  readonly hashToken: (token: string) => Buffer
  /** 32 random bytes, base64url. */
  readonly randomToken: () => string
}

const nonceBytes = 12
const tagBytes = 16
const format = 1

/** SECRET_KEY (64 hexadecimal digits), or the key file in the data directory, which is made on the first start. */
export function openSecrets(dataDirectory: string, secretKey: string | undefined): Secrets {
  const key = secretKey === undefined ? keyFromFile(path.join(dataDirectory, 'secret-key')) : Buffer.from(secretKey, 'hex')
  if (key.length !== 32)
    throw new OperatorError('The secret key is not 32 bytes long: restore the file secret-key in DATA_DIR, or set SECRET_KEY')
  const sealing = Buffer.from(hkdfSync('sha256', key, '', 'seal', 32))
  const deriving = Buffer.from(hkdfSync('sha256', key, '', 'derive', 32))
  return {
    seal: (plain, purpose) => seal(sealing, plain, purpose),
    open: (sealed, purpose) => unseal(sealing, sealed, purpose),
    derive: (purpose, subject) =>
      createHmac('sha256', deriving)
        .update(JSON.stringify([purpose, subject]))
        .digest('base64url'),
    hashToken,
    randomToken,
  }
}

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

export const randomToken = (bytes = 32): string => randomBytes(bytes).toString('base64url')

/** In constant time, whatever the lengths. */
export const sameSecret = (one: string, other: string): boolean => timingSafeEqual(hashToken(one), hashToken(other))

function seal(key: Buffer, plain: Uint8Array, purpose: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.of(format), nonce, cipher.getAuthTag(), sealed])
}

function unseal(key: Buffer, value: Uint8Array, purpose: string): Buffer {
  const sealed = Buffer.from(value)
  if (sealed[0] !== format || sealed.length < 1 + nonceBytes + tagBytes) throw new Error('this is not a sealed value')
  const nonce = sealed.subarray(1, 1 + nonceBytes)
  const tag = sealed.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(purpose)).setAuthTag(tag)
  return Buffer.concat([decipher.update(sealed.subarray(1 + nonceBytes + tagBytes)), decipher.final()])
}

/** Written whole under another name and then linked, so that of two first starts one key wins and is never seen half written. */
function keyFromFile(file: string): Buffer {
  const known = read(file)
  if (known !== undefined) return known
  mkdirSync(path.dirname(file), { recursive: true })
  const fresh = `${file}-${process.pid}`
  writeFileSync(fresh, randomBytes(32), { mode: 0o600 })
  try {
    linkSync(fresh, file)
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== 'EEXIST') throw failure
  } finally {
    rmSync(fresh, { force: true })
  }
  return readFileSync(file)
}

function read(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw failure
  }
}
