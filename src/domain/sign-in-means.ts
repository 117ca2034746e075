// What a person signs in with beside the emailed code that always works, and what may be taken away of it.
import type { RefusalCode } from './refusal.ts'
import type { SessionStrength } from './session.ts'

export type SignInMeans = {
  readonly hasPassword: boolean
  /** Long enough to be the only factor. */
  readonly passwordStandsAlone: boolean
  readonly hasAuthenticator: boolean
  readonly passkeys: number
}

/** A passkey is a second factor as an authenticator is: from the first one on, neither a password nor an emailed code alone signs in. */
export function hasSecondFactor({ hasAuthenticator, passkeys }: Pick<SignInMeans, 'hasAuthenticator' | 'passkeys'>): boolean {
  return hasAuthenticator || passkeys > 0
}

export type Removal =
  | { readonly kind: 'refused'; readonly code: Extract<RefusalCode, 'last_credential' | 'password_too_weak'> }
  /** `weakensTo`: what sessions with two factors count as from now on; null as long as a second factor is left. */
  | { readonly kind: 'removed'; readonly weakensTo: SessionStrength | null }

/** The last passkey of somebody without a password stays: grants rest on their being able to sign in with more than an emailed code. */
export function decideRemovingPasskey(means: SignInMeans): Removal {
  const left = { ...means, passkeys: means.passkeys - 1 }
  if (!left.hasPassword && left.passkeys === 0) return { kind: 'refused', code: 'last_credential' }
  return removed(left)
}

export function decideRemovingAuthenticator(means: SignInMeans): Removal {
  return removed({ ...means, hasAuthenticator: false })
}

/** A password that is too short to stand alone has to be changed before the last second factor goes. */
function removed(left: SignInMeans): Removal {
  if (hasSecondFactor(left)) return { kind: 'removed', weakensTo: null }
  if (left.hasPassword && !left.passwordStandsAlone) return { kind: 'refused', code: 'password_too_weak' }
  return { kind: 'removed', weakensTo: left.hasPassword ? 'password' : 'email' }
}
