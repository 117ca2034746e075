// When a customer last looked at a partnership as a whole, and when it was last asked to. Written in the customer's context or by the clock.
import type { OrganisationId, PartnershipId, PersonId } from '../../domain/ids.ts'
import type { Looked } from '../../domain/partnership/review.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

type Parties = { readonly id: PartnershipId; readonly customerId: OrganisationId; readonly partnerId: OrganisationId }

export async function findLooked(tx: Transaction, { id, customerId }: Pick<Parties, 'id' | 'customerId'>): Promise<Looked> {
  const row = await tx
    .selectFrom('partnership_review')
    .select(['asked_at', 'reviewed_at'])
    .where('customer_id', '=', customerId)
    .where('partnership_id', '=', id)
    .executeTakeFirst()
  return { reviewedAt: at(row?.reviewed_at), askedAt: at(row?.asked_at) }
}

export async function noteReviewed(tx: Transaction, parties: Parties, by: PersonId, reviewedAt: Instant): Promise<void> {
  await write(tx, parties, { reviewed_at: new Date(reviewedAt), reviewed_by: by })
}

export async function noteAsked(tx: Transaction, parties: Parties, askedAt: Instant): Promise<void> {
  await write(tx, parties, { asked_at: new Date(askedAt) })
}

async function write(
  tx: Transaction,
  { id, customerId, partnerId }: Parties,
  values: { readonly asked_at: Date } | { readonly reviewed_at: Date; readonly reviewed_by: string },
): Promise<void> {
  await tx
    .insertInto('partnership_review')
    .values({ customer_id: customerId, partnership_id: id, partner_id: partnerId, ...values })
    .onConflict((conflict) => conflict.columns(['customer_id', 'partnership_id']).doUpdateSet(values))
    .execute()
}

const at = (value: Date | null | undefined): Instant | null => (value ? instant(value.getTime()) : null)
