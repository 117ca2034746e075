// The step after the first factor: with it the session is as strong as it gets.
import { type CookieAnswer, type Input, RefusedAnswer } from '../endpoint.ts'
import type { Entered } from '../identity/contract.ts'
import { begin } from '../identity/enter.ts'
import { countPendingAttempt, lockPending, spendPending } from '../identity/pending-store.ts'
import { proveSecondFactor } from '../identity/prove-second-factor.ts'
import type { OpenWork } from '../work.ts'
import type { giveSecondFactor as contract } from './contract.ts'
import { noteFailure } from './failed-sign-in.ts'
import { attemptsOfOne, limitNetwork } from './limits.ts'

export async function giveSecondFactor(work: OpenWork, { body }: Input<typeof contract>): Promise<CookieAnswer<Entered> | RefusedAnswer> {
  await limitNetwork(work)
  const pending = await lockPending(work, body.continuation)
  if (!pending) return new RefusedAnswer('code_expired')
  await work.limit(`second-factor:${pending.personId}`, attemptsOfOne)
  const proven = await proveSecondFactor(work, pending.personId, body.code)
  if (!proven) {
    await countPendingAttempt(work, pending)
    await noteFailure(work, pending.personId, 'second_factor')
    return new RefusedAnswer('code_wrong')
  }
  await spendPending(work, pending)
  await work.limit.forget(`second-factor:${pending.personId}`)
  return begin(work, { personId: pending.personId, strength: 'two_factors', method: `${pending.firstFactor}+${proven}` })
}
