// The OpenID provider: authorization code with PKCE for product consoles that the operator registered, and nothing that they do not need.
import type { EventEmitter } from 'node:events'
import type { Adapter, Client, ClientMetadata, Configuration, ErrorOut, KoaContextWithOIDC } from 'oidc-provider'
import Provider from 'oidc-provider'
import { decisionsScope } from '../authorization/console-of-token.ts'
import type { House } from '../house.ts'
import { oidcState } from '../platform/oidc-state.ts'
import { hashToken, sameSecret } from '../platform/secrets.ts'
import { type KeySet, keyAlgorithm } from '../platform/signing-keys.ts'
import { signInPage, signInPolicy } from './ask-to-sign-in.ts'
import { findConsole, type StoredConsole } from './console-store.ts'
import { exchangeGrant, exchangeParameters, exchangeToken } from './exchange-token.ts'
import { failurePage } from './failure-page.ts'
import { bindSessions, grantOf, strengths } from './provider-session.ts'
import { findAccount } from './session-store.ts'

export const paths = {
  authorization: '/oidc/auth',
  token: '/oidc/token',
  userinfo: '/oidc/userinfo',
  jwks: '/oidc/jwks',
  introspection: '/oidc/introspect',
  revocation: '/oidc/revoke',
  endSession: '/oidc/end-session',
} as const

const minute = 60
/** Tokens of people are looked up at each use and end with the session: they need no refresh tokens. */
const ttl = {
  AuthorizationCode: minute,
  AccessToken: 12 * 60 * minute,
  ClientCredentials: 10 * minute,
  IdToken: 5 * minute,
  Interaction: 60 * minute,
  Grant: 8 * 24 * 60 * minute,
  Session: 24 * 60 * minute,
}

/** Made anew when the keys change: all that it remembers is in the database. */
export function openProvider(house: House, keys: KeySet): Provider {
  const provider = new Provider(house.publicUrl, configuration(house, keys))
  provider.proxy = true // the edge tells it the public address, whatever the request was sent to
  bindSessions(provider, house.pools.signIn, house.secrets)
  // Of secrets only the hash is kept: it stands where the secret would.
  Object.assign(provider.Client.prototype, {
    compareClientSecret(this: Client, secret: string) {
      return sameSecret(hashToken(secret).toString('base64url'), this.clientSecret ?? '')
    },
    includeSid: () => true,
  })
  provider.registerGrantType(exchangeGrant, exchangeToken(house), exchangeParameters, ['resource', 'audience'])
  const failed = (failure: unknown) => house.log.error({ err: failure }, 'the OpenID provider failed')
  provider.on('server_error', (_ctx, failure) => failed(failure))
  ;(provider as EventEmitter).on('error', failed)
  provider.use(withoutItsOwnCookies)
  return provider
}

function configuration(house: House, keys: KeySet): Configuration {
  const { secrets, publicUrl } = house
  const pool = house.pools.signIn
  return {
    adapter: adapter(house),
    jwks: { keys: keys.signing },
    clients: [],
    clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
    enabledJWA: { idTokenSigningAlgValues: [keyAlgorithm] },
    scopes: ['openid', 'profile', 'email', decisionsScope],
    claims: { openid: ['sub', 'name', 'locale', 'acr', 'amr', 'auth_time'], profile: ['name', 'locale'], email: ['email'], sid: null },
    acrValues: Object.values(strengths).map(({ acr }) => acr),
    responseTypes: ['code'],
    subjectTypes: ['public'],
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    allowOmittingSingleRegisteredRedirectUri: false,
    expiresWithSession: () => true,
    loadExistingGrant: grantOf(pool, secrets),
    findAccount: async (_ctx, id) => {
      const account = await findAccount(pool, id)
      if (!account) return undefined
      return { accountId: id, claims: () => ({ sub: id, name: account.name, locale: account.language, email: account.email }) }
    },
    interactions: { policy: signInPolicy(), url: signInPage },
    ttl,
    cookies: {
      keys: [secrets.derive('oidc-cookies', publicUrl)],
      short: { httpOnly: true, sameSite: 'lax', signed: true },
      long: { httpOnly: true, sameSite: 'lax', signed: true },
    },
    clientBasedCORS: () => false,
    routes: { authorization: paths.authorization, token: paths.token, userinfo: paths.userinfo, jwks: paths.jwks },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: { enabled: false },
    },
    discovery: discovered(publicUrl),
    renderError: (ctx: KoaContextWithOIDC, out: ErrorOut) => failurePage(ctx, out),
  }
}

/** What Prokura answers itself, beside the provider. */
function discovered(publicUrl: string) {
  const methods = ['client_secret_basic', 'client_secret_post']
  return {
    introspection_endpoint: publicUrl + paths.introspection,
    introspection_endpoint_auth_methods_supported: methods,
    revocation_endpoint: publicUrl + paths.revocation,
    revocation_endpoint_auth_methods_supported: methods,
    end_session_endpoint: publicUrl + paths.endSession,
    backchannel_logout_supported: true,
    backchannel_logout_session_supported: true,
    ui_locales_supported: ['de', 'en', 'fr', 'it', 'es'],
  }
}

function adapter({ pools, secrets }: House): (kind: string) => Adapter {
  const remembered = oidcState(pools.signIn, secrets)
  return (kind) => {
    const state = remembered(kind)
    switch (kind) {
      case 'Client':
        return { ...state, find: async (id) => metadataOf(await findConsole(pools.signIn, id)) }
      case 'Session':
        return { ...state, upsert: async () => {}, destroy: async () => {}, find: async () => undefined }
      case 'Interaction':
        // Whoever comes back may have begun another session meanwhile: who it is then is looked up then.
        return { ...state, upsert: (id, { session: _, ...payload }, expiresIn) => state.upsert(id, payload, expiresIn) }
      default:
        return state
    }
  }
}

function metadataOf(console: StoredConsole | undefined): ClientMetadata | undefined {
  if (!console) return undefined
  return {
    client_id: console.clientId,
    client_secret: console.secretHash.toString('base64url'),
    client_name: console.name,
    redirect_uris: console.redirectUris,
    grant_types: ['authorization_code', 'client_credentials', exchangeGrant],
    response_types: ['code'],
    token_endpoint_auth_method: 'client_secret_basic',
    id_token_signed_response_alg: keyAlgorithm,
    scope: `openid profile email ${decisionsScope}`,
  }
}

/** Sessions are Prokura's own; the only cookie of the provider is the one that leads back from the sign-in page. */
async function withoutItsOwnCookies(ctx: KoaContextWithOIDC, next: () => Promise<unknown>): Promise<void> {
  await next()
  const cookies = ctx.response.headers['set-cookie']
  if (!Array.isArray(cookies)) return
  const kept = cookies.filter((cookie) => /^_interaction_resume(\.sig)?=/.test(cookie))
  if (kept.length === 0) ctx.remove('set-cookie')
  else ctx.set('set-cookie', kept)
}
