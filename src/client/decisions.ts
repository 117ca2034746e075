// Decisions from Prokura: questions that are asked in the same moment travel together, up to a thousand in one request, each with its own answer.
import { type Answer, about, readJson, type Transport } from './http.ts'
import type { Metadata } from './metadata.ts'
import { type OwnToken, sendAsConsole } from './own-token.ts'
import { ProkuraError } from './prokura-error.ts'
import { type Asking, type Decision, inAuthZen, type Json, type Question, readDecision } from './question.ts'

/** When a batch may end early; what was not asked any more is missing from the answers. */
export type Semantic = 'execute_all' | 'deny_on_first_deny' | 'permit_on_first_permit'

export type Decisions = {
  /**
   * One decision. Questions that are asked before the next turn of the event loop go out as one request, so asking many at once
   * (`Promise.all`) costs one round trip.
   *
   * @throws {ProkuraError} `invalid_request` when the question is malformed, otherwise as any request: `unreachable`, `unavailable`,
   *   `unauthenticated`. Treat each of them as a no.
   */
  readonly check: (question: Question, asking?: Asking) => Promise<Decision>
  /**
   * Many decisions, in the order of the questions, in as few requests as possible (1,000 each). What is wrong with one question is the
   * answer to that one only, as a ProkuraError in its place.
   *
   * @param how - `semantic` lets a batch of up to 1,000 end with the first no or the first yes; then there may be fewer answers.
   * @throws {ProkuraError} when a request as a whole fails.
   */
  readonly checkAll: (
    questions: readonly Question[],
    how?: Asking & { readonly semantic?: Semantic },
  ) => Promise<readonly (Decision | ProkuraError)[]>
}

/** What every kind of question to the decision API needs. */
export type Connection = { readonly transport: Transport; readonly own: OwnToken; readonly metadata: Metadata }
type Waiting = { readonly body: Json; readonly resolve: (decision: Decision) => void; readonly reject: (failure: unknown) => void }

export const batchMax = 1_000

export function openDecisions(connection: Connection): Decisions {
  let waiting: Waiting[] = []
  const flush = () => {
    const batch = waiting
    waiting = []
    for (let at = 0; at < batch.length; at += batchMax) void ask(connection, batch.slice(at, at + batchMax))
  }
  return {
    check: (question, asking = {}) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) atNextTurn(flush)
        waiting.push({ body: inAuthZen(question, asking), resolve, reject })
      }),
    async checkAll(questions, { semantic = 'execute_all', ...asking } = {}) {
      if (semantic !== 'execute_all' && questions.length > batchMax)
        throw new ProkuraError('invalid_request', `a batch that may end early holds at most ${batchMax} questions`)
      const parts = Array.from({ length: Math.ceil(questions.length / batchMax) }, (_, part) =>
        questions.slice(part * batchMax, (part + 1) * batchMax).map((question) => inAuthZen(question, asking)),
      )
      const answers = await Promise.all(parts.map((part) => evaluations(connection, part, semantic)))
      return answers.flat()
    },
  }
}

/** After what runs now, together with whatever else asks until then. */
function atNextTurn(flush: () => void): void {
  const { setImmediate } = globalThis as { setImmediate?: (run: () => void) => unknown }
  if (setImmediate === undefined) setTimeout(flush, 0)
  else setImmediate(flush)
}

async function ask(connection: Connection, batch: readonly Waiting[]): Promise<void> {
  try {
    const [only] = batch
    if (batch.length === 1 && only !== undefined) {
      only.resolve(readDecision(await evaluate(connection, 'evaluation', only.body)))
      return
    }
    const answers = await evaluations(
      connection,
      batch.map(({ body }) => body),
      'execute_all',
    )
    for (const [place, { resolve, reject }] of batch.entries()) {
      const answer = answers[place] ?? new ProkuraError('unexpected_answer', 'an answer of the batch is missing')
      if (answer instanceof ProkuraError) reject(answer)
      else resolve(answer)
    }
  } catch (failure) {
    for (const { reject } of batch) reject(failure)
  }
}

async function evaluations(
  connection: Connection,
  evaluations: readonly Json[],
  semantic: Semantic,
): Promise<readonly (Decision | ProkuraError)[]> {
  const options = semantic === 'execute_all' ? {} : { options: { evaluations_semantic: semantic } }
  const body = await evaluate(connection, 'evaluations', { evaluations, ...options })
  if (!Array.isArray(body['evaluations'])) throw new ProkuraError('unexpected_answer', 'the answer holds no evaluations')
  return (body['evaluations'] as readonly Json[]).map((answer) => faultIn(answer) ?? readDecision(answer))
}

function faultIn(answer: Json): ProkuraError | undefined {
  const { error } = (answer['context'] ?? {}) as { error?: { readonly status: number; readonly message: string } }
  return error && new ProkuraError('invalid_request', error.message, { status: error.status })
}

/** One question to the decision API, of whatever kind. Read only, so it may be repeated. */
export async function evaluate(
  { transport, own, metadata }: Connection,
  endpoint: 'evaluation' | 'evaluations' | 'searchSubject' | 'searchResource' | 'searchAction',
  json: Json,
): Promise<Json> {
  const to = (await metadata.decisions())[endpoint]
  const answer = await sendAsConsole(transport, own, { method: 'POST', to, json, repeatable: true })
  if (answer.status === 200) return readJson(answer)
  if (answer.status === 401 || answer.status === 403)
    throw new ProkuraError('unauthenticated', 'the decision API does not know this console', about(answer))
  throw new ProkuraError('invalid_request', messageIn(answer), about(answer))
}

function messageIn({ text, status }: Answer): string {
  return text.length > 0 && text.length < 500 ? text : `the decision API refused the request (status ${status})`
}
