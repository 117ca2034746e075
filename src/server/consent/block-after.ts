// Whoever declines or reports a request may block its partner too: for their organisation, or for the addresses they proved.
import { Refusal } from '../../domain/refusal.ts'
import { asTenant } from '../authorization/as-tenant.ts'
import { emailKey } from '../identity/email-key.ts'
import { blockForAddress, blockForCustomer } from '../partnerships/block-partner.ts'
import type { StoredInvitation } from '../partnerships/invitation-store.ts'
import type { OpenWork } from '../work.ts'
import { listProvenKeys, type OwnOrganisation } from './request-store.ts'

/** Only for whoever proved an address of the request: possession of the link is not enough. */
export async function blockAfter(work: OpenWork, invitation: StoredInvitation, organisation: OwnOrganisation | undefined): Promise<void> {
  const { person } = work
  if (!person) throw new Refusal('not_signed_in')
  const signedIn = { ...work, person }
  if (organisation) {
    const by = { personId: person.id, side: 'customer', role: organisation.role } as const
    return asTenant(work.tx, organisation.id, () => blockForCustomer(signedIn, invitation.partnerId, organisation.id, by))
  }
  const keys = new Set([emailKey(person.email), ...(await listProvenKeys(work.tx, invitation.id, person.id))])
  for (const key of keys) await blockForAddress(signedIn, invitation.partnerId, key)
}
