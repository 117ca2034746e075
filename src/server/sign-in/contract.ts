// Signing in and out, and proving again who one is. Nothing here tells whether an address has an account.
import { z } from 'zod'
import { emailAddress, entered, language, sixDigits } from '../identity/contract.ts'
import { passkeyAnswer, passkeyRequest } from '../identity/passkey-contract.ts'

const nothing = z.strictObject({})
const password = z.string().min(1).max(1024)
const continuation = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
/** Six digits of an authenticator, or a recovery code. */
const secondFactor = z.string().trim().min(6).max(40)

/** POST /api/sign-in/password. Problems: `wrong_credentials`, `too_many_requests`. */
export const signInByPassword = { body: z.strictObject({ email: emailAddress, password }), answer: entered }

/** POST /api/sign-in/code: a code is on its way, also to an address without an account: with it one is made. */
export const sendSignInCode = { body: z.strictObject({ email: emailAddress, language }), answer: nothing, status: 202 } as const

/** POST /api/sign-in/code/verify. Problems: `code_wrong`, `code_expired`, `too_many_requests`. */
export const signInByCode = { body: z.strictObject({ email: emailAddress, code: sixDigits, language }), answer: entered }

/** POST /api/sign-in/second-factor. Problems: `code_wrong`, `code_expired` (begin again), `too_many_requests`. */
export const giveSecondFactor = { body: z.strictObject({ continuation, code: secondFactor }), answer: entered }

/** POST /api/sign-in/passkey/begin: a challenge for whichever passkey the person chooses. Problems: `too_many_requests`. */
export const beginSignInByPasskey = { summary: 'Gives a challenge that a passkey signs to sign somebody in.', answer: passkeyRequest }

/** POST /api/sign-in/passkey. Problems: `passkey_wrong`, `passkey_expired` (ask for a new challenge), `too_many_requests`. */
export const signInByPasskey = {
  summary: 'Signs in by a passkey alone.',
  body: z.strictObject({ passkey: passkeyAnswer }),
  answer: entered,
}

/** POST /api/sign-in/second-factor/passkey/begin. Problems: `code_expired` (begin again), `too_many_requests`. */
export const beginSecondFactorByPasskey = {
  summary: 'Gives a challenge for a passkey of whoever has shown a first factor.',
  body: z.strictObject({ continuation }),
  answer: passkeyRequest,
}

/** POST /api/sign-in/second-factor/passkey. Problems: `passkey_wrong`, `passkey_expired`, `code_expired` (begin again), `too_many_requests`. */
export const giveSecondFactorByPasskey = {
  summary: 'Gives a passkey as the second factor.',
  body: z.strictObject({ continuation, passkey: passkeyAnswer }),
  answer: entered,
}

/** POST /api/sign-out */
export const signOut = { answer: nothing }

/** POST /api/sign-out-everywhere: every session of the person ends, this one too. */
export const signOutEverywhere = { answer: nothing }

/** GET /api/sign-in/again: how this person can prove who they are. */
export const getWaysToProve = {
  answer: z.strictObject({ email: z.string(), ways: z.array(z.enum(['passkey', 'password', 'totp', 'code'])) }),
}

/** POST /api/sign-in/again/code: a code to the person's own address. */
export const sendCodeAgain = { answer: nothing, status: 202 } as const

/** POST /api/sign-in/again/passkey/begin: a challenge for a passkey of this person, in this session. */
export const beginSignInAgainByPasskey = {
  summary: 'Gives a challenge for a passkey that proves again who one is.',
  answer: passkeyRequest,
}

/** POST /api/sign-in/again: fresh for 15 minutes, under a new session token. Problems: `wrong_credentials`, `code_wrong`, `code_expired`, `passkey_wrong`, `passkey_expired`, `too_many_requests`. */
export const signInAgain = {
  body: z.discriminatedUnion('way', [
    z.strictObject({ way: z.literal('passkey'), passkey: passkeyAnswer }),
    z.strictObject({ way: z.literal('password'), password }),
    z.strictObject({ way: z.literal('totp'), code: sixDigits }),
    z.strictObject({ way: z.literal('code'), code: sixDigits }),
  ]),
  answer: nothing,
}
