// A person's passkeys: the public halves. Read and written by prokura_sign_in alone.
import type { Selectable } from 'kysely'
import { asId, type CredentialId, type PersonId } from '../../domain/ids.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Passkey as PasskeyTable } from '../platform/tables.ts'
import type { Transaction } from '../platform/transact.ts'

export type Passkey = {
  readonly id: CredentialId
  readonly personId: PersonId
  readonly credentialId: Buffer
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly string[]
  readonly name: string
  readonly addedAt: Instant
  readonly lastUsedAt: Instant | null
}

/** Oldest first. */
export async function listPasskeys(tx: Transaction, personId: PersonId): Promise<readonly Passkey[]> {
  const rows = await tx.selectFrom('passkey').selectAll().where('person_id', '=', personId).orderBy('added_at').orderBy('id').execute()
  return rows.map(toPasskey)
}

/** As `listPasskeys`, locked: of two that are removed at once, the second sees that the first is gone. */
export async function lockPasskeys(tx: Transaction, personId: PersonId): Promise<readonly Passkey[]> {
  const rows = await tx.selectFrom('passkey').selectAll().where('person_id', '=', personId).orderBy('id').forUpdate().execute()
  return rows.map(toPasskey)
}

/** By the id its authenticator gave it, whoever it belongs to. Locked: of two answers with one counter only one counts. */
export async function lockPasskey(tx: Transaction, credentialId: Buffer): Promise<Passkey | undefined> {
  const row = await tx.selectFrom('passkey').selectAll().where('credential_id', '=', credentialId).forUpdate().executeTakeFirst()
  return row && toPasskey(row)
}

/** False when somebody has this very passkey already. */
export async function insertPasskey(tx: Transaction, passkey: Omit<Passkey, 'lastUsedAt'>): Promise<boolean> {
  const inserted = await tx
    .insertInto('passkey')
    .values({
      id: passkey.id,
      person_id: passkey.personId,
      credential_id: passkey.credentialId,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: [...passkey.transports],
      name: passkey.name,
      added_at: new Date(passkey.addedAt),
    })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

export async function savePasskeyUse(tx: Transaction, id: CredentialId, use: { counter: number; at: Instant }): Promise<void> {
  await tx
    .updateTable('passkey')
    .set({ counter: use.counter, last_used_at: new Date(use.at) })
    .where('id', '=', id)
    .execute()
}

/** False when the person has no such passkey. */
export async function namePasskey(tx: Transaction, personId: PersonId, { id, name }: { id: string; name: string }): Promise<boolean> {
  const named = await tx.updateTable('passkey').set({ name }).where('id', '=', id).where('person_id', '=', personId).executeTakeFirst()
  return named.numUpdatedRows === 1n
}

export async function deletePasskey(tx: Transaction, id: CredentialId): Promise<void> {
  await tx.deleteFrom('passkey').where('id', '=', id).execute()
}

function toPasskey(row: Selectable<PasskeyTable>): Passkey {
  return {
    id: asId(row.id),
    personId: asId(row.person_id),
    credentialId: row.credential_id,
    publicKey: row.public_key,
    counter: Number(row.counter),
    transports: row.transports,
    name: row.name,
    addedAt: instant(row.added_at.getTime()),
    lastUsedAt: row.last_used_at ? instant(row.last_used_at.getTime()) : null,
  }
}
