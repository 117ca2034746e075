// The tokens a console meets: those it acts with, and those that say that something is over.
import type { Role } from '../domain/organisation.ts'
import type { Transport } from './http.ts'
import type { Metadata } from './metadata.ts'
import { askForToken, type Credentials } from './own-token.ts'
import type { Json } from './question.ts'
import { invalid, type Verify } from './signed-token.ts'

/** On whose behalf somebody acts. All ids are UUID texts. It identifies and permits nothing: each action still asks a decision. */
export type Acting =
  /** Within a visit, on behalf of a customer. */
  | {
      readonly kind: 'visit'
      readonly person: string
      readonly customer: string
      readonly partner: string
      readonly partnership: string
      readonly visit: string
      /** The version of the customer's grant when the token was issued. */
      readonly grantVersion: number
      /** The token's own id. */
      readonly id: string
      /** In ms since 1970; at most five minutes after it was issued. */
      readonly expiresAt: number
    }
  /** As a member of an own organisation. */
  | {
      readonly kind: 'member'
      readonly person: string
      readonly organisation: string
      readonly role: Role
      readonly id: string
      readonly expiresAt: number
    }

/** Something is over: with `visit` that visit only, without it everything of the session `sid`. */
export type Logout = {
  readonly person: string
  /** The session as this console knows it from `sid` of its ID tokens. */
  readonly sid: string
  readonly visit: string | null
  /** To ignore what was delivered twice. */
  readonly id: string
}

export type Tokens = {
  /**
   * Exchanges what a person's sign-in gave (`accessToken`, from the code flow) for a token to act with (RFC 8693), in a visit or in an
   * organisation of their own. It counts as something that happened in the visit: ask when the person does something, not on a timer.
   *
   * @throws {ProkuraError} `refused`, with what is missing as `reason`: `subject_token` (sign in again), `visit`, `visit_not_over`,
   *   `not_suspended_by_customer`, `partnership_active`, `assignment`, `membership` …
   */
  readonly exchange: (
    accessToken: string,
    place: { readonly visit: string } | { readonly organisation: string },
  ) => Promise<{ readonly token: string; readonly acting: Acting }>
  /**
   * Verifies a token to act with: signature, issuer, audience (`resource` of `openProkura`), type and time.
   *
   * @throws {ProkuraError} `invalid_token`, with the check that failed as `reason`: `form`, `type`, `signature`, `issuer`, `audience`, `expired`,
   *   `not_yet`, `claims`.
   */
  readonly verifyActing: (token: string) => Promise<Acting>
  /**
   * Verifies a logout token (OpenID Connect Back-Channel Logout 1.0, 2.6), as Prokura posts it to the console's `--back-channel` address.
   *
   * @throws {ProkuraError} `invalid_token`, as above.
   */
  readonly verifyLogout: (token: string) => Promise<Logout>
}

export type TokenSettings = Credentials & { readonly issuer: string; readonly resource: string; readonly toleranceS: number }

const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout'

export function openTokens(transport: Transport, metadata: Metadata, verify: Verify, settings: TokenSettings): Tokens {
  const { issuer, resource, toleranceS, clientId } = settings
  const verifyActing = async (token: string) =>
    readActing(await verify(token, { issuer, audience: resource, type: 'at+jwt', toleranceS }), clientId)
  return {
    verifyActing,
    async verifyLogout(token) {
      return readLogout(await verify(token, { issuer, audience: clientId, type: 'logout+jwt', toleranceS }))
    },
    async exchange(accessToken, place) {
      const { tokenEndpoint } = await metadata.openId()
      const { access_token: token } = await askForToken(transport, settings, tokenEndpoint, {
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token: accessToken,
        subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        ...place,
      })
      return { token: String(token), acting: await verifyActing(String(token)) }
    },
  }
}

function readActing(claims: Json, clientId: string): Acting {
  const text = (name: string): string => {
    const value = claims[name]
    if (typeof value !== 'string') throw invalid('claims', `it does not say ${name}`)
    return value
  }
  if (claims['client_id'] !== clientId) throw invalid('audience', 'given to another console')
  const common = { id: text('jti'), expiresAt: Number(claims['exp']) * 1000 }
  const { act } = claims as { act?: { readonly sub?: unknown } }
  if (act === undefined)
    return { kind: 'member', person: text('sub'), organisation: text('organisation'), role: text('role') as Role, ...common }
  if (typeof act.sub !== 'string') throw invalid('claims', 'it does not say who acts')
  return {
    kind: 'visit',
    person: act.sub,
    customer: text('sub'),
    partner: text('partner'),
    partnership: text('partnership'),
    visit: text('visit'),
    grantVersion: Number(claims['grant_version']),
    ...common,
  }
}

function readLogout({ sub, sid, visit, jti, events, nonce }: Json): Logout {
  const event = (events as Json | undefined)?.[logoutEvent]
  // A nonce would make an ID token of it (2.4).
  if (typeof event !== 'object' || event === null || nonce !== undefined) throw invalid('claims', 'this is no logout token')
  if (typeof sub !== 'string' || typeof sid !== 'string' || typeof jti !== 'string') throw invalid('claims', 'it does not say of whom')
  return { person: sub, sid, visit: typeof visit === 'string' ? visit : null, id: jti }
}
