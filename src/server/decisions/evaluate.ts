// Access Evaluation (Authorization API 1.0, section 6): one decision and its reason.
import type { Decisions, Fresh } from '../authorization/decisions.ts'
import type { Use } from '../authorization/note-uses.ts'
import { allowedAt, chainInWords, deniedAt, deniedBySelfAt, noSuchRight } from './answers.ts'
import { Wanted } from './freshness.ts'
import { type Json, outcome, QuestionReader } from './question.ts'
import type { Served } from './served.ts'

/** What ends a whole request with 400. */
export class BadRequest extends Error {}

/** An answer, and the journal position that it includes; none when nothing current was to be had. */
export type Answered = { readonly body: string; readonly position: number | undefined }
export type Asking = {
  readonly decisions: Pick<Decisions, 'fresh'>
  readonly served: Served
  /** A visit was asked about on behalf of the person whose visit it is. */
  readonly seen: (visitId: string, consoleId: string) => void
  /** On that behalf an action was allowed. */
  readonly used: (use: Use) => void
}

export async function evaluate(asking: Asking, body: Json): Promise<Answered> {
  const reader = new QuestionReader(asking.served)
  const found = reader.read(body['subject'], body['action'], body['resource'], body['context'])
  if (found === outcome.malformed) throw new BadRequest(reader.fault)
  const wanted = new Wanted()
  wanted.add(body['context'])
  const fresh = await asking.decisions.fresh(wanted.how, wanted.about)
  if (fresh === 'stale') return { body: deniedBySelfAt('stale', ''), position: undefined }
  const text = found === outcome.ready ? decided(asking, fresh, reader) : undecided(found, fresh)
  return { body: text, position: fresh.position }
}

function undecided(found: number, { position }: Fresh): string {
  const more = `,"position":${position}`
  return found === outcome.notServed ? deniedBySelfAt('not_served', more) : deniedAt(noSuchRight, more)
}

/** With everything that is told of one decision. */
export function decided(asking: Asking, { index, now, position }: Fresh, { asked, explains }: QuestionReader): string {
  const { code, validUntil } = index.check(asked, now)
  const visit = asked.visit === undefined ? undefined : index.visit(asked.visit)
  if (visit !== undefined && visit.personId === asked.person) asking.seen(visit.id, asking.served.consoleId)
  const session = index.session(visit?.sessionId ?? asked.session ?? '')
  const isOwn = session !== undefined && session.personId === asked.person
  const more = `,"position":${position}${isOwn ? `,"authenticated_at":"${new Date(session.authenticatedAt).toISOString()}"` : ''}`
  if (code !== 0) return deniedAt(code, more)
  if (visit !== undefined) asking.used({ visitId: visit.id, right: asked.action, productId: asked.product ?? null })
  const decision = explains ? index.decide(asked, now) : undefined
  const because = decision?.allowed ? `,"because":${chainInWords(decision.because)}` : ''
  return allowedAt(validUntil, `${more}${because}`)
}
