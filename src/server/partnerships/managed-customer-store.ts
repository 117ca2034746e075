// From the partner's row for a customer to what stands behind it: the request, the partnership, or both.
import { sql } from 'kysely'
import { asId, type InvitationId, type ManagedCustomerId, type OrganisationId, type PartnershipId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import { mayDo } from '../../domain/who-may.ts'
import type { Transaction } from '../platform/transact.ts'
import type { OwnWork } from '../work.ts'
import { findInvitation, lockInvitation, type StoredInvitation } from './invitation-store.ts'
import { findPartnershipById, lockPartnership, type StoredPartnership } from './partnership-store.ts'

export type ManagedCustomer = {
  readonly id: ManagedCustomerId
  /** What the partner's list shows: its own words until the customer answered. */
  readonly name: string
  readonly invitation: StoredInvitation | undefined
  readonly partnership: StoredPartnership | undefined
}

/** Locks the request until it is claimed, the partnership from then on. Whoever may not know the customer is told what is told of an absent one. */
export function lockManagedCustomer(work: OwnWork, id: string): Promise<ManagedCustomer> {
  return load(work, id, { invitation: lockInvitation, partnership: lockPartnership })
}

/** The same without a lock, to show it. */
export function getManagedCustomer(work: OwnWork, id: string): Promise<ManagedCustomer> {
  return load(work, id, { invitation: findInvitation, partnership: findPartnershipById })
}

type Loading = {
  readonly invitation: (tx: Transaction, id: InvitationId) => Promise<StoredInvitation | undefined>
  readonly partnership: (tx: Transaction, id: PartnershipId) => Promise<StoredPartnership | undefined>
}

async function load(work: OwnWork, id: string, by: Loading): Promise<ManagedCustomer> {
  const row = await findRow(work, id)
  const invitationId = row.invitation_id === null ? undefined : asId<InvitationId>(row.invitation_id)
  // A request nobody claimed is locked by its own row; afterwards only the partnership's row counts.
  const invitation = invitationId && (await (row.partnership_id === null ? by.invitation : findInvitation)(work.tx, invitationId))
  const partnershipId = row.partnership_id ?? invitation?.partnershipId ?? null
  const partnership = partnershipId === null ? undefined : await by.partnership(work.tx, asId<PartnershipId>(partnershipId))
  return { id: asId(row.id), name: row.name, invitation, partnership }
}

async function findRow(work: OwnWork, id: string) {
  const row = await work.tx
    .selectFrom('managed_customer')
    .select(['id', 'name', 'invitation_id', 'partnership_id'])
    .where('partner_id', '=', work.context.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal('not_found')
  if (!mayDo('see_all_customers', { side: 'partner', role: work.context.role })) await requireAssignment(work, row.partnership_id)
  return row
}

async function requireAssignment(work: OwnWork, partnershipId: string | null): Promise<void> {
  if (partnershipId === null) throw new Refusal('not_found')
  const { rows } =
    await sql`select from partnerships_assigned(${work.context.organisationId}, ${work.person.id}, ${new Date(work.now)}) p(id)
    where p.id = ${partnershipId}`.execute(work.tx)
  if (rows.length === 0) throw new Refusal('not_found')
}

/** The row of a living partnership with the organisation of that number, if this partner has one. */
export async function findLivingCustomer(
  tx: Transaction,
  partnerId: OrganisationId,
  number: string,
): Promise<ManagedCustomerId | undefined> {
  const row = await tx
    .selectFrom('managed_customer')
    .select('id')
    .where('partner_id', '=', partnerId)
    .where('customer_number', '=', number)
    .where('customer_id', 'is not', null)
    .where('status', 'in', ['active', 'suspended', 'awaiting_partner'])
    .executeTakeFirst()
  return row && asId(row.id)
}
