// A "no" of the server as the web sees it: RFC 9457 problem details with a code that the texts translate.
import { whyOver } from '../server/visits/contract.ts'
import { hasText, type Translate } from './texts.tsx'

export type WhyOver = (typeof whyOver)[number]
export type Outcome = Readonly<{ kind: string; by: string | null; organisation: string | null }>
export type FieldProblem = Readonly<{ pointer: string; code: string }>

export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly detail: string | null
  readonly errors: readonly FieldProblem[]
  readonly requestId: string | null
  /** The visit of this page is over, and why. */
  readonly visitEnded: WhyOver | null
  /** Somebody was faster: what they did, and who it was. */
  readonly outcome: Outcome | null
  /** After too many attempts: when one may come back, in milliseconds since 1970. */
  readonly retryAt: number | null

  constructor(
    problem: Readonly<{
      code: string
      status: number
      detail?: string | null
      errors?: readonly FieldProblem[]
      requestId?: string | null
      visitEnded?: WhyOver | null
      outcome?: Outcome | null
      retryAt?: number | null
    }>,
  ) {
    super(problem.detail ?? problem.code)
    this.name = 'Problem'
    this.code = problem.code
    this.status = problem.status
    this.detail = problem.detail ?? null
    this.errors = problem.errors ?? []
    this.requestId = problem.requestId ?? null
    this.visitEnded = problem.visitEnded ?? null
    this.outcome = problem.outcome ?? null
    this.retryAt = problem.retryAt ?? null
  }
}

/** Reads the problem out of an answer that is not 2xx, whatever stands in its body. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => ({}))
  const field = (name: string): unknown => (typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined)
  const text = (name: string): string | null => {
    const value = field(name)
    return typeof value === 'string' ? value : null
  }
  const errors = field('errors')
  return new Problem({
    status: response.status,
    code: text('code') ?? (response.status >= 500 ? 'unavailable' : 'not_understood'),
    detail: text('detail'),
    errors: Array.isArray(errors) ? errors.filter(isFieldProblem) : [],
    requestId: text('requestId') ?? response.headers.get('x-request-id'),
    visitEnded: whyOverOf(field('visitEnded')),
    outcome: outcomeOf(field('outcome')),
    retryAt: retryAtOf(response),
  })
}

/** Of what a visit's page is told when it ends; null for what is no reason. */
export function whyOverOf(value: unknown): WhyOver | null {
  return whyOver.find((why) => why === value) ?? null
}

function outcomeOf(value: unknown): Outcome | null {
  if (typeof value !== 'object' || value === null || !('kind' in value) || typeof value.kind !== 'string') return null
  const by = 'by' in value && typeof value.by === 'string' ? value.by : null
  const organisation = 'organisation' in value && typeof value.organisation === 'string' ? value.organisation : null
  return { kind: value.kind, by, organisation }
}

/** Retry-After in seconds (RFC 9110, 10.2.3); the server sends no dates. */
function retryAtOf({ headers }: Response): number | null {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) ? Date.now() + seconds * 1000 : null
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return typeof value === 'object' && value !== null && 'pointer' in value && 'code' in value
}

/** The sentence for the person: what, why, what to do. */
export function problemText(t: Translate, error: unknown): string {
  if (!(error instanceof Problem)) return t('ui.problem.unexpected')
  const told = error.outcome && outcomeText(t, error.outcome)
  if (told) return told
  const own = `problems.${error.code}`
  if (hasText(own)) return t(own)
  const ours = `ui.problem.${error.code}`
  return hasText(ours) ? t(ours) : t('ui.problem.unexpected')
}

/** Of two acts at once the other one counted: which it was, and whose. */
function outcomeText(t: Translate, { kind, by, organisation }: Outcome): string | undefined {
  if (!hasText(`problems.outcome.${kind}`)) return undefined
  const who = by === null ? t('problems.outcome.somebody') : organisation === null ? by : `${by} (${organisation})`
  return t(`problems.outcome.${kind}`, { by: who })
}

/** What to say beside one field of a form, if the server refused that field ("/email" is the pointer of `email`). */
export function fieldProblem(t: Translate, error: unknown, field: string): string | undefined {
  if (!(error instanceof Problem)) return undefined
  const found = error.errors.find(({ pointer }) => pointer === `/${field}` || pointer === `/body/${field}`)
  if (!found) return undefined
  return hasText(`problems.${found.code}`) ? t(`problems.${found.code}`) : t('ui.problem.field')
}
