// Setting up the second factor in two steps, new recovery codes, and taking it away again.
import { Refusal } from '../../domain/refusal.ts'
import { minuteMs } from '../../domain/time.ts'
import { CookieAnswer, type Input, RefusedAnswer } from '../endpoint.ts'
import { lockCredential, saveCredential } from '../identity/credential-store.ts'
import { organisationsOf } from '../identity/organisations-store.ts'
import {
  hashRecoveryCode,
  newRecoveryCodes,
  newTotpSecret,
  openTotpSecret,
  sealTotpSecret,
  stepOfCode,
  totpUri,
} from '../identity/second-factor.ts'
import { renewSession, weakenSessions } from '../identity/session-store.ts'
import { record } from '../journal/record.ts'
import { newId, type PersonalWork } from '../work.ts'
import type { confirmSecondFactor as confirmContract } from './contract.ts'
import { endOthers } from './sessions.ts'

type Codes = { readonly recoveryCodes: string[] }
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
  const { totpSecret, totpConfirmedAt } = await lockCredential(tx, person.id)
  if (totpConfirmedAt !== null) throw new Refusal('credential_in_use')
  if (totpSecret === null) throw new Refusal('code_expired')
  const step = stepOfCode(openTotpSecret(secrets, person.id, totpSecret), body.code, null, now)
  if (step === null) return new RefusedAnswer('code_wrong')
  await saveCredential(tx, person.id, { totpConfirmedAt: now, totpLastStep: step })
  const codes = await makeCodes(work)
  await recordCredential(work, 'person.credential_added', 'totp')
  // Whoever got in before without it is out.
  await endOthers(work)
  return new CookieAnswer(codes, await renewSession(work, person.sessionId, 'two_factors'))
}

export async function renewRecoveryCodes(work: PersonalWork): Promise<Codes> {
  const { totpConfirmedAt } = await lockCredential(work.tx, work.person.id)
  if (totpConfirmedAt === null) throw new Refusal('not_found')
  const codes = await makeCodes(work)
  await recordCredential(work, 'person.credential_added', 'recovery_codes')
  return codes
}

/** A password that is too short to stand alone has to be changed first. */
export async function removeSecondFactor(work: PersonalWork): Promise<Record<never, never>> {
  const { tx, person } = work
  const { totpConfirmedAt, passwordHash, passwordStandsAlone } = await lockCredential(tx, person.id)
  if (totpConfirmedAt === null) throw new Refusal('not_found')
  if (passwordHash !== null && !passwordStandsAlone) throw new Refusal('password_too_weak')
  await saveCredential(tx, person.id, { totpSecret: null, totpConfirmedAt: null, totpLastStep: null, recoveryCodes: [] })
  await weakenSessions(work, person.id, passwordHash === null ? 'email' : 'password')
  await recordCredential(work, 'person.credential_removed', 'totp')
  return {}
}

async function makeCodes({ tx, person, secrets }: PersonalWork): Promise<Codes> {
  const codes = newRecoveryCodes()
  await saveCredential(tx, person.id, { recoveryCodes: codes.map((code) => hashRecoveryCode(secrets, person.id, code)) })
  return { recoveryCodes: [...codes] }
}

async function recordCredential(
  work: PersonalWork,
  kind: 'person.credential_added' | 'person.credential_removed',
  method: string,
): Promise<void> {
  const { person } = work
  record(work, {
    kind,
    readers: await organisationsOf(work.tx, person.id),
    data: { personId: person.id, credentialId: newId<never>(), method },
  })
}
