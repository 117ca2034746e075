// Setting up an authenticator in two steps, new recovery codes, and taking it away again.
import { Refusal } from '../../domain/refusal.ts'
import { decideRemovingAuthenticator, hasSecondFactor } from '../../domain/sign-in-means.ts'
import { minuteMs } from '../../domain/time.ts'
import { CookieAnswer, type Input, RefusedAnswer } from '../endpoint.ts'
import { lockCredential, saveCredential } from '../identity/credential-store.ts'
import { newTotpSecret, openTotpSecret, sealTotpSecret, stepOfCode, totpUri } from '../identity/second-factor.ts'
import { renewSession, weakenSessions } from '../identity/session-store.ts'
import { newId, type PersonalWork } from '../work.ts'
import type { confirmSecondFactor as confirmContract } from './contract.ts'
import { endOthers } from './sessions.ts'
import { firstRecoveryCodes, lockMeans, makeRecoveryCodes, recordCredential } from './sign-in-means.ts'

type Codes = { readonly recoveryCodes: string[] | null }
const confirmations = { limit: 10, windowMs: 15 * minuteMs }

export async function beginSecondFactor(work: PersonalWork): Promise<{ secret: string; uri: string }> {
  const { tx, person, secrets } = work
  const { totpConfirmedAt } = await lockCredential(tx, person.id)
  if (totpConfirmedAt !== null) throw new Refusal('credential_in_use')
  const secret = newTotpSecret()
  await saveCredential(tx, person.id, { totpSecret: sealTotpSecret(secrets, person.id, secret), totpLastStep: null })
  return { secret, uri: totpUri(secret, person.email) }
}

export async function confirmSecondFactor(
  work: PersonalWork,
  { body }: Input<typeof confirmContract>,
): Promise<CookieAnswer<Codes> | RefusedAnswer> {
  const { tx, person, secrets, now } = work
  await work.limit(`confirm-second-factor:${person.id}`, confirmations)
  const before = await lockMeans(work)
  const { totpSecret } = before.credential
  if (before.hasAuthenticator) throw new Refusal('credential_in_use')
  if (totpSecret === null) throw new Refusal('code_expired')
  const step = stepOfCode(openTotpSecret(secrets, person.id, totpSecret), body.code, null, now)
  if (step === null) return new RefusedAnswer('code_wrong')
  await saveCredential(tx, person.id, { totpConfirmedAt: now, totpLastStep: step })
  const recoveryCodes = await firstRecoveryCodes(work, before)
  await recordCredential(work, 'person.credential_added', { credentialId: newId<never>(), method: 'totp' })
  // Whoever got in before without it is out.
  await endOthers(work)
  return new CookieAnswer({ recoveryCodes }, await renewSession(work, person.sessionId, { strength: 'two_factors' }))
}

export async function renewRecoveryCodes(work: PersonalWork): Promise<{ recoveryCodes: string[] }> {
  if (!hasSecondFactor(await lockMeans(work))) throw new Refusal('not_found')
  const recoveryCodes = await makeRecoveryCodes(work)
  await recordCredential(work, 'person.credential_added', { credentialId: newId<never>(), method: 'recovery_codes' })
  return { recoveryCodes }
}

export async function removeSecondFactor(work: PersonalWork): Promise<Record<never, never>> {
  const { tx, person } = work
  const means = await lockMeans(work)
  if (!means.hasAuthenticator) throw new Refusal('not_found')
  const decided = decideRemovingAuthenticator(means)
  if (decided.kind === 'refused') throw new Refusal(decided.code)
  await saveCredential(tx, person.id, { totpSecret: null, totpConfirmedAt: null, totpLastStep: null })
  if (decided.weakensTo !== null) {
    await saveCredential(tx, person.id, { recoveryCodes: [] })
    await weakenSessions(work, person.id, decided.weakensTo)
  }
  await recordCredential(work, 'person.credential_removed', { credentialId: newId<never>(), method: 'totp' })
  return {}
}
