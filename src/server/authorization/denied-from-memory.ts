// Whether a visit that something is open in is denied by now, as the live index answers after the question: one look that all who wait share.
import type { ActingContext, SignedIn } from '../work.ts'
import { Denied } from './authorise.ts'
import type { Decisions } from './decisions.ts'

/** Undefined when it may go on, and when only the tables can say why not: a visit that is over is told by whom it was ended. */
export async function deniedFromMemory(
  decisions: Decisions,
  { id: person }: Pick<SignedIn, 'id'>,
  { visitId: visit }: ActingContext,
): Promise<Denied | undefined> {
  if (visit === undefined) return undefined
  const asked = { person, action: 'enter', visit }
  const fresh = await decisions.fresh({ consistency: 'strong' }, [asked])
  if (fresh === 'stale') return undefined
  const decision = fresh.index.decide(asked, fresh.now)
  return decision.allowed || decision.because.code === 'visit_not_over' ? undefined : new Denied(decision.because, 'enter')
}
