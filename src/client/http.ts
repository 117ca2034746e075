// Requests to Prokura: to one of its addresses after the other, with a limit of time, and again only where that cannot do harm.
import { ProkuraError } from './prokura-error.ts'

/** How requests travel. */
export type Transport = {
  /** Origins that answer for this Prokura, the first one preferred. */
  readonly origins: readonly string[]
  /** The public origin, with which the addresses in its metadata begin. */
  readonly issuer: string
  /** The `fetch` of the platform, or one that goes through a proxy. */
  readonly fetch: typeof fetch
  /** An attempt without an answer after so many milliseconds counts as failed. */
  readonly timeoutMs: number
}

export type Request = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** A path, or an address under the issuer. */
  readonly to: string
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON; `form` is sent as a form. */
  readonly json?: unknown
  readonly form?: Readonly<Record<string, string>>
  /** Asking twice does no harm: it is read only, or carries an idempotency key. */
  readonly repeatable: boolean
  readonly timeoutMs?: number
  readonly signal?: AbortSignal
}

export type Answer = { readonly status: number; readonly text: string; readonly headers: Headers }

const pausesMs = [50, 250]

/** The answer, whatever its status below 500; throws `unreachable` or `unavailable` when there is none. */
export async function send(transport: Transport, request: Request): Promise<Answer> {
  let last: unknown
  for (const pauseMs of [0, ...pausesMs]) {
    if (pauseMs > 0) await pause(pauseMs)
    for (const origin of transport.origins) {
      try {
        const answer = await attempt(transport, origin, request)
        if (answer.status < 500 && answer.status !== 429) return answer
        last = answer
      } catch (failure) {
        if (request.signal?.aborted) throw new ProkuraError('closed', 'this client was closed', { cause: failure })
        last = failure
      }
      if (!request.repeatable) throw noAnswer(last)
    }
  }
  throw noAnswer(last)
}

async function attempt(transport: Transport, origin: string, { method, to, headers, json, form, ...how }: Request): Promise<Answer> {
  const body = form === undefined ? (json === undefined ? undefined : JSON.stringify(json)) : new URLSearchParams(form).toString()
  const type = form === undefined ? 'application/json' : 'application/x-www-form-urlencoded'
  const limit = openLimit(how.timeoutMs ?? transport.timeoutMs, how.signal)
  try {
    const response = await transport.fetch(addressAt(transport, origin, to), {
      method,
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': type }), ...headers },
      ...(body === undefined ? {} : { body }),
      redirect: 'error',
      signal: limit.signal,
    })
    return { status: response.status, text: await response.text(), headers: response.headers }
  } finally {
    limit.close()
  }
}

function openLimit(timeoutMs: number, outer: AbortSignal | undefined): { readonly signal: AbortSignal; readonly close: () => void } {
  const controller = new AbortController()
  const end = () => controller.abort()
  const timer = setTimeout(end, timeoutMs)
  if (outer?.aborted) end()
  outer?.addEventListener('abort', end)
  const close = () => {
    clearTimeout(timer)
    outer?.removeEventListener('abort', end)
  }
  return { signal: controller.signal, close }
}

/** Addresses in the metadata begin with the issuer; from inside, Prokura may be reached under another one. */
function addressAt({ issuer }: Transport, origin: string, to: string): string {
  return to.startsWith('/') ? origin + to : to.startsWith(`${issuer}/`) ? origin + to.slice(issuer.length) : to
}

function noAnswer(last: unknown): ProkuraError {
  if (!isAnswer(last)) return new ProkuraError('unreachable', 'Prokura does not answer', { cause: last })
  return new ProkuraError('unavailable', `Prokura cannot answer now (status ${last.status})`, about(last))
}

const isAnswer = (value: unknown): value is Answer => typeof value === 'object' && value !== null && 'status' in value && 'text' in value

export function readJson({ text, status }: Answer): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>
  } catch {
    // told below
  }
  throw new ProkuraError('unexpected_answer', `this is no answer of a Prokura (status ${status})`, { status })
}

/** What an answer says about itself. */
export function about({ status, headers }: Answer): { readonly status: number; readonly requestId?: string } {
  const requestId = headers.get('x-request-id')
  return requestId === null ? { status } : { status, requestId }
}

/** The origin of an address without a path. Throws when it is none, or plain http to another machine. */
export function originOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const isHere = url !== undefined && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)
  if (
    url === undefined ||
    url.pathname !== '/' ||
    url.search !== '' ||
    !(url.protocol === 'https:' || (url.protocol === 'http:' && isHere))
  )
    throw new ProkuraError('invalid_request', `${address} is no address of a Prokura: give its origin, with https`)
  return url.origin
}

export const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))
