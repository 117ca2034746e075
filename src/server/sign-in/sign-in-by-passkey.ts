// Signs somebody in by a passkey alone: it is two factors in one. Nobody says first who they are, so that nothing tells who has an account.
import { type CookieAnswer, type Input, RefusedAnswer } from '../endpoint.ts'
import type { Entered } from '../identity/contract.ts'
import { begin } from '../identity/enter.ts'
import type { PasskeyRequest } from '../identity/passkey-contract.ts'
import { provePasskey, requestPasskey } from '../identity/prove-passkey.ts'
import type { OpenWork } from '../work.ts'
import type { signInByPasskey as contract } from './contract.ts'
import { noteFailure } from './failed-sign-in.ts'
import { limitChallenges, limitNetwork } from './limits.ts'

const anybodys = { purpose: 'sign_in', subjectId: null, personId: null } as const

export async function beginSignInByPasskey(work: OpenWork): Promise<PasskeyRequest> {
  await limitChallenges(work)
  return requestPasskey(work, anybodys)
}

export async function signInByPasskey(work: OpenWork, { body }: Input<typeof contract>): Promise<CookieAnswer<Entered> | RefusedAnswer> {
  await limitNetwork(work)
  const proof = await provePasskey(work, body.passkey, anybodys)
  if (proof.kind === 'refused') {
    await noteFailure(work, proof.personId, 'passkey')
    return new RefusedAnswer(proof.code)
  }
  return begin(work, { personId: proof.personId, strength: 'two_factors', method: 'passkey', passkeyId: proof.passkeyId })
}
