// The step after the first factor: with a code or a passkey the session is as strong as it gets.
import { Refusal } from '../../domain/refusal.ts'
import { type CookieAnswer, type Input, RefusedAnswer } from '../endpoint.ts'
import type { Entered } from '../identity/contract.ts'
import { begin } from '../identity/enter.ts'
import type { PasskeyRequest } from '../identity/passkey-contract.ts'
import { countPendingAttempt, lockPending, type Pending, spendPending } from '../identity/pending-store.ts'
import { provePasskey, requestPasskey } from '../identity/prove-passkey.ts'
import { proveSecondFactor } from '../identity/prove-second-factor.ts'
import type { OpenWork } from '../work.ts'
import type {
  beginSecondFactorByPasskey as beginContract,
  giveSecondFactor as contract,
  giveSecondFactorByPasskey as passkeyContract,
} from './contract.ts'
import { noteFailure } from './failed-sign-in.ts'
import { attemptsOfOne, limitChallenges, limitNetwork } from './limits.ts'

type Given = CookieAnswer<Entered> | RefusedAnswer

export async function giveSecondFactor(work: OpenWork, { body }: Input<typeof contract>): Promise<Given> {
  const pending = await openPending(work, body.continuation)
  if (!pending) return new RefusedAnswer('code_expired')
  const proven = await proveSecondFactor(work, pending.personId, body.code)
  if (!proven) return refuse(work, pending, { code: 'code_wrong', method: 'second_factor' })
  await closePending(work, pending)
  return begin(work, { personId: pending.personId, strength: 'two_factors', method: `${pending.firstFactor}+${proven}` })
}

const asked = ({ id, personId }: Pending) => ({ purpose: 'second_factor', subjectId: id, personId }) as const

export async function beginSecondFactorByPasskey(work: OpenWork, { body }: Input<typeof beginContract>): Promise<PasskeyRequest> {
  await limitChallenges(work)
  const pending = await lockPending(work, body.continuation)
  if (!pending) throw new Refusal('code_expired')
  return requestPasskey(work, asked(pending))
}

export async function giveSecondFactorByPasskey(work: OpenWork, { body }: Input<typeof passkeyContract>): Promise<Given> {
  const pending = await openPending(work, body.continuation)
  if (!pending) return new RefusedAnswer('code_expired')
  const proof = await provePasskey(work, body.passkey, asked(pending))
  if (proof.kind === 'refused') return refuse(work, pending, { code: proof.code, method: 'passkey' })
  await closePending(work, pending)
  const { personId, passkeyId } = proof
  return begin(work, { personId, strength: 'two_factors', method: `${pending.firstFactor}+passkey`, passkeyId })
}

async function openPending(work: OpenWork, continuation: string): Promise<Pending | undefined> {
  await limitNetwork(work)
  const pending = await lockPending(work, continuation)
  if (pending) await work.limit(`second-factor:${pending.personId}`, attemptsOfOne)
  return pending
}

async function closePending(work: OpenWork, pending: Pending): Promise<void> {
  await spendPending(work, pending)
  await work.limit.forget(`second-factor:${pending.personId}`)
}

type Wrong = { readonly code: RefusedAnswer['code']; readonly method: string }

async function refuse(work: OpenWork, pending: Pending, { code, method }: Wrong): Promise<RefusedAnswer> {
  await countPendingAttempt(work, pending)
  await noteFailure(work, pending.personId, method)
  return new RefusedAnswer(code)
}
