// Sets or changes the person's password. Every other session ends, and grants that waited for a secure sign-in take effect.
import { readPassword, standsAlone, weaknessOf } from '../../domain/password/password.ts'
import { Refusal } from '../../domain/refusal.ts'
import { CookieAnswer, type Input } from '../endpoint.ts'
import { lockCredential, saveCredential } from '../identity/credential-store.ts'
import { organisationsOf } from '../identity/organisations-store.ts'
import { hashPassword } from '../identity/password-hash.ts'
import { renewSession } from '../identity/session-store.ts'
import { record } from '../journal/record.ts'
import { newId, type PersonalWork } from '../work.ts'
import type { setPassword as contract } from './contract.ts'
import { listGrantsToSecure, listKnownNames } from './security-store.ts'
import { endOthers } from './sessions.ts'

export async function setPassword(work: PersonalWork, { body }: Input<typeof contract>): Promise<CookieAnswer<Record<never, never>>> {
  const { tx, person, now } = work
  const password = readPassword(body.password)
  const { totpConfirmedAt } = await lockCredential(tx, person.id)
  const names = [person.name, person.email, ...(await listKnownNames(tx, person.id))]
  const weakness = weaknessOf(password, { hasSecondFactor: totpConfirmedAt !== null, names })
  if (weakness) throw new Refusal('password_too_weak', weakness)
  for (const grant of await listGrantsToSecure(tx, person.id)) {
    record(work, { kind: 'partnership.secured', readers: [grant.customerId, grant.partnerId], ...grant, data: { version: grant.version } })
  }
  const passwordHash = await hashPassword(password)
  await saveCredential(tx, person.id, { passwordHash, passwordSetAt: now, passwordStandsAlone: standsAlone(password) })
  const data = { personId: person.id, credentialId: newId<never>(), method: 'password' }
  record(work, { kind: 'person.credential_added', readers: await organisationsOf(tx, person.id), data })
  await endOthers(work)
  const session = await renewSession(work, person.sessionId, person.strength === 'email' ? 'password' : person.strength)
  return new CookieAnswer({}, session)
}
