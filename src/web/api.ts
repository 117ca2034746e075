// The one way the web talks to the server: typed by the slices' contracts, safe to repeat, refusals as Problem.
import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { Problem, problemOf } from './problem.ts'

export type Contract = Readonly<{ params?: z.ZodType; query?: z.ZodType; body?: z.ZodType; answer: z.ZodType }>
type Part<C extends Contract, K extends 'params' | 'query' | 'body'> = C[K] extends z.ZodType
  ? { readonly [key in K]: z.input<C[K]> }
  : object
type Reading<C extends Contract> = Part<C, 'params'> & Part<C, 'query'>
type Writing<C extends Contract> = Reading<C> & Part<C, 'body'> & { readonly idempotencyKey?: string }
type Answer<C extends Contract> = z.output<C['answer']>
type Request = {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal
}

export const api = {
  get: <C extends Contract>(contract: C, path: string, input: Reading<C> & { signal?: AbortSignal }): Promise<Answer<C>> =>
    send('GET', contract, path, input),
  post: <C extends Contract>(contract: C, path: string, input: Writing<C>): Promise<Answer<C>> => change('POST', contract, path, input),
  put: <C extends Contract>(contract: C, path: string, input: Writing<C>): Promise<Answer<C>> => change('PUT', contract, path, input),
  patch: <C extends Contract>(contract: C, path: string, input: Writing<C>): Promise<Answer<C>> => change('PATCH', contract, path, input),
  delete: <C extends Contract>(contract: C, path: string, input: Writing<C>): Promise<Answer<C>> => change('DELETE', contract, path, input),

  /** For useQuery and useSuspenseQuery. The key is the address itself, so `refresh('/api/o/…')` finds it. */
  query: <C extends Contract>(contract: C, path: string, input: Reading<C>) =>
    queryOptions({ queryKey: [addressOf(path, input)], queryFn: ({ signal }) => api.get(contract, path, { ...input, signal }) }),
}

/** Fills `{name}` (or `:name`) from params and appends the query; empty values are left out, lists repeat their name. */
export function addressOf(path: string, { params, query }: Pick<Request, 'params' | 'query'>): string {
  const filled = path.replace(/\{(\w+)\}|:(\w+)/g, (_, braced, colon) =>
    encodeURIComponent(String(Reflect.get(Object(params), braced ?? colon))),
  )
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(Object(query))) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one))
  }
  return search.size > 0 ? `${filled}?${search}` : filled
}

const underWay = new Map<string, Promise<unknown>>()

/** The same change asked for again while the first is under way, as by a double click, is one change. */
function change<C extends Contract>(method: string, contract: C, path: string, input: Request): Promise<Answer<C>> {
  const same = JSON.stringify([method, addressOf(path, input), input.body, input.idempotencyKey])
  const first = underWay.get(same) as Promise<Answer<C>> | undefined
  if (first) return first
  const sent = send(method, contract, path, input).finally(() => underWay.delete(same))
  underWay.set(same, sent)
  return sent
}

async function send<C extends Contract>(method: string, contract: C, path: string, input: Request): Promise<Answer<C>> {
  const request = requestOf(method, input)
  const response = await fetchAgain(addressOf(path, input), request)
  if (response.ok) return answerOf(contract, response)
  const problem = await problemOf(response)
  if (problem.code === freshAuthenticationNeeded && (await confirmIdentity?.())) {
    const again = await fetchAgain(addressOf(path, input), request)
    if (again.ok) return answerOf(contract, again)
    throw told({ method, address: addressOf(path, input), problem: await problemOf(again) })
  }
  throw told({ method, address: addressOf(path, input), problem })
}

function requestOf(method: string, { body, idempotencyKey, signal }: Request): RequestInit {
  const headers = new Headers({ accept: 'application/json', 'x-requested-with': 'prokura' })
  if (method !== 'GET') headers.set('idempotency-key', idempotencyKey ?? crypto.randomUUID())
  if (body !== undefined) headers.set('content-type', 'application/json')
  return { method, headers, credentials: 'same-origin', signal: signal ?? null, body: body === undefined ? null : JSON.stringify(body) }
}

/** Repeats what never arrived or met a server that was starting; the idempotency key makes that safe. */
async function fetchAgain(address: string, request: RequestInit, waitsMs: readonly number[] = [300, 1200]): Promise<Response> {
  const [waitMs, ...later] = waitsMs
  const response = await fetch(address, request).catch((error: unknown) => {
    if (request.signal?.aborted) throw error
    return undefined
  })
  if (response && ![502, 503, 504].includes(response.status)) return response
  if (waitMs === undefined) return response ?? Promise.reject(new Problem({ code: 'offline', status: 0 }))
  await new Promise((resolve) => setTimeout(resolve, waitMs))
  return fetchAgain(address, request, later)
}

async function answerOf<C extends Contract>(contract: C, response: Response): Promise<Answer<C>> {
  noticePosition(response)
  const answer = response.status === 204 ? undefined : await response.json()
  if (import.meta.env.DEV) return contract.answer.parse(answer) as Answer<C>
  return answer as Answer<C>
}

let firstPosition: string | undefined

/** Of answers that were under way together the one that knew least counts. */
export function noticePosition({ headers }: Response): void {
  const position = headers.get('journal-position')
  if (position !== null && (firstPosition === undefined || Number(position) < Number(firstPosition))) firstPosition = position
}

/** Where the journal stood when the first answer of this page was given: a live stream tells what happened since. */
export const positionAtFirst = (): string | undefined => firstPosition

const freshAuthenticationNeeded = 'fresh_authentication_needed'
let confirmIdentity: (() => Promise<boolean>) | undefined

/** The sign-in slice says here how a person confirms who they are; the refused request is then sent once more. */
export function onFreshAuthenticationNeeded(ask: () => Promise<boolean>): void {
  confirmIdentity = ask
}

export type Refused = { readonly method: string; readonly address: string; readonly problem: Problem }
type Hear = (refused: Refused) => void
const hearers = new Set<Hear>()

/** Every refusal of the server, whichever screen asked. Answers with how to stop listening. */
export function onRefused(hear: Hear): () => void {
  hearers.add(hear)
  return () => hearers.delete(hear)
}

function told(refused: Refused): Problem {
  for (const hear of hearers) hear(refused)
  return refused.problem
}
