// Token exchange (RFC 8693): what a console got when a person signed in to it, for a token with which it acts for them, in a visit or in an
// organisation of their own. Refusals are `invalid_request` by the letter of section 2.2.2; the description begins with what is missing.

import type { TokenEndpointGrantContext } from 'oidc-provider'
import { errors } from 'oidc-provider'
import { asId } from '../../domain/ids.ts'
import type { House } from '../house.ts'
import { issueToken } from './acting-token.ts'
import { findConsole } from './console-store.ts'
import type { Acting, Place } from './enter-place.ts'

export const exchangeGrant = 'urn:ietf:params:oauth:grant-type:token-exchange'
const accessToken = 'urn:ietf:params:oauth:token-type:access_token'
const jwt = 'urn:ietf:params:oauth:token-type:jwt'

type Parameters = {
  readonly subject_token?: string
  readonly subject_token_type?: string
  readonly actor_token?: string
  readonly actor_token_type?: string
  readonly requested_token_type?: string
  readonly resource?: string | string[]
  readonly audience?: string | string[]
  readonly scope?: string
  /** Ours: for whom. Exactly one of the two. */
  readonly visit?: string
  readonly organisation?: string
}
export const exchangeParameters: readonly (keyof Parameters)[] = [
  ...(['subject_token', 'subject_token_type', 'actor_token', 'actor_token_type'] as const),
  ...(['requested_token_type', 'resource', 'audience', 'scope', 'visit', 'organisation'] as const),
]

export function exchangeToken(house: House) {
  return async (ctx: TokenEndpointGrantContext<Parameters>): Promise<void> => {
    const { client, params } = ctx.oidc
    refuseUnsupported(params)
    const console = await findConsole(house.pools.signIn, client.clientId)
    if (!console) throw new errors.InvalidClient('client is invalid', 'client not found')
    for (const target of [params.resource ?? [], params.audience ?? []].flat()) {
      if (target !== console.resource) throw new errors.InvalidTarget('a console gets tokens for its own resource only')
    }
    const acting: Acting = { ...(await subjectOf(ctx)), place: placeIn(params) }
    const issued = await issueToken(house, console, acting)
    if (issued.kind === 'refused') throw refused(`${issued.missing}: what this needs is missing, or over`)
    ctx.body = {
      access_token: await house.keys.sign(issued.claims, 'at+jwt'),
      issued_token_type: params.requested_token_type ?? accessToken,
      token_type: 'Bearer',
      expires_in: issued.expiresInSeconds,
    }
  }
}

const refused = (description: string) => new errors.InvalidRequest(description)

function refuseUnsupported(params: Parameters): void {
  if (params.subject_token === undefined) throw refused('subject_token: missing')
  if (params.subject_token_type !== accessToken) throw refused(`subject_token_type: must be ${accessToken}`)
  if (params.actor_token !== undefined || params.actor_token_type !== undefined)
    throw refused('actor_token: the person behind subject_token is the actor')
  if (params.requested_token_type !== undefined && ![accessToken, jwt].includes(params.requested_token_type))
    throw refused(`requested_token_type: must be ${accessToken} or ${jwt}`)
  if (params.scope !== undefined) throw new errors.InvalidScope('tokens for acting have no scope', params.scope)
}

/** The person and the session behind the access token of this very console. A token for acting is none: nobody who acts may act further. */
async function subjectOf({ oidc }: TokenEndpointGrantContext<Parameters>): Promise<Omit<Acting, 'place'>> {
  const given = oidc.params.subject_token ?? ''
  if (given.includes('.')) throw refused('subject_token: a token for acting is never exchanged; give the one from signing in')
  const token = await oidc.provider.AccessToken.find(given)
  if (!token?.isValid || token.clientId !== oidc.client.clientId || token.sessionUid === undefined)
    throw refused('subject_token: not an access token of this console, or over')
  return { personId: asId(token.accountId), sessionId: asId(token.sessionUid) }
}

function placeIn({ visit, organisation }: Parameters): Place {
  if ((visit === undefined) === (organisation === undefined)) throw refused('visit: give either a visit or an organisation')
  const id = visit ?? organisation ?? ''
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw refused(`${visit === undefined ? 'membership' : 'visit'}: not an id`)
  return visit === undefined ? { organisationId: asId(id) } : { visitId: asId(id) }
}
