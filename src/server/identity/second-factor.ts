// The second factor: codes of an authenticator (RFC 6238), each good once, and recovery codes for the day the telephone is gone.
import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { PersonId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time.ts'
import type { Secrets } from '../platform/secrets.ts'

const period = 30
const parameters = { issuer: 'Prokura', algorithm: 'SHA1', digits: 6, period } as const

/** A new secret of 160 bits (RFC 4226, 4) in base32, as authenticators are told it by hand. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/** What the QR code says. */
export const totpUri = (secret: string, email: string): string =>
  new TOTP({ ...parameters, label: email, secret: Secret.fromBase32(secret) }).toString()

/** The time step of a right code, one step of clock difference allowed; null for a wrong one and for one that was used (RFC 6238, 5.2). */
export function stepOfCode(secret: string, code: string, lastStep: number | null, now: Instant): number | null {
  const delta = new TOTP({ ...parameters, secret: Secret.fromBase32(secret) }).validate({ token: code, timestamp: now, window: 1 })
  if (delta === null) return null
  const step = Math.floor(now / (period * 1000)) + delta
  return lastStep === null || step > lastStep ? step : null
}

export const sealTotpSecret = (secrets: Secrets, personId: PersonId, secret: string): Buffer =>
  secrets.seal(Buffer.from(secret), `totp:${personId}`)
export const openTotpSecret = (secrets: Secrets, personId: PersonId, sealed: Uint8Array): string =>
  secrets.open(sealed, `totp:${personId}`).toString()

export const recoveryCodesMade = 10
/** Without the letters and digits that are read for one another. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Ten codes of 59 bits, as shown once: `k7mq-2xfp-9dwt`. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: recoveryCodesMade }, () => [four(), four(), four()].join('-'))
}

const four = (): string => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')

/** Keyed, because 59 bits alone could be searched. Typed with or without hyphens, in any case. */
export const hashRecoveryCode = (secrets: Secrets, personId: PersonId, code: string): string =>
  secrets.derive('recovery-code', `${personId}:${code.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}`)
