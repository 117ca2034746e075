// Signing in with Prokura: authorization code flow with PKCE (RFC 7636), begun here or by Prokura (OpenID Connect Core, 4).
import * as client from 'openid-client'
import type { Config } from './config.ts'
import type { Session } from './sessions.ts'
import { languageOf } from './texts.ts'

export type Begun = { readonly location: string; readonly state: string }
export type SignedIn = Pick<Session, 'person' | 'name' | 'language' | 'sid' | 'accessToken' | 'idToken'>
export type SignIn = {
  /** Where to send the browser, and what it must bring back. `target`: where to go afterwards, on this origin. */
  readonly begin: (target: URL) => Promise<Begun>
  /** Undefined when this was not begun here by this browser. */
  readonly finish: (address: URL, state: string | undefined) => Promise<{ readonly who: SignedIn; readonly target: URL } | undefined>
  readonly signOutAt: (session: Session) => Promise<string>
}

type Pending = { readonly verifier: string; readonly nonce: string; readonly target: URL; readonly until: number }
const pendingForMs = 10 * 60_000

export function openSignIn({ prokuraUrl, clientId, clientSecret, url }: Config): SignIn {
  const pending = new Map<string, Pending>()
  const redirectUri = `${url}/callback`
  let known: Promise<client.Configuration> | undefined
  const provider = () => {
    const execute = prokuraUrl.startsWith('http:') ? [client.allowInsecureRequests] : []
    known ??= client
      .discovery(new URL(prokuraUrl), clientId, undefined, client.ClientSecretBasic(clientSecret), { execute })
      .catch((failure: unknown) => {
        known = undefined
        throw failure
      })
    return known
  }
  return {
    async begin(target) {
      for (const [state, { until }] of pending) if (until < Date.now()) pending.delete(state)
      const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()]
      pending.set(state, { verifier, nonce, target, until: Date.now() + pendingForMs })
      const location = client.buildAuthorizationUrl(await provider(), {
        redirect_uri: redirectUri,
        scope: 'openid',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      })
      return { location: location.href, state }
    },
    async finish(address, state) {
      const begun = state === undefined ? undefined : pending.get(state)
      if (state === undefined || begun === undefined) return undefined
      pending.delete(state)
      const checks = { pkceCodeVerifier: begun.verifier, expectedState: state, expectedNonce: begun.nonce, idTokenExpected: true }
      const tokens = await client.authorizationCodeGrant(await provider(), address, checks)
      const claims = tokens.claims()
      const { name, locale, sid } = claims ?? { name: '', locale: '', sid: '' }
      const who: SignedIn = {
        person: claims?.sub ?? '',
        name: textOf(name),
        language: languageOf(textOf(locale)),
        sid: textOf(sid),
        accessToken: tokens.access_token,
        idToken: tokens.id_token ?? '',
      }
      return { who, target: begun.target }
    },
    async signOutAt({ idToken }) {
      const parameters = { id_token_hint: idToken, post_logout_redirect_uri: `${url}/goodbye` }
      return client.buildEndSessionUrl(await provider(), parameters).href
    },
  }
}

const textOf = (claim: unknown): string => (typeof claim === 'string' ? claim : '')
