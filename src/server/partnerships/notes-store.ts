// What the partner noted of a customer, on the row of its list; its reference stands with the request or the partnership.
import { sql } from 'kysely'
import type { Transaction } from '../platform/transact.ts'
import type { ManagedCustomer } from './managed-customer-store.ts'

export type Notes = { readonly reference: string | null; readonly tags: readonly string[]; readonly note: string | null }

/** Locked, so that of two at once the later one sees what the earlier one wrote. */
export async function lockNotes(tx: Transaction, id: string): Promise<Notes | undefined> {
  const { rows } = await sql<{ tags: string[]; note: string | null; reference: string | null }>`
    select tags, note, nullif(own_reference, '') as reference from lock_notes(${id})`.execute(tx)
  return rows[0]
}

export async function saveNotes(tx: Transaction, id: string, { tags, note }: Notes): Promise<void> {
  await sql`select note_managed_customer(${id}, ${[...tags]}::text[], ${note})`.execute(tx)
}

export async function saveReference(
  tx: Transaction,
  { invitation, partnership }: Pick<ManagedCustomer, 'invitation' | 'partnership'>,
  reference: string | null,
): Promise<void> {
  // Empty in a partnership means: not even the one of the request.
  if (partnership)
    await tx
      .updateTable('partnership')
      .set({ own_reference: reference ?? (invitation?.ownReference ? '' : null) })
      .where('id', '=', partnership.id)
      .execute()
  else if (invitation) await tx.updateTable('invitation').set({ own_reference: reference }).where('id', '=', invitation.id).execute()
}
