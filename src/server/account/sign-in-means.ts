// What this person signs in with, locked, as the rules on adding and removing ask for it; and what is told when it changes.
import type { CredentialId } from '../../domain/ids.ts'
import { hasSecondFactor, type SignInMeans } from '../../domain/sign-in-means.ts'
import { type Credential, lockCredential, saveCredential } from '../identity/credential-store.ts'
import { organisationsOf } from '../identity/organisations-store.ts'
import { lockPasskeys, type Passkey } from '../identity/passkey-store.ts'
import { hashRecoveryCode, newRecoveryCodes } from '../identity/second-factor.ts'
import { record } from '../journal/record.ts'
import type { PersonalWork } from '../work.ts'
import { listGrantsToSecure } from './security-store.ts'

export type LockedMeans = SignInMeans & { readonly credential: Credential; readonly held: readonly Passkey[] }

export async function lockMeans({ tx, person }: PersonalWork): Promise<LockedMeans> {
  const credential = await lockCredential(tx, person.id)
  const held = await lockPasskeys(tx, person.id)
  return {
    credential,
    held,
    hasPassword: credential.passwordHash !== null,
    passwordStandsAlone: credential.passwordStandsAlone,
    hasAuthenticator: credential.totpConfirmedAt !== null,
    passkeys: held.length,
  }
}

/** For whoever just got a second factor: ten recovery codes, unless there are some of before. */
export async function firstRecoveryCodes(work: PersonalWork, before: LockedMeans): Promise<string[] | null> {
  return hasSecondFactor(before) && before.credential.recoveryCodes.length > 0 ? null : makeRecoveryCodes(work)
}

export async function makeRecoveryCodes({ tx, person, secrets }: PersonalWork): Promise<string[]> {
  const codes = newRecoveryCodes()
  await saveCredential(tx, person.id, { recoveryCodes: codes.map((code) => hashRecoveryCode(secrets, person.id, code)) })
  return [...codes]
}

type CredentialChange = 'person.credential_added' | 'person.credential_removed'
type Changed = { readonly credentialId: CredentialId; readonly method: string }

export async function recordCredential(work: PersonalWork, kind: CredentialChange, changed: Changed): Promise<void> {
  const { tx, person } = work
  record(work, { kind, readers: await organisationsOf(tx, person.id), data: { personId: person.id, ...changed } })
}

/** Before a password or a passkey is saved: what was granted with an emailed code alone takes effect with it. */
export async function recordSecured(work: PersonalWork): Promise<void> {
  for (const grant of await listGrantsToSecure(work.tx, work.person.id)) {
    record(work, { kind: 'partnership.secured', readers: [grant.customerId, grant.partnerId], ...grant, data: { version: grant.version } })
  }
}
