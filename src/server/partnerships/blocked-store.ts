// The rows of blocked partners: written in the customer's context, or by the person of an invited address; a partner only learns a yes or no.
import { sql } from 'kysely'
import { asId, type OrganisationId, type PersonId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'
import { newId } from '../work.ts'

/** Who wants no requests: an organisation, or an address by its key. */
export type Blocker = { readonly customerId: OrganisationId } | { readonly emailKey: string }

export type BlockedPartner = {
  readonly id: string
  readonly partnerId: OrganisationId
  readonly partnerName: string
  /** Null where the person blocked it for their own address. */
  readonly customerId: OrganisationId | null
  readonly blockedBy: string
  readonly blockedAt: Date
}

/** What is in force for the organisation of the context, and for the own address of the person who looks. */
export async function listBlocked(tx: Transaction): Promise<readonly BlockedPartner[]> {
  const { rows } = await sql<{ id: string; partner_id: string; name: string; customer_id: string | null; by: string; blocked_at: Date }>`
    select b.id, b.partner_id, organisation_name(b.partner_id) as name, b.customer_id, person_name(b.blocked_by) as by, b.blocked_at
    from blocked_partner b where b.lifted_at is null order by name, b.id`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    partnerId: asId(row.partner_id),
    partnerName: row.name,
    customerId: row.customer_id === null ? null : asId(row.customer_id),
    blockedBy: row.by,
    blockedAt: row.blocked_at,
  }))
}

export async function isBlockedFor(tx: Transaction, partnerId: OrganisationId, blocker: Blocker): Promise<boolean> {
  const rows = tx.selectFrom('blocked_partner').select('id').where('partner_id', '=', partnerId).where('lifted_at', 'is', null)
  const found = await ('customerId' in blocker
    ? rows.where('customer_id', '=', blocker.customerId)
    : rows.where('email_key', '=', blocker.emailKey)
  ).executeTakeFirst()
  return found !== undefined
}

type Doing = { readonly by: PersonId; readonly now: Instant }

export async function insertBlock(tx: Transaction, partnerId: OrganisationId, blocker: Blocker, { by, now }: Doing): Promise<void> {
  const whom = 'customerId' in blocker ? { customer_id: blocker.customerId } : { email_key: blocker.emailKey }
  await tx
    .insertInto('blocked_partner')
    .values({ id: newId<string>(), partner_id: partnerId, ...whom, blocked_by: by, blocked_at: new Date(now) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function liftBlock(tx: Transaction, id: string, { by, now }: Doing): Promise<void> {
  await tx
    .updateTable('blocked_partner')
    .set({ lifted_by: by, lifted_at: new Date(now) })
    .where('id', '=', id)
    .where('lifted_at', 'is', null)
    .execute()
}

export type Reached = { readonly emailKey?: string | null; readonly customerNumber?: string | null; readonly customerId?: OrganisationId }

/** Asked in the partner's own context: whether its request would be kept away. */
export async function isKeptAway(tx: Transaction, partnerId: OrganisationId, reached: Reached): Promise<boolean> {
  const { emailKey = null, customerNumber = null, customerId = null } = reached
  const { rows } = await sql<{ away: boolean }>`
    select is_blocked(${partnerId}, ${emailKey}, ${customerNumber}, ${customerId}) as away`.execute(tx)
  return rows[0]?.away ?? false
}
