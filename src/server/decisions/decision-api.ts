// The decision API on HTTP (Authorization API 1.0, section 10): on the same server as everything else, but before the framework, since a
// decision takes less time than being routed to it. Errors are a sentence, as the specification has it; a denial is none.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isDatabaseAway } from '../platform/database-failure.ts'
import type { RequestTimes } from '../platform/request-times.ts'
import { type Answered, BadRequest, evaluate } from './evaluate.ts'
import { evaluateMany } from './evaluate-many.ts'
import { type ConsoleOf, KnownConsoles } from './known-consoles.ts'
import { metadata, metadataPath, type Operation, paths } from './metadata.ts'
import { nameSessions } from './name-sessions.ts'
import { isObject, type Json } from './question.ts'
import { Gone, readBody, TooLarge } from './read-body.ts'
import { type Searching, search, Unavailable } from './search.ts'
import type { Served } from './served.ts'
import type { SessionsOf } from './sessions-store.ts'

export type DecisionApi = {
  /** False when the request is none of this API's. */
  readonly answers: (request: IncomingMessage, response: ServerResponse) => boolean
}

export type DecisionApiParts = Omit<Searching, 'served'> & {
  readonly publicUrl: string
  readonly consoleOf: ConsoleOf
  readonly sessionsOf: SessionsOf
  readonly headers: Readonly<Record<string, string>>
  readonly times: Pick<RequestTimes, 'add'>
  readonly failed: (failure: unknown) => void
}

const operations: ReadonlyMap<string, Operation> = new Map(Object.entries(paths).map(([name, path]) => [path, name as Operation]))

type Reply = { readonly status: number; readonly body: string; readonly position?: number | undefined; readonly more?: readonly string[] }
const notKept = ['cache-control', 'no-store']

export function openDecisionApi(parts: DecisionApiParts): DecisionApi {
  const consoles = new KnownConsoles(parts.consoleOf)
  const published = JSON.stringify(metadata(parts.publicUrl))
  const common = Object.entries(parts.headers).flat()
  const challenge = `Bearer realm="${parts.publicUrl}"`
  const askings = new WeakMap<Served, Searching>()
  const askingOf = (served: Served): Searching => {
    const known = askings.get(served) ?? { ...parts, served }
    askings.set(served, known)
    return known
  }

  const send = (request: IncomingMessage, response: ServerResponse, { status, body, position, more = notKept }: Reply) => {
    const id = request.headers['x-request-id']
    const type = status === 200 ? 'application/json' : 'text/plain'
    const headers = [...common, 'content-type', type, 'content-length', String(body.length), ...more]
    if (position !== undefined) headers.push('journal-position', String(position))
    if (typeof id === 'string') headers.push('x-request-id', id)
    // Bodies hold nothing but ASCII, and a request's id goes back byte for byte.
    response.writeHead(status, headers).end(body, 'latin1')
  }

  const serve = (operation: Operation, request: IncomingMessage, response: ServerResponse) => {
    const since = performance.now()
    const reply = (reply: Reply) => {
      if (!response.destroyed) send(request, response, reply)
      parts.times.add(operation, reply.status, performance.now() - since)
    }
    const refuse = (failure: unknown) => reply(refusal(failure, parts.failed))
    const answer = (served: Served | undefined) => {
      if (served === undefined) return reply(unauthorised(request, challenge))
      if (!isJson(request.headers['content-type'])) return reply({ status: 400, body: 'Content-Type is not application/json' })
      readBody(request, (text) => void asked(operation, askingOf(served), parts.sessionsOf, text).then(reply, refuse), refuse)
    }
    if (request.method !== 'POST') return reply({ status: 405, body: 'Questions are asked with POST', more: ['allow', 'POST'] })
    const found = consoles.find(request.headers.authorization)
    if (found instanceof Promise) found.then(answer).catch(refuse)
    else answer(found)
  }

  return {
    answers(request, response) {
      const url = request.url ?? ''
      const operation = operations.get(url)
      if (operation !== undefined) {
        serve(operation, request, response)
        return true
      }
      if (url !== metadataPath || (request.method !== 'GET' && request.method !== 'HEAD')) return false
      send(request, response, { status: 200, body: published, more: ['cache-control', 'public, max-age=3600'] })
      return true
    },
  }
}

async function asked(operation: Operation, asking: Searching, sessionsOf: SessionsOf, text: string): Promise<Reply> {
  const question = parsed(text)
  if (text.includes('"session"')) await nameSessions(question, asking.served.consoleId, sessionsOf)
  const { body, position } = await answered(operation, asking, question)
  return { status: 200, body, position }
}

function answered(operation: Operation, asking: Searching, body: Json): Promise<Answered> {
  switch (operation) {
    case 'evaluation':
      return evaluate(asking, body)
    case 'evaluations':
      return evaluateMany(asking, body)
    case 'search/subject':
      return search(asking, 'subject', body)
    case 'search/resource':
      return search(asking, 'resource', body)
    case 'search/action':
      return search(asking, 'action', body)
  }
}

const isJson = (type: string | undefined) => type === 'application/json' || (type !== undefined && /^application\/json *(;|$)/i.test(type))

function parsed(text: string): Json {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw new BadRequest(text === '' ? 'The body is empty' : 'The body is not JSON')
  }
  if (!isObject(body)) throw new BadRequest('The body is not an object')
  return body
}

function unauthorised({ headers: { authorization } }: IncomingMessage, challenge: string): Reply {
  return authorization === undefined || authorization === ''
    ? { status: 401, body: 'Show an access token of a console: Authorization: Bearer TOKEN', more: ['www-authenticate', challenge] }
    : { status: 401, body: 'This token is none of a console, or over', more: ['www-authenticate', `${challenge}, error="invalid_token"`] }
}

function refusal(failure: unknown, failed: (failure: unknown) => void): Reply {
  if (failure instanceof BadRequest) return { status: 400, body: failure.message }
  if (failure instanceof Gone) return { status: 400, body: failure.message }
  if (failure instanceof TooLarge) return { status: 413, body: failure.message, more: ['connection', 'close'] }
  if (failure instanceof Unavailable || isDatabaseAway(failure))
    return { status: 503, body: 'Nothing current is to be had at the moment', more: ['retry-after', '1'] }
  failed(failure)
  return { status: 500, body: 'Something went wrong here' }
}
