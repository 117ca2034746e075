// A person's own account: name and language, ways to sign in, sessions, and new organisations.
import { z } from 'zod'
import { sessionStrengths } from '../../domain/session.ts'
import { language, sixDigits } from '../identity/contract.ts'
import { newPasskey, passkeyCreation } from '../identity/passkey-contract.ts'

const nothing = z.strictObject({})
const time = z.iso.datetime()
const name = z.string().trim().min(1).max(160)
const recoveryCodes = z.strictObject({ recoveryCodes: z.array(z.string()) })
/** With the first second factor of a person they are made and shown this one time; null when there are some. */
const firstRecoveryCodes = z.strictObject({ recoveryCodes: z.array(z.string()).nullable() })

/** PATCH /api/me. Problems: `invalid_name`. */
export const changeMe = {
  body: z.strictObject({ name: name.optional(), language: language.optional(), hasShortcuts: z.boolean().optional() }),
  answer: nothing,
}

/** POST /api/organisations: whoever makes one is its legal representative. Problems: `invalid_name`, `too_many_requests`. */
export const createOrganisation = {
  body: z.strictObject({ name, country: z.string().regex(/^[A-Z]{2}$/), language, mayDecide: z.literal(true) }),
  answer: z.strictObject({ organisationId: z.uuid() }),
}

/** GET /api/account/sign-in */
export const getSignIn = {
  answer: z.strictObject({
    email: z.string(),
    passwordSetAt: time.nullable(),
    passkeys: z.array(z.strictObject({ id: z.uuid(), name: z.string(), addedAt: time, lastUsedAt: time.nullable() })),
    authenticatorSince: time.nullable(),
    /** Null without a second factor. */
    recoveryCodesLeft: z.int().nullable(),
  }),
}

/** PUT /api/account/password (fresh): every other session of the person ends. Problems: `password_too_weak`. */
export const setPassword = { body: z.strictObject({ password: z.string().min(1).max(1024) }), answer: nothing }

/** POST /api/account/second-factor (fresh): a secret for an authenticator, which counts once a code of it was given. Problems: `credential_in_use`. */
export const beginSecondFactor = { answer: z.strictObject({ secret: z.string(), uri: z.string() }) }

/** POST /api/account/second-factor/confirm: every other session of the person ends. Problems: `code_wrong`, `credential_in_use`. */
export const confirmSecondFactor = { body: z.strictObject({ code: sixDigits }), answer: firstRecoveryCodes }

/** DELETE /api/account/second-factor (fresh). Problems: `password_too_weak` when the password is too short to stand alone, `not_found`. */
export const removeSecondFactor = { answer: nothing }

/** POST /api/account/recovery-codes (fresh): ten new ones; the old ones open nothing any more. */
export const renewRecoveryCodes = { answer: recoveryCodes }

/** POST /api/account/passkeys/begin (fresh): what the browser is asked to make. Problems: `limit_reached`. */
export const beginAddingPasskey = {
  summary: 'Gives a challenge and the options with which a browser makes a new passkey.',
  answer: passkeyCreation,
}

/** POST /api/account/passkeys: with the first second factor, every other session ends. Problems: `passkey_wrong`, `passkey_expired`, `credential_in_use`. */
export const addPasskey = { summary: 'Adds a passkey.', body: z.strictObject({ passkey: newPasskey }), answer: firstRecoveryCodes }

const ofPasskey = z.strictObject({ passkey: z.uuid() })

/** PATCH /api/account/passkeys/{passkey}. Problems: `invalid_name`, `not_found`. */
export const renamePasskey = { summary: 'Renames a passkey.', params: ofPasskey, body: z.strictObject({ name }), answer: nothing }

/** DELETE /api/account/passkeys/{passkey} (fresh): sessions opened with it end. Problems: `last_credential`, `password_too_weak`, `not_found`. */
export const removePasskey = { summary: 'Removes a passkey.', params: ofPasskey, answer: nothing }

const session = z.strictObject({
  id: z.uuid(),
  /** "Firefox, Linux", as far as the browser says. */
  client: z.string().nullable(),
  strength: z.enum(sessionStrengths),
  /** The name of the passkey it was opened with, if it was. */
  passkey: z.string().nullable(),
  startedAt: time,
  seenAt: time,
  isThis: z.boolean(),
})

/** GET /api/account/sessions */
export const listSessions = { answer: z.strictObject({ sessions: z.array(session) }) }

/** DELETE /api/account/sessions/{session} */
export const endSession = { params: z.strictObject({ session: z.uuid() }), answer: nothing }

/** DELETE /api/account/sessions: all but this one. */
export const endOtherSessions = { answer: nothing }
