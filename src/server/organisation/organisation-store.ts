// The row of the organisation of the context.
import type { OrganisationId } from '../../domain/ids.ts'
import type { Transaction } from '../platform/transact.ts'

export type Contact = {
  readonly street: string
  readonly postalCode: string
  readonly city: string
  readonly phone: string
  readonly contactEmail: string
  readonly website: string
}
export type Organisation = Contact & {
  readonly name: string
  readonly number: string
  readonly country: string
  readonly registerNumber: string | null
}

export async function getOrganisationRow(tx: Transaction, id: OrganisationId): Promise<Organisation> {
  const row = await tx
    .selectFrom('organisation')
    .select(['name', 'number', 'country', 'register_number', 'street', 'postal_code', 'city', 'phone', 'contact_email', 'website'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return {
    name: row.name,
    number: row.number,
    country: row.country,
    registerNumber: row.register_number,
    street: row.street ?? '',
    postalCode: row.postal_code ?? '',
    city: row.city ?? '',
    phone: row.phone ?? '',
    contactEmail: row.contact_email ?? '',
    website: row.website ?? '',
  }
}

export async function saveContact(tx: Transaction, id: OrganisationId, contact: Contact): Promise<void> {
  const { postalCode, contactEmail, ...rest } = contact
  await tx
    .updateTable('organisation')
    .set({ ...rest, postal_code: postalCode, contact_email: contactEmail })
    .where('id', '=', id)
    .execute()
}
