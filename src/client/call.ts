// Calls of Prokura's own API: answers as they are, and its problem details (RFC 9457) as errors.
import { type Answer, about, readJson } from './http.ts'
import { type Fault, ProkuraError } from './prokura-error.ts'

/** The body of a good answer. A no becomes `refused`, wrong input `invalid_request`, a key or token that is none `unauthenticated`. */
export function readAnswer(answer: Answer): Readonly<Record<string, unknown>> {
  if (answer.status < 300) return readJson(answer)
  const problem = readJson(answer) as { readonly code?: string; readonly errors?: readonly Fault[]; readonly title?: string }
  const details = { ...about(answer), reason: problem.code, faults: problem.errors?.map(({ pointer, code }) => ({ pointer, code })) }
  const said = `${problem.code ?? problem.title ?? 'refused'} (status ${answer.status})`
  if (answer.status === 401) throw new ProkuraError('unauthenticated', `Prokura does not know who asks: ${said}`, details)
  if (problem.code === 'invalid_input' || problem.code === 'invalid_record')
    throw new ProkuraError('invalid_request', `Prokura does not accept this: ${said}`, details)
  throw new ProkuraError('refused', `Prokura says no: ${said}`, details)
}

/** A mutation carries a key, so that it happens once however often it is sent. */
export const idempotencyKey = (): string => crypto.randomUUID()
