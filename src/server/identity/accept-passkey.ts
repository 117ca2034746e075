// A new passkey: what the browser is asked to make, and whether what it made is to be believed (Web Authentication, 7.1).
import { verifyRegistrationResponse } from '@simplewebauthn/server'
import { decodeAttestationObject } from '@simplewebauthn/server/helpers'
import type { RefusalCode } from '../../domain/refusal.ts'
import type { PersonalWork } from '../work.ts'
import { authenticatorName } from './authenticator-name.ts'
import { readClientData } from './client-data.ts'
import { challengeMs, newChallenge, takeChallenge } from './passkey-challenge-store.ts'
import type { NewPasskey, PasskeyCreation } from './passkey-contract.ts'
import { listPasskeys } from './passkey-store.ts'
import { algorithms, descriptorOf, relyingParty, userHandleOf } from './relying-party.ts'

const challengeFor = ({ person }: PersonalWork) => ({ purpose: 'registration', subjectId: person.sessionId }) as const

export async function createPasskey(work: PersonalWork): Promise<PasskeyCreation> {
  const { person, publicUrl } = work
  const { id, name } = relyingParty(publicUrl)
  return {
    challenge: await newChallenge(work, challengeFor(work)),
    rp: { id, name },
    user: { id: userHandleOf(person.id).toString('base64url'), name: person.email, displayName: person.name },
    pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
    timeout: challengeMs,
    excludeCredentials: (await listPasskeys(work.tx, person.id)).map(descriptorOf),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    attestation: 'none',
  }
}

export type Accepted = {
  readonly kind: 'accepted'
  readonly credentialId: Buffer
  readonly publicKey: Buffer
  readonly counter: number
  /** What holds it, where that is known: "iCloud Keychain". */
  readonly keptIn: string | undefined
}
type Refused = { readonly kind: 'refused'; readonly code: Extract<RefusalCode, 'passkey_wrong' | 'passkey_expired'> }

/** The challenge is used up either way: answer a refusal, do not throw it. */
export async function acceptPasskey(work: PersonalWork, made: NewPasskey): Promise<Accepted | Refused> {
  const challenge = readClientData(made.clientDataJSON)?.challenge
  if (challenge === undefined) return { kind: 'refused', code: 'passkey_wrong' }
  if (!(await takeChallenge(work, challengeFor(work), challenge))) return { kind: 'refused', code: 'passkey_expired' }
  return (await verified(work, made, challenge)) ?? { kind: 'refused', code: 'passkey_wrong' }
}

async function verified({ publicUrl }: PersonalWork, made: NewPasskey, challenge: string): Promise<Accepted | undefined> {
  const { id: rpId, origin } = relyingParty(publicUrl)
  const { id, clientDataJSON, attestationObject } = made
  try {
    if (!isUnattested(attestationObject)) return undefined
    const { registrationInfo } = await verifyRegistrationResponse({
      response: { id, rawId: id, type: 'public-key', response: { clientDataJSON, attestationObject }, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: [...algorithms],
    })
    if (!registrationInfo || registrationInfo.credential.id !== id) return undefined
    const { credential, aaguid } = registrationInfo
    return {
      kind: 'accepted',
      credentialId: Buffer.from(credential.id, 'base64url'),
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      keptIn: authenticatorName(aaguid),
    }
  } catch {
    return undefined
  }
}

/** No attestation was asked for: none comes, or the passkey's own (5.4.7). Certificates are not looked at, and nothing is fetched for them. */
function isUnattested(attestationObject: string): boolean {
  const decoded = decodeAttestationObject(new Uint8Array(Buffer.from(attestationObject, 'base64url')))
  const format = decoded.get('fmt')
  return format === 'none' || (format === 'packed' && decoded.get('attStmt').get('x5c') === undefined)
}
