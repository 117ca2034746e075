// Who asks for passkeys: this house under its public address, whatever a request says it was sent to.
import type { PersonId } from '../../domain/ids.ts'
import type { Passkey } from './passkey-store.ts'

export type RelyingParty = { readonly id: string; readonly name: string; readonly origin: string }

export function relyingParty(publicUrl: string): RelyingParty {
  const { hostname, origin } = new URL(publicUrl)
  return { id: hostname, name: 'Prokura', origin }
}

/** EdDSA, ES256, RS256 (COSE): what authenticators have, and every Node can check. */
export const algorithms: readonly number[] = [-8, -7, -257]

/** The user handle (Web Authentication, 14.6.1): the person's id, which says nothing about them. */
export const userHandleOf = (personId: PersonId): Buffer => Buffer.from(personId.replaceAll('-', ''), 'hex')

export function descriptorOf({ credentialId, transports }: Pick<Passkey, 'credentialId' | 'transports'>) {
  return { id: credentialId.toString('base64url'), type: 'public-key' as const, transports: [...transports] }
}
