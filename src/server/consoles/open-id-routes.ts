// The OpenID provider on HTTP, beside the API: discovery, sign-in, tokens, keys, and what Prokura answers itself about tokens.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { parse } from 'node:querystring'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type Provider from 'oidc-provider'
import type { House } from '../house.ts'
import { authenticateConsole, type Form } from './authenticate-console.ts'
import type { StoredConsole } from './console-store.ts'
import { endSession } from './end-session.ts'
import { introspect, revoke } from './introspect.ts'
import { openProvider, paths } from './provider.ts'

export async function openIdRoutes(http: FastifyInstance, { house }: { house: House }): Promise<void> {
  const current = providers(house)
  http.register(async (scope) => providerRoutes(scope, house, current))
  http.register(async (scope) => tokenRoutes(scope, house, current))
  http.get(paths.jwks, async (_request, reply) => {
    const { published } = await house.keys.keySet()
    return reply.header('cache-control', 'public, max-age=300').send({ keys: published })
  })
  http.get(paths.endSession, async (request, reply) => endSession(house, request.query as Form, reply))
}

type Current = () => Promise<{
  readonly provider: Provider
  readonly handle: (request: IncomingMessage, response: ServerResponse) => unknown
}>

/** One provider for each set of keys: made anew when another key signs. */
function providers(house: House): Current {
  let known: { readonly version: string; readonly made: Awaited<ReturnType<Current>> } | undefined
  return async () => {
    const keys = await house.keys.keySet()
    if (known?.version === keys.version) return known.made
    const provider = openProvider(house, keys)
    known = { version: keys.version, made: { provider, handle: provider.callback() } }
    return known.made
  }
}

function providerRoutes(http: FastifyInstance, house: House, current: Current): void {
  // The provider reads the body itself.
  http.removeAllContentTypeParsers()
  http.addContentTypeParser('*', (_request, _payload, done) => done(null))
  const { host, protocol } = new URL(house.publicUrl)
  const answer = async ({ raw }: FastifyRequest, reply: FastifyReply) => {
    const { handle } = await current()
    // Its addresses are the public ones, whatever the request was sent to and through whom.
    Object.assign(raw.headers, { host, 'x-forwarded-proto': protocol.slice(0, -1), 'x-forwarded-host': host })
    reply.hijack()
    for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value)
    await handle(raw, reply.raw)
  }
  http.get('/.well-known/openid-configuration', answer)
  http.get('/.well-known/oauth-authorization-server', answer)
  http.get(paths.authorization, answer)
  http.get(`${paths.authorization}/:request`, answer)
  http.post(paths.token, answer)
  http.get(paths.userinfo, answer)
  http.post(paths.userinfo, answer)
}

function tokenRoutes(http: FastifyInstance, house: House, current: Current): void {
  http.removeAllContentTypeParsers()
  http.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 64 * 1024 }, (_request, body, done) =>
    done(null, parse(String(body))),
  )
  const asked =
    (work: (provider: Provider, console: StoredConsole, token: string) => Promise<unknown>) =>
    async ({ headers, body }: FastifyRequest, reply: FastifyReply) => {
      reply.header('cache-control', 'no-store')
      const form = single(body)
      if (!form) return refuse(reply, 400, 'invalid_request')
      const console = await authenticateConsole(house.pools.signIn, headers.authorization, form)
      if (!console) return refuse(reply.header('www-authenticate', `Basic realm="${house.publicUrl}"`), 401, 'invalid_client')
      if (!form['token']) return refuse(reply, 400, 'invalid_request')
      const { provider } = await current()
      return reply.send(await work(provider, console, form['token']))
    }
  http.post(
    paths.introspection,
    asked((provider, console, token) => introspect(house, provider, console, token)),
  )
  http.post(
    paths.revocation,
    asked((provider, console, token) => revoke(house, provider, console, token).then(() => '')),
  )
}

const refuse = (reply: FastifyReply, status: number, error: string) => reply.status(status).send({ error })

/** Each parameter once (RFC 6749, section 3.2). */
function single(body: unknown): Form | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  return Object.values(body).every((value) => typeof value === 'string') ? (body as Form) : undefined
}
