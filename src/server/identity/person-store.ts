// The persons behind addresses: found by an address that was proven, or made for it. Runs as prokura_sign_in.
import { asId, type PersonId } from '../../domain/ids.ts'
import type { Language } from '../../domain/language.ts'
import type { Instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'
import { newId } from '../work.ts'
import type { SecondFactor } from './contract.ts'
import { hasPasskey, secondFactorsOf } from './credential-store.ts'
import { emailKey } from './email-key.ts'

export type KnownPerson = {
  readonly id: PersonId
  readonly name: string
  readonly language: Language
  readonly secondFactors: readonly SecondFactor[]
}

export async function findPersonByEmail(tx: Transaction, email: string): Promise<KnownPerson | undefined> {
  const row = await tx
    .selectFrom('person')
    .leftJoin('credential', 'credential.person_id', 'person.id')
    .select(['person.id', 'person.name', 'person.language', 'credential.totp_confirmed_at', hasPasskey])
    .where('person.email_key', '=', emailKey(email))
    .executeTakeFirst()
  if (!row) return undefined
  const secondFactors = secondFactorsOf({ hasPasskey: row.has_passkey, hasAuthenticator: row.totp_confirmed_at !== null })
  return { id: asId(row.id), name: row.name, language: row.language, secondFactors }
}

/** Who reads mail at this address, in which language, and how they write it themselves; nothing when nobody has it. Also as prokura_system. */
export async function findAddressee(tx: Transaction, email: string): Promise<{ email: string; language: Language } | undefined> {
  return tx.selectFrom('person').select(['email', 'language']).where('email_key', '=', emailKey(email)).executeTakeFirst()
}

export type NewPerson = { readonly name: string; readonly email: string; readonly language: Language; readonly now: Instant }

/** The person of an address that was just proven; made now when there was none. Two at once end in one person. */
export async function findOrCreatePerson(tx: Transaction, person: NewPerson): Promise<KnownPerson & { readonly isNew: boolean }> {
  const known = await findPersonByEmail(tx, person.email)
  if (known) return { ...known, isNew: false }
  const id = newId<PersonId>()
  const made = await tx
    .insertInto('person')
    .values({
      id,
      name: person.name,
      email: person.email.trim(),
      email_key: emailKey(person.email),
      language: person.language,
      created_at: new Date(person.now),
    })
    .onConflict((conflict) => conflict.column('email_key').doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 0n) return findOrCreatePerson(tx, person)
  return { id, name: person.name, language: person.language, secondFactors: [], isNew: true }
}
