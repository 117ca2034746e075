// Whether somebody showed a passkey: the right one, asked just now, by us, with its user verified (Web Authentication, 7.2).
import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { CredentialId, PersonId } from '../../domain/ids.ts'
import type { RefusalCode } from '../../domain/refusal.ts'
import type { AnyWork } from '../work.ts'
import { readClientData } from './client-data.ts'
import { type ChallengeFor, challengeMs, newChallenge, takeChallenge } from './passkey-challenge-store.ts'
import type { PasskeyAnswer, PasskeyRequest } from './passkey-contract.ts'
import { listPasskeys, lockPasskey, type Passkey, savePasskeyUse } from './passkey-store.ts'
import { descriptorOf, relyingParty, userHandleOf } from './relying-party.ts'

type ProvingWork = Pick<AnyWork, 'tx' | 'now' | 'secrets' | 'publicUrl'>
/** Whose passkey is asked for; null: whoever's it is signs in. */
type Asking = ChallengeFor & { readonly personId: PersonId | null }

export async function requestPasskey(work: ProvingWork, { personId, ...wanted }: Asking): Promise<PasskeyRequest> {
  return {
    challenge: await newChallenge(work, wanted),
    rpId: relyingParty(work.publicUrl).id,
    timeout: challengeMs,
    allowCredentials: personId === null ? [] : (await listPasskeys(work.tx, personId)).map(descriptorOf),
    userVerification: 'required',
  }
}

export type PasskeyProof =
  | { readonly kind: 'proven'; readonly personId: PersonId; readonly passkeyId: CredentialId }
  | {
      readonly kind: 'refused'
      readonly code: Extract<RefusalCode, 'passkey_wrong' | 'passkey_expired'>
      /** Whose passkey it claims to be. */
      readonly personId: PersonId | undefined
    }

/** The challenge is used up either way: answer a refusal, do not throw it. */
export async function provePasskey(work: ProvingWork, answer: PasskeyAnswer, { personId, ...wanted }: Asking): Promise<PasskeyProof> {
  const challenge = readClientData(answer.clientDataJSON)?.challenge
  if (challenge === undefined) return refused('passkey_wrong')
  if (!(await takeChallenge(work, wanted, challenge))) return refused('passkey_expired')
  const passkey = await lockPasskey(work.tx, Buffer.from(answer.id, 'base64url'))
  if (!passkey || !isOwners(passkey, answer, personId)) return refused('passkey_wrong')
  const counter = await verifiedCounter(work, answer, { passkey, challenge })
  if (counter === undefined) return refused('passkey_wrong', passkey.personId)
  await savePasskeyUse(work.tx, passkey.id, { counter, at: work.now })
  return { kind: 'proven', personId: passkey.personId, passkeyId: passkey.id }
}

const refused = (code: 'passkey_wrong' | 'passkey_expired', personId?: PersonId): PasskeyProof => ({ kind: 'refused', code, personId })

/** 7.2, 6: the user handle names the owner. It may be missing only where the owner was known before. */
function isOwners({ personId }: Passkey, { userHandle }: PasskeyAnswer, asked: PersonId | null): boolean {
  if (asked !== null && asked !== personId) return false
  return userHandle === null ? asked !== null : Buffer.from(userHandle, 'base64url').equals(userHandleOf(personId))
}

/** Nothing when the answer is not to be believed. A counter that did not grow is a copy of the passkey (7.2, 22). */
async function verifiedCounter(
  { publicUrl }: ProvingWork,
  { id, clientDataJSON, authenticatorData, signature }: PasskeyAnswer,
  { passkey, challenge }: { passkey: Passkey; challenge: string },
): Promise<number | undefined> {
  const { id: rpId, origin } = relyingParty(publicUrl)
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        response: { clientDataJSON, authenticatorData, signature },
        clientExtensionResults: {},
      },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      credential: { id, publicKey: new Uint8Array(passkey.publicKey), counter: passkey.counter },
      requireUserVerification: true,
    })
    return verified ? authenticationInfo.newCounter : undefined
  } catch {
    return undefined
  }
}
