// Sets or changes the person's password. Every other session ends, and grants that waited for a secure sign-in take effect.
import { readPassword, standsAlone, weaknessOf } from '../../domain/password/password.ts'
import { Refusal } from '../../domain/refusal.ts'
import { hasSecondFactor } from '../../domain/sign-in-means.ts'
import { CookieAnswer, type Input } from '../endpoint.ts'
import { saveCredential } from '../identity/credential-store.ts'
import { hashPassword } from '../identity/password-hash.ts'
import { renewSession } from '../identity/session-store.ts'
import { newId, type PersonalWork } from '../work.ts'
import type { setPassword as contract } from './contract.ts'
import { listKnownNames } from './security-store.ts'
import { endOthers } from './sessions.ts'
import { lockMeans, recordCredential, recordSecured } from './sign-in-means.ts'

export async function setPassword(work: PersonalWork, { body }: Input<typeof contract>): Promise<CookieAnswer<Record<never, never>>> {
  const { tx, person, now } = work
  const password = readPassword(body.password)
  const means = await lockMeans(work)
  const names = [person.name, person.email, ...(await listKnownNames(tx, person.id))]
  const weakness = weaknessOf(password, { hasSecondFactor: hasSecondFactor(means), names })
  if (weakness) throw new Refusal('password_too_weak', weakness)
  await recordSecured(work)
  const passwordHash = await hashPassword(password)
  await saveCredential(tx, person.id, { passwordHash, passwordSetAt: now, passwordStandsAlone: standsAlone(password) })
  await recordCredential(work, 'person.credential_added', { credentialId: newId<never>(), method: 'password' })
  await endOthers(work)
  const strength = person.strength === 'email' ? 'password' : person.strength
  const session = await renewSession(work, person.sessionId, { strength })
  return new CookieAnswer({}, session)
}
