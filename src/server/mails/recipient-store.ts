// Who is behind an address that a mail goes to. Runs as prokura_system, after the event.
import { asId, type PersonId } from '../../domain/ids.ts'
import type { Language } from '../../domain/language.ts'
import { emailKey } from '../identity/email-key.ts'
import type { Transaction } from '../platform/transact.ts'

export type Recipient = { readonly personId: PersonId; readonly language: Language }

/** By the key of the address. Whoever is nobody's address is not among them. */
export async function findRecipients(tx: Transaction, addresses: readonly string[]): Promise<ReadonlyMap<string, Recipient>> {
  const keys = [...new Set(addresses.map(emailKey))]
  const rows = await tx.selectFrom('person').select(['id', 'email_key', 'language']).where('email_key', 'in', keys).execute()
  return new Map(rows.map(({ id, email_key, language }) => [email_key, { personId: asId<PersonId>(id), language }]))
}
