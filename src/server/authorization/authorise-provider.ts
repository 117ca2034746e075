// The provider's own systems sign in with a key, of which only the hash is kept.
import { Refusal } from '../../domain/refusal.ts'
import { hashToken } from '../platform/secrets.ts'
import type { Transaction } from '../platform/transact.ts'

export async function authoriseProvider(tx: Transaction, token: string | undefined): Promise<void> {
  if (token === undefined) throw new Refusal('not_signed_in')
  const key = await tx
    .selectFrom('provider_key')
    .select('id')
    .where('key_hash', '=', hashToken(token))
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (!key) throw new Refusal('not_signed_in')
}
