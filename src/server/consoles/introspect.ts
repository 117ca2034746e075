// Introspection (RFC 7662) and revocation (RFC 7009): a console asks whether one of its tokens still holds, or gives one back.
import type Provider from 'oidc-provider'
import type { House } from '../house.ts'
import { endToken, type TokenRow } from './acting-store.ts'
import { stillStands } from './acting-token.ts'
import type { StoredConsole } from './console-store.ts'
import type { Place } from './enter-place.ts'
import { findKnownToken } from './known-token.ts'

const inactive = { active: false } as const

/** Active only while visit and access stand at this very moment; of another console's token nothing is said. */
export async function introspect(house: House, provider: Provider, console: StoredConsole, given: string): Promise<object> {
  const known = await findKnownToken(house, provider, console, given)
  if (!known) return inactive
  if (known.kind === 'acting') {
    const { row, claims } = known
    const stands = await stillStands(house, { personId: row.personId, sessionId: row.sessionId, place: placeOf(row) })
    return stands ? { active: true, token_type: 'Bearer', ...claims } : inactive
  }
  const { token } = known
  const person = token.kind === 'AccessToken' ? { sub: token.accountId, sid: token.sid } : { sub: token.clientId }
  const { exp, iat, scope, clientId } = token
  return { active: true, token_type: 'Bearer', iss: house.publicUrl, client_id: clientId, exp, iat, scope, ...person }
}

const placeOf = ({ visitId, organisationId }: TokenRow): Place => (visitId ? { visitId } : { organisationId })

/** What is unknown, over or somebody else's is as good as revoked. */
export async function revoke(house: House, provider: Provider, console: StoredConsole, given: string): Promise<void> {
  const known = await findKnownToken(house, provider, console, given)
  if (known?.kind === 'acting') await endToken(house.pools.signIn, known.row.jti, console.id)
  else await known?.token.destroy()
}
