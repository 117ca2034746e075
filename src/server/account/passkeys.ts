// A person's passkeys: added in two steps, renamed, and taken away again.
import { displayName } from '../../domain/display-name.ts'
import type { CredentialId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import { decideRemovingPasskey, hasSecondFactor } from '../../domain/sign-in-means.ts'
import { minuteMs } from '../../domain/time.ts'
import { CookieAnswer, type Input, RefusedAnswer } from '../endpoint.ts'
import { acceptPasskey, createPasskey } from '../identity/accept-passkey.ts'
import { clientName } from '../identity/client-name.ts'
import { saveCredential } from '../identity/credential-store.ts'
import { organisationsOf } from '../identity/organisations-store.ts'
import type { PasskeyCreation } from '../identity/passkey-contract.ts'
import { deletePasskey, insertPasskey, listPasskeys, namePasskey } from '../identity/passkey-store.ts'
import { renewSession, weakenSessions } from '../identity/session-store.ts'
import { record } from '../journal/record.ts'
import { newId, type PersonalWork } from '../work.ts'
import type { addPasskey as addContract, removePasskey as removeContract, renamePasskey as renameContract } from './contract.ts'
import { endOthers, endThoseBegunWith } from './sessions.ts'
import { firstRecoveryCodes, lockMeans, recordCredential, recordSecured } from './sign-in-means.ts'

type Nothing = Record<never, never>
type Codes = { readonly recoveryCodes: string[] | null }

const passkeysAtMost = 20
const attempts = { limit: 60, windowMs: 15 * minuteMs }

export async function beginAddingPasskey(work: PersonalWork): Promise<PasskeyCreation> {
  await work.limit(`add-passkey:${work.person.id}`, attempts)
  if ((await listPasskeys(work.tx, work.person.id)).length >= passkeysAtMost) throw new Refusal('limit_reached')
  return createPasskey(work)
}

export async function addPasskey(work: PersonalWork, { body }: Input<typeof addContract>): Promise<CookieAnswer<Codes> | RefusedAnswer> {
  const { tx, person, now } = work
  const accepted = await acceptPasskey(work, body.passkey)
  if (accepted.kind === 'refused') return new RefusedAnswer(accepted.code)
  const before = await lockMeans(work)
  if (before.passkeys >= passkeysAtMost) throw new Refusal('limit_reached')
  await recordSecured(work)
  const id = newId<CredentialId>()
  const { credentialId, publicKey, counter, keptIn } = accepted
  const name = keptIn ?? clientName(work.client.agent) ?? 'Passkey'
  const { transports } = body.passkey
  const isNew = await insertPasskey(tx, { id, personId: person.id, credentialId, publicKey, counter, transports, name, addedAt: now })
  if (!isNew) throw new Refusal('credential_in_use')
  const recoveryCodes = await firstRecoveryCodes(work, before)
  await recordCredential(work, 'person.credential_added', { credentialId: id, method: 'passkey' })
  // Whoever got in before without a second factor is out.
  if (!hasSecondFactor(before)) await endOthers(work)
  const session = await renewSession(work, person.sessionId, { strength: 'two_factors', passkeyId: id })
  return new CookieAnswer({ recoveryCodes }, session)
}

export async function renamePasskey(work: PersonalWork, { params, body }: Input<typeof renameContract>): Promise<Nothing> {
  const { tx, person } = work
  const name = displayName(body.name)
  if (name === null) throw new Refusal('invalid_name')
  if (!(await namePasskey(tx, person.id, { id: params.passkey, name }))) throw new Refusal('not_found')
  record(work, {
    kind: 'person.changed',
    readers: await organisationsOf(tx, person.id),
    data: { personId: person.id, settings: ['passkey_name'] },
  })
  return {}
}

/** Whoever still is in with it elsewhere is out: it may have been lost. */
export async function removePasskey(work: PersonalWork, { params }: Input<typeof removeContract>): Promise<Nothing> {
  const { tx, person } = work
  const means = await lockMeans(work)
  const passkey = means.held.find(({ id }) => id === params.passkey)
  if (!passkey) throw new Refusal('not_found')
  const decided = decideRemovingPasskey(means)
  if (decided.kind === 'refused') throw new Refusal(decided.code)
  await endThoseBegunWith(work, passkey.id)
  await deletePasskey(tx, passkey.id)
  if (decided.weakensTo !== null) {
    await saveCredential(tx, person.id, { recoveryCodes: [] })
    await weakenSessions(work, person.id, decided.weakensTo)
  }
  await recordCredential(work, 'person.credential_removed', { credentialId: passkey.id, method: 'passkey' })
  return {}
}
