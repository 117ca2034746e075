// Where things are at a Prokura: its OpenID and AuthZEN metadata, read once and again after a failure.
import { readJson, send, type Transport } from './http.ts'
import { ProkuraError } from './prokura-error.ts'

export type OpenIdMetadata = { readonly tokenEndpoint: string; readonly keysUri: string }
export type DecisionMetadata = {
  readonly evaluation: string
  readonly evaluations: string
  readonly searchSubject: string
  readonly searchResource: string
  readonly searchAction: string
}
export type Metadata = { readonly openId: () => Promise<OpenIdMetadata>; readonly decisions: () => Promise<DecisionMetadata> }

export function openMetadata(transport: Transport): Metadata {
  return {
    openId: once(async () => {
      const named = await document(transport, '/.well-known/openid-configuration', 'issuer')
      return { tokenEndpoint: named('token_endpoint'), keysUri: named('jwks_uri') }
    }),
    decisions: once(async () => {
      const named = await document(transport, '/.well-known/authzen-configuration', 'policy_decision_point')
      return {
        evaluation: named('access_evaluation_endpoint'),
        evaluations: named('access_evaluations_endpoint'),
        searchSubject: named('search_subject_endpoint'),
        searchResource: named('search_resource_endpoint'),
        searchAction: named('search_action_endpoint'),
      }
    }),
  }
}

/** What was read stays; a failure does not. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | undefined
  return () => {
    known ??= read().catch((failure: unknown) => {
      known = undefined
      throw failure
    })
    return known
  }
}

/** Its texts by name; it must speak for the issuer that was asked for (OpenID Connect Discovery, 4.3). */
async function document(transport: Transport, to: string, self: string): Promise<(name: string) => string> {
  const body = readJson(await send(transport, { method: 'GET', to, repeatable: true }))
  if (body[self] !== transport.issuer)
    throw new ProkuraError('unexpected_answer', `${transport.issuer}${to} speaks for ${String(body[self])}: is the issuer right?`)
  return (name) => {
    const value = body[name]
    if (typeof value === 'string') return value
    throw new ProkuraError('unexpected_answer', `${to} does not name ${name}`)
  }
}
