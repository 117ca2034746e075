// What goes between server and browser when a passkey is made or asked for (Web Authentication, Level 3; binary values in base64url).
import { z } from 'zod'

const base64url = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^[A-Za-z0-9_-]+$/)
const credentialId = base64url(1364)
/** internal, hybrid, usb, nfc, ble …: a hint for the browser, kept as it was given. */
const transports = z.array(z.string().regex(/^[a-z-]{1,20}$/)).max(8)
const publicKey = z.literal('public-key')
const known = z.array(z.strictObject({ id: z.string(), type: publicKey, transports }))
const required = z.literal('required')

/** For navigator.credentials.create(): a discoverable passkey that verifies its user. */
export const passkeyCreation = z.strictObject({
  challenge: z.string(),
  rp: z.strictObject({ id: z.string(), name: z.string() }),
  user: z.strictObject({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.strictObject({ type: publicKey, alg: z.int() })),
  timeout: z.int(),
  /** Authenticators that hold one already. */
  excludeCredentials: known,
  authenticatorSelection: z.strictObject({ residentKey: required, requireResidentKey: z.literal(true), userVerification: required }),
  attestation: z.literal('none'),
})

/** For navigator.credentials.get(). */
export const passkeyRequest = z.strictObject({
  challenge: z.string(),
  rpId: z.string(),
  timeout: z.int(),
  /** Empty: whichever the person chooses. */
  allowCredentials: known,
  userVerification: required,
})

/** What the browser made (AuthenticatorAttestationResponse). */
export const newPasskey = z.strictObject({
  id: credentialId,
  clientDataJSON: base64url(8000),
  attestationObject: base64url(40_000),
  transports,
})

/** What the passkey signed (AuthenticatorAssertionResponse). */
export const passkeyAnswer = z.strictObject({
  id: credentialId,
  clientDataJSON: base64url(8000),
  authenticatorData: base64url(8000),
  signature: base64url(8000),
  userHandle: base64url(100).nullable(),
})

export type PasskeyCreation = z.output<typeof passkeyCreation>
export type PasskeyRequest = z.output<typeof passkeyRequest>
export type NewPasskey = z.output<typeof newPasskey>
export type PasskeyAnswer = z.output<typeof passkeyAnswer>
