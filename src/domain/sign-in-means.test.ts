import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideRemovingAuthenticator, decideRemovingPasskey, hasSecondFactor, type SignInMeans } from './sign-in-means.ts'

const nothing: SignInMeans = { hasPassword: false, passwordStandsAlone: false, hasAuthenticator: false, passkeys: 0 }
const withPassword = { ...nothing, hasPassword: true, passwordStandsAlone: true }
const withShortPassword = { ...withPassword, passwordStandsAlone: false }

test('a passkey is a second factor, as an authenticator is', () => {
  expect([nothing, withPassword].map(hasSecondFactor)).toEqual([false, false])
  expect(
    [
      { ...nothing, passkeys: 1 },
      { ...nothing, hasAuthenticator: true },
    ].map(hasSecondFactor),
  ).toEqual([true, true])
})

describe('a passkey', () => {
  test('that is one of several goes, and nothing gets weaker', () => {
    expect(decideRemovingPasskey({ ...nothing, passkeys: 2 })).toEqual({ kind: 'removed', weakensTo: null })
    expect(decideRemovingPasskey({ ...withShortPassword, passkeys: 1, hasAuthenticator: true })).toEqual({
      kind: 'removed',
      weakensTo: null,
    })
  })

  test('that is all beside the emailed code stays, with or without an authenticator', () => {
    expect(decideRemovingPasskey({ ...nothing, passkeys: 1 })).toEqual({ kind: 'refused', code: 'last_credential' })
    expect(decideRemovingPasskey({ ...nothing, passkeys: 1, hasAuthenticator: true })).toEqual({ kind: 'refused', code: 'last_credential' })
  })

  test('that is the last second factor goes when the password stands alone', () => {
    expect(decideRemovingPasskey({ ...withPassword, passkeys: 1 })).toEqual({ kind: 'removed', weakensTo: 'password' })
    expect(decideRemovingPasskey({ ...withShortPassword, passkeys: 1 })).toEqual({ kind: 'refused', code: 'password_too_weak' })
  })
})

test('an authenticator goes as long as what is left is enough', () => {
  expect(decideRemovingAuthenticator({ ...nothing, hasAuthenticator: true })).toEqual({ kind: 'removed', weakensTo: 'email' })
  expect(decideRemovingAuthenticator({ ...withPassword, hasAuthenticator: true })).toEqual({ kind: 'removed', weakensTo: 'password' })
  expect(decideRemovingAuthenticator({ ...withShortPassword, hasAuthenticator: true })).toMatchObject({ code: 'password_too_weak' })
  expect(decideRemovingAuthenticator({ ...withShortPassword, hasAuthenticator: true, passkeys: 1 })).toMatchObject({ weakensTo: null })
})

test('whatever is removed, a short password never stands alone, and nobody with more falls back to the emailed code by losing a passkey', () => {
  const means = fc.record({
    hasPassword: fc.boolean(),
    passwordStandsAlone: fc.boolean(),
    hasAuthenticator: fc.boolean(),
    passkeys: fc.integer({ min: 1, max: 3 }),
  })
  fc.assert(
    fc.property(means, (before) => {
      const decided = decideRemovingPasskey(before)
      if (decided.kind === 'refused') return
      expect(before.hasPassword || before.passkeys > 1).toBe(true)
      expect(decided.weakensTo === null).toBe(hasSecondFactor({ ...before, passkeys: before.passkeys - 1 }))
      if (decided.weakensTo !== null) expect(before.passwordStandsAlone).toBe(true)
    }),
  )
})
