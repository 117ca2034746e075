// The rows with which the demo story begins.
import type { OrganisationId, PersonId } from '../../domain/ids.ts'
import type { Role } from '../../domain/organisation.ts'
import { instant } from '../../domain/time.ts'
import { verifiedUntil } from '../../domain/verification/standing.ts'
import { calendar } from '../partnerships/calendar.ts'
import type { Transaction } from '../platform/transact.ts'
import type { DemoOrganisation } from './people.ts'

export type Founder = { readonly personId: PersonId; readonly role: Role }

export async function foundOrganisation(
  tx: Transaction,
  id: OrganisationId,
  organisation: DemoOrganisation,
  members: readonly Founder[],
  now: Date,
): Promise<void> {
  await tx
    .insertInto('organisation')
    .values({
      id,
      name: organisation.name,
      country: organisation.country,
      street: organisation.street,
      postal_code: organisation.postalCode,
      city: organisation.city,
      phone: organisation.phone,
      contact_email: `info@${organisation.domain}`,
      website: `https://www.${organisation.domain}`,
      domain: organisation.domain,
      register_number: organisation.registerNumber ?? null,
      language: organisation.language,
      created_at: now,
      ...(organisation.isPartner
        ? {
            enrolled_as_partner_at: now,
            verified_as_partner_at: now,
            verified_until: new Date(verifiedUntil(instant(now.getTime()), calendar)),
            verified_city: organisation.city,
          }
        : {}),
    })
    .execute()
  for (const { personId, role } of members) {
    await tx.insertInto('member').values({ organisation_id: id, person_id: personId, role, added_at: now }).execute()
  }
}

/** A key for the provider's own part of the story; it is revoked when the story is told. */
export async function insertProviderKey(tx: Transaction, key: { readonly id: string; readonly hash: Buffer }, now: Date): Promise<void> {
  await tx.insertInto('provider_key').values({ id: key.id, name: 'Demo', key_hash: key.hash, created_at: now }).execute()
}

export async function revokeProviderKey(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx.updateTable('provider_key').set({ revoked_at: now }).where('id', '=', id).execute()
}

export async function findNumber(tx: Transaction, id: OrganisationId): Promise<string> {
  const { number } = await tx.selectFrom('organisation').select('number').where('id', '=', id).executeTakeFirstOrThrow()
  return String(number)
}
