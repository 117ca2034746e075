// Access Evaluations (Authorization API 1.0, section 7): up to a thousand decisions in one answer, in the order they were asked.
import type { Decisions, Fresh } from '../authorization/decisions.ts'
import { AllowedUntil, denied, deniedBySelf, faulty, noSuchRight } from './answers.ts'
import { type Answered, type Asking, BadRequest, decided, evaluate } from './evaluate.ts'
import { Wanted } from './freshness.ts'
import { isObject, type Json, outcome, QuestionReader } from './question.ts'

export const batchMax = 1_000
const semantics: ReadonlyMap<unknown, boolean | undefined> = new Map([
  ['execute_all', undefined],
  ['deny_on_first_deny', false],
  ['permit_on_first_permit', true],
])

/** Without questions it is a single evaluation (section 7.1). */
export async function evaluateMany(asking: Asking, body: Json): Promise<Answered> {
  const { evaluations } = body
  if (evaluations === undefined) return evaluate(asking, body)
  if (!Array.isArray(evaluations)) throw new BadRequest('evaluations is not an array')
  if (evaluations.length === 0) return evaluate(asking, body)
  if (evaluations.length > batchMax) throw new BadRequest(`evaluations holds more than ${batchMax} questions`)
  for (const name of ['subject', 'action', 'resource', 'context', 'options'])
    if (body[name] !== undefined && !isObject(body[name])) throw new BadRequest(`${name} is not an object`)
  const batch = { defaults: body, items: evaluations as readonly unknown[], endsOn: semanticOf(body['options']) }
  const fresh = await asking.decisions.fresh(...wantedBy(batch))
  const answers = fresh === 'stale' ? staleAnswers(batch) : new Batched(asking, fresh).answers(batch)
  return { body: `{"evaluations":[${answers.join()}]}`, position: fresh === 'stale' ? undefined : fresh.position }
}

type Batch = {
  /** Whole objects, for the questions that do not bring their own (section 7.1.1). */
  readonly defaults: Json
  readonly items: readonly unknown[]
  /** The decision that ends the batch early, if any does (section 7.1.2.1). */
  readonly endsOn: boolean | undefined
}

function semanticOf(options: unknown): boolean | undefined {
  const semantic = (isObject(options) ? options['evaluations_semantic'] : undefined) ?? 'execute_all'
  if (!semantics.has(semantic)) throw new BadRequest(`options.evaluations_semantic is none of ${[...semantics.keys()].join(', ')}`)
  return semantics.get(semantic)
}

function wantedBy({ defaults, items }: Batch): Parameters<Decisions['fresh']> {
  const wanted = new Wanted()
  for (const item of items) wanted.add(or(isObject(item) ? item['context'] : undefined, defaults['context']))
  return [wanted.how, wanted.about]
}

const staleAnswers = ({ items, endsOn }: Batch) => Array.from({ length: endsOn === false ? 1 : items.length }, () => deniedBySelf('stale'))
const or = (value: unknown, otherwise: unknown) => (value === undefined ? otherwise : value)

class Batched {
  readonly #asking: Asking
  readonly #fresh: Fresh
  readonly #reader: QuestionReader
  readonly #allowed = new AllowedUntil()
  #isAllowed = false
  #seen: string | undefined

  constructor(asking: Asking, fresh: Fresh) {
    this.#asking = asking
    this.#fresh = fresh
    this.#reader = new QuestionReader(asking.served)
  }

  answers({ defaults: { subject, action, resource, context }, items, endsOn }: Batch): readonly string[] {
    const answers: string[] = []
    for (const item of items) {
      this.#isAllowed = false
      answers.push(
        isObject(item)
          ? this.#answer(
              or(item['subject'], subject),
              or(item['action'], action),
              or(item['resource'], resource),
              or(item['context'], context),
            )
          : faulty('this is not an object'),
      )
      if (this.#isAllowed === endsOn) break
    }
    return answers
  }

  #answer(subject: unknown, action: unknown, resource: unknown, context: unknown): string {
    switch (this.#reader.read(subject, action, resource, context)) {
      case outcome.ready:
        return this.#reader.explains ? this.#explained() : this.#decided()
      case outcome.malformed:
        return faulty(this.#reader.fault)
      case outcome.notServed:
        return deniedBySelf('not_served')
      default:
        return denied(noSuchRight)
    }
  }

  #decided(): string {
    const { index, now } = this.#fresh
    const { asked } = this.#reader
    if (asked.visit !== undefined && asked.visit !== this.#seen) this.#markAsSeen(asked.visit, asked.person)
    const { code, validUntil } = index.check(asked, now)
    this.#isAllowed = code === 0
    return this.#isAllowed ? this.#allowed.write(validUntil) : denied(code)
  }

  #explained(): string {
    this.#isAllowed = this.#fresh.index.isAllowed(this.#reader.asked, this.#fresh.now)
    return decided(this.#asking, this.#fresh, this.#reader)
  }

  #markAsSeen(visitId: string, person: string): void {
    if (this.#fresh.index.visit(visitId)?.personId !== person) return
    this.#seen = visitId
    this.#asking.seen(visitId, this.#asking.served.consoleId)
  }
}
