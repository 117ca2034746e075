// A person who is known by an address alone, made as prokura_system: they prove the address when they sign in for the first time.
import type { PersonId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time.ts'
import { emailKey } from '../identity/email-key.ts'
import type { Transaction } from '../platform/transact.ts'
import { newId } from '../work.ts'

export type Registering = { readonly email: string; readonly name: string; readonly now: Instant }

export async function registerPerson(tx: Transaction, { email, name, now }: Registering): Promise<{ id: PersonId; name: string }> {
  const id = newId<PersonId>()
  await tx
    .insertInto('person')
    .values({ id, name, email: email.trim(), email_key: emailKey(email), language: 'en', created_at: new Date(now) })
    .execute()
  return { id, name }
}
