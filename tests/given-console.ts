// A product console as somebody else would write it, on openid-client and the public addresses alone.
import * as client from 'openid-client'
import { registerConsole } from '../src/server/consoles/register-console.ts'
import type { TestServer } from './server.ts'

export type GivenConsole = Awaited<ReturnType<typeof givenConsole>>
/** `origin`: where it really listens, if it does. */
type Options = {
  readonly name?: string
  readonly families?: readonly string[]
  readonly backChannelLogoutUri?: string
  readonly origin?: string
}

let consoles = 0

export async function givenConsole(
  server: TestServer,
  { name = 'Zone editor', families = ['domain'], backChannelLogoutUri, origin = `http://localhost:${9_000 + ++consoles}` }: Options = {},
) {
  const redirectUri = `${origin}/callback`
  const registered = await registerConsole(server.server.house.pools.system, server.config.publicUrl, {
    name,
    families: [...families],
    resource: `${origin}/`,
    redirectUris: [redirectUri],
    postLogoutRedirectUris: [`${origin}/goodbye`],
    initiateLoginUri: `${origin}/sign-in`,
    backChannelLogoutUri: backChannelLogoutUri ?? null,
  })
  const issuer = new URL(server.config.publicUrl)
  const config = await client.discovery(issuer, registered.clientId, undefined, client.ClientSecretBasic(registered.secret), {
    execute: [client.allowInsecureRequests],
  })
  return {
    ...registered,
    origin,
    redirectUri,
    config,
    resource: `${origin}/`,
    /** The whole code flow in a browser that holds this session of Prokura. */
    async signIn(token: string, more: Readonly<Record<string, string>> = {}) {
      const begun = await begin(config, redirectUri, more)
      const landed = await follow(begun.url, token)
      return client.authorizationCodeGrant(config, landed, begun.checks)
    },
    begin: (more: Readonly<Record<string, string>> = {}) => begin(config, redirectUri, more),
    exchange: (subject: string, more: Readonly<Record<string, string>>) =>
      client.genericGrantRequest(config, 'urn:ietf:params:oauth:grant-type:token-exchange', {
        subject_token: subject,
        subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        ...more,
      }),
    introspect: (given: string) => client.tokenIntrospection(config, given),
    revoke: (given: string) => client.tokenRevocation(config, given),
  }
}

async function begin(config: client.Configuration, redirectUri: string, more: Readonly<Record<string, string>>) {
  const verifier = client.randomPKCECodeVerifier()
  const [state, nonce] = [client.randomState(), client.randomNonce()]
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid email',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...more,
  })
  return { url, checks: { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true } }
}

/** Where a browser with this session lands: the first address that is not Prokura's own. */
export async function follow(start: URL, token: string, jar = new Map<string, string>()): Promise<URL> {
  let url = start
  const cookies = jar
  if (token !== '') cookies.set('__Host-session', token)
  for (let step = 0; step < 5; step++) {
    const response = await fetch(url, { redirect: 'manual', headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') } })
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? []
      cookies.set(name, value)
    }
    const location = response.headers.get('location')
    if (location === null) throw new Error(`${url.pathname} answered ${response.status}: ${await response.text()}`)
    url = new URL(location, url)
    if (url.origin !== start.origin) return url
    if (url.pathname === '/sign-in') return url
  }
  throw new Error('the browser went round in circles')
}
