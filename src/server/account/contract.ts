// A person's own account: name and language, ways to sign in, sessions, and new organisations.
import { z } from 'zod'
import { sessionStrengths } from '../../domain/session.ts'
import { language, sixDigits } from '../identity/contract.ts'

const nothing = z.strictObject({})
const time = z.iso.datetime()
const name = z.string().trim().min(1).max(160)
const recoveryCodes = z.strictObject({ recoveryCodes: z.array(z.string()) })

/** PATCH /api/me. Problems: `invalid_name`. */
export const changeMe = { body: z.strictObject({ name: name.optional(), language: language.optional() }), answer: nothing }

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
    secondFactor: z.strictObject({ since: time, recoveryCodesLeft: z.int() }).nullable(),
  }),
}

/** PUT /api/account/password (fresh): every other session of the person ends. Problems: `password_too_weak`. */
export const setPassword = { body: z.strictObject({ password: z.string().min(1).max(1024) }), answer: nothing }

/** POST /api/account/second-factor (fresh): a secret for an authenticator, which counts once a code of it was given. Problems: `credential_in_use`. */
export const beginSecondFactor = { answer: z.strictObject({ secret: z.string(), uri: z.string() }) }

/** POST /api/account/second-factor/confirm: the recovery codes are shown this one time, and every other session of the person ends. Problems: `code_wrong`, `credential_in_use`. */
export const confirmSecondFactor = { body: z.strictObject({ code: sixDigits }), answer: recoveryCodes }

/** DELETE /api/account/second-factor (fresh). Problems: `password_too_weak` when the password is too short to stand alone, `not_found`. */
export const removeSecondFactor = { answer: nothing }

/** POST /api/account/recovery-codes (fresh): ten new ones; the old ones open nothing any more. */
export const renewRecoveryCodes = { answer: recoveryCodes }

const session = z.strictObject({
  id: z.uuid(),
  /** "Firefox, Linux", as far as the browser says. */
  client: z.string().nullable(),
  strength: z.enum(sessionStrengths),
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
