// Every version of a grant, with whose act made it: for the history both sides read, and for taking a narrowing back.
import { asId } from '../../domain/ids.ts'
import type { Side } from '../../domain/organisation.ts'
import type { Grant } from '../../domain/partnership/grant.ts'
import { instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'
import { type Made, type PartnershipKey, toGrant } from './grant-store.ts'

export type GrantMade = { readonly grant: Grant; readonly made: Made }

/** The first one first. In versions older than the record of who made them it was whoever granted. */
export async function listGrantVersions(tx: Transaction, key: PartnershipKey): Promise<readonly GrantMade[]> {
  const rows = await tx
    .selectFrom('grant_version')
    .selectAll()
    .where('customer_id', '=', key.customerId)
    .where('partnership_id', '=', key.partnershipId)
    .orderBy('version')
    .execute()
  return rows.map((row) => ({
    grant: toGrant(row),
    made: {
      by: asId(row.made_by ?? row.granted_by),
      at: instant((row.made_at ?? row.granted_at).getTime()),
      side: (row.made_side ?? 'customer') as Side,
    },
  }))
}

export type NewestVersions = { readonly before: Grant | null; readonly made: Made | null }

/** Who made the version in force, and the one before it. */
export async function newestVersions(tx: Transaction, key: PartnershipKey): Promise<NewestVersions> {
  const versions = await listGrantVersions(tx, key)
  return { before: versions.at(-2)?.grant ?? null, made: versions.at(-1)?.made ?? null }
}
