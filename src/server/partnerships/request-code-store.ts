// The request codes that a recipient demands, and requests that lack one.
import { sql } from 'kysely'
import type { InvitationId } from '../../domain/ids.ts'
import type { Transaction } from '../platform/transact.ts'

export type Recipient = { readonly emailKey: string | null; readonly customerNumber: string | null }

/** Sealed; empty when nobody demands one. */
export async function listRequestCodes(tx: Transaction, { emailKey, customerNumber }: Recipient): Promise<readonly Buffer[]> {
  const { rows } = await sql<{ code: Buffer }>`select code from request_codes_for(${emailKey}, ${customerNumber})`.execute(tx)
  return rows.map(({ code }) => code)
}

export async function saveHeldBack(
  tx: Transaction,
  id: InvitationId,
  { isHeldBack, requestCode }: { readonly isHeldBack: boolean; readonly requestCode: Buffer | null },
): Promise<void> {
  await tx.updateTable('invitation').set({ held_back: isHeldBack, request_code: requestCode }).where('id', '=', id).execute()
}

export async function isRequestHeldBack(tx: Transaction, id: InvitationId): Promise<boolean> {
  const { rows } = await sql<{ held: boolean | null }>`select is_held_back(${id}) as held`.execute(tx)
  return rows[0]?.held ?? false
}
