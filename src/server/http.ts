// The table of endpoints on HTTP: from a request to what the spine asks, and from its answer or "no" back.

import { createServer, STATUS_CODES } from 'node:http'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { v7 } from 'uuid'
import { Refusal } from '../domain/refusal.ts'
import { app } from './app.ts'
import type { Asked } from './asked.ts'
import { Denied } from './authorization/authorise.ts'
import { whyOver } from './authorization/why-over.ts'
import { type Answered, recheck, run, transactAgain } from './command.ts'
import type { DecisionApi } from './decisions/decision-api.ts'
import { CookieAnswer, type Endpoint, FileAnswer, LaterAnswer, type Live, StreamAnswer } from './endpoint.ts'
import { serveHelpVideos } from './help/help-videos.ts'
import type { House } from './house.ts'
import { brokenConstraint, isDatabaseAway, isUnreadable } from './platform/database-failure.ts'
import { withoutTokens } from './platform/log.ts'
import { DecidedAlready, type Problem, problemOf, RefusedInput } from './problem.ts'
import { refuseForgery, showsKey } from './refuse-forgery.ts'
import { securityHeaders } from './security-headers.ts'
import { sendFile } from './send-file.ts'
import { serveWeb } from './serve-web.ts'
import { sessionCookie, sessionTokenIn } from './session-cookie.ts'

const bodyLimit = 1024 * 1024

/** `decisionApi` is asked first: its paths are the framework's in nothing. */
export function openHttp(house: House, decisionApi: Pick<DecisionApi, 'answers'>): FastifyInstance {
  const http = fastify({
    serverFactory: (routed, { keepAliveTimeout }) => {
      const server = createServer((request, response) => {
        if (!decisionApi.answers(request, response)) routed(request, response)
      })
      server.keepAliveTimeout = Number(keepAliveTimeout)
      return server
    },
    bodyLimit,
    genReqId: () => v7(),
    routerOptions: { maxParamLength: 512 },
    forceCloseConnections: 'idle',
  })
  http.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders).header('x-request-id', request.id)
  })
  http.addHook('onResponse', async (request, reply) => {
    const sample = {
      method: request.method,
      route: request.routeOptions.url ?? '',
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1000,
    }
    house.metrics.request(sample)
    house.log.debug({ ...sample, requestId: request.id, url: withoutTokens(request.url) }, 'answered')
  })
  http.setErrorHandler((failure, request, reply) => sendProblem(house, failure, request, reply))
  for (const row of app) route(http, house, row)
  serveHelpVideos(http, house.config.dataDirectory)
  serveWeb(http, house)
  return http
}

function route(http: FastifyInstance, house: House, row: Endpoint): void {
  http.route({
    method: row.method,
    url: `/api${row.path.replace(/\{(\w+)\}/g, ':$1')}`,
    handler: async (request, reply) => {
      refuseForgery(request, house.publicUrl)
      const question = asked(request)
      const answered = await run(house, row, question)
      const stillMay = () => recheck(house, row, question, answered)
      if (answered.body instanceof StreamAnswer) return sendStream(house, { ...answered, body: answered.body }, stillMay, reply)
      if (answered.body instanceof FileAnswer) return sendFile(house, answered, answered.body, { reply, stillMay })
      if (answered.body instanceof LaterAnswer) return send({ ...answered, body: await answered.body.give(house) }, reply)
      return send(answered, reply.status(row.contract.status ?? 200))
    },
  })
}

function asked(request: FastifyRequest): Asked {
  const key = request.headers['idempotency-key']
  return {
    params: request.params as Record<string, string>,
    query: request.query,
    body: request.body ?? undefined,
    token: tokenOf(request),
    actingToken: actingTokenOf(request),
    idempotencyKey: typeof key === 'string' && key.length > 0 && key.length <= 255 ? key : undefined,
    url: (request.url.split('?')[0] ?? '').slice(0, 500),
    client: request.headers['user-agent'],
    address: request.ip,
  }
}

function tokenOf(request: FastifyRequest): string | undefined {
  // Whoever shows a key means the key: the cookie beside it counts for nothing, since refuseForgery lets keys come from anywhere.
  if (showsKey(request)) return /^Bearer ([A-Za-z0-9_-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1]
  return sessionTokenIn(request.headers.cookie)
}

/** Only beside a key: a cookie says by itself who asks. */
function actingTokenOf(request: FastifyRequest): string | undefined {
  const token = request.headers['acting-token']
  return showsKey(request) && typeof token === 'string' && token.length < 4_000 ? token : undefined
}

async function send(answered: Answered, reply: FastifyReply): Promise<unknown> {
  const { body } = answered
  if (answered.person) reply.header('journal-position', String(answered.position))
  if (answered.replayed) reply.header('idempotent-replayed', 'true')
  reply.header('cache-control', 'no-store')
  if (body instanceof CookieAnswer) {
    reply.header('set-cookie', cookie(body))
    return reply.send(body.body)
  }
  return reply.type('application/json').send(JSON.stringify(body ?? {}))
}

function cookie({ cookie }: CookieAnswer<unknown>): string {
  const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax'
  if (cookie === null) return `${sessionCookie}=; ${attributes}; Max-Age=0`
  return `${sessionCookie}=${cookie.token}; ${attributes}; Expires=${new Date(cookie.expiresAt).toUTCString()}`
}

function sendStream(
  house: House,
  answered: Answered & { readonly body: StreamAnswer },
  recheck: Live['recheck'],
  reply: FastifyReply,
): void {
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  raw.write(': open\n\n')
  const beat = setInterval(() => raw.write(': still here\n\n'), 15_000)
  const stop = answered.body.start({
    follower: house.follower,
    recheck,
    read: (work) => transactAgain(house.pools.app, answered.context, answered.person, work),
    send: (event, data) => void raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    close: () => void raw.end(),
  })
  const end = () => raw.end()
  house.closing.addEventListener('abort', end)
  raw.on('close', () => {
    house.closing.removeEventListener('abort', end)
    clearInterval(beat)
    stop()
  })
}

function sendProblem(house: House, failure: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = toProblem(failure, request.id)
  if (problem.code === 'internal' || problem.code === 'unavailable' || isUnreadable(failure))
    house.log.error({ err: failure, requestId: request.id }, 'a request failed')
  if (failure instanceof Refusal && 'retryAfterSeconds' in failure) reply.header('retry-after', String(failure.retryAfterSeconds))
  return reply.status(problem.status).header('cache-control', 'no-store').type('application/problem+json').send(JSON.stringify(problem))
}

function deniedProblem(failure: Denied, requestId: string): Problem {
  const visitEnded = whyOver(failure)
  return problemOf(failure.code, requestId, { because: failure.because, ...(visitEnded ? { visitEnded } : {}) })
}

function toProblem(failure: unknown, requestId: string): Problem {
  if (failure instanceof RefusedInput) return problemOf(failure.code, requestId, { errors: failure.errors })
  if (failure instanceof DecidedAlready) return problemOf(failure.code, requestId, { outcome: failure.outcome })
  // Absent and hidden answer word for word the same.
  if (failure instanceof Denied && failure.code !== 'not_found') return deniedProblem(failure, requestId)
  if (failure instanceof Refusal) return problemOf(failure.code, requestId)
  if (brokenConstraint(failure) === 'last_legal_representative') return problemOf('last_legal_representative', requestId)
  if (isDatabaseAway(failure)) return problemOf('unavailable', requestId)
  if (isUnreadable(failure)) return problemOf('invalid_input', requestId)
  const { statusCode } = failure as { statusCode?: number }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return { ...problemOf('invalid_input', requestId), title: STATUS_CODES[statusCode] ?? 'Error', status: statusCode }
  return problemOf('internal', requestId)
}
