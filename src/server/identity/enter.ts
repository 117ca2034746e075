// Somebody has shown a first factor: a session begins, or the second factor is asked for. Whatever signs people in ends here.
import type { CredentialId, PersonId } from '../../domain/ids.ts'
import type { SessionStrength } from '../../domain/session.ts'
import { CookieAnswer } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import type { OpenWork } from '../work.ts'
import type { Entered, SecondFactor } from './contract.ts'
import { organisationsOf } from './organisations-store.ts'
import { type FirstFactor, keepPending } from './pending-store.ts'
import { endSession, startSession } from './session-store.ts'

export type Entering = {
  readonly personId: PersonId
  readonly secondFactors: readonly SecondFactor[]
  readonly firstFactor: FirstFactor
  readonly isNew?: boolean
}

export async function enter(
  work: OpenWork,
  { personId, secondFactors, firstFactor, isNew = false }: Entering,
): Promise<Entered | CookieAnswer<Entered>> {
  if (secondFactors.length === 0) return begin(work, { personId, strength: firstFactor, method: firstFactor, isNew })
  const { continuation, expiresAt } = await keepPending(work, personId, firstFactor)
  return { step: 'second_factor', continuation, expiresAt: new Date(expiresAt).toISOString(), secondFactors: [...secondFactors] }
}

type Begun = {
  readonly personId: PersonId
  readonly strength: SessionStrength
  readonly method: string
  readonly passkeyId?: CredentialId
  readonly isNew?: boolean
}

/** A new session in this browser; the one it had before ends. */
export async function begin(work: OpenWork, { isNew = false, method, ...proven }: Begun): Promise<CookieAnswer<Entered>> {
  const { personId } = proven
  const readers = await organisationsOf(work.tx, personId)
  if (work.person && (await endSession(work, work.person.id, work.person.sessionId))) {
    record(work, {
      kind: 'member.signed_out',
      readers: await organisationsOf(work.tx, work.person.id),
      data: { personId: work.person.id, sessionId: work.person.sessionId },
    })
  }
  const session = await startSession(work, proven)
  record(work, { kind: 'member.signed_in', readers, data: { personId, sessionId: session.id, method } })
  return new CookieAnswer({ step: 'signed_in', isNew }, session)
}
