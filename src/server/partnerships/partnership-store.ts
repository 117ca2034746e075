// The rows of partnerships: locked, made and saved by both sides. The transaction's context must be one of the two parties.
import { sql } from 'kysely'
import { asId, type OrganisationId, type PartnershipId } from '../../domain/ids.ts'
import type { Side } from '../../domain/organisation.ts'
import type { EndedBy, Partnership, PartnershipState } from '../../domain/partnership/partnership.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'
import { findGrantVersion, securedAtOf } from './grant-store.ts'
import { sensitiveSuspendedAt } from './sensitive-suspension-store.ts'

/** The partnership as the machines know it, and what the partner calls its customer. */
export type StoredPartnership = Partnership & { readonly ownReference: string | null }

/** Since when the gate at the partner is closed for it. */
const partnerClosedAt = sql<Date | null>`closed_with_partner(partnership)`.as('partner_closed_at')

/** Locks the partnership for this transaction; undefined when there is none or the context is neither of its parties. */
export async function lockPartnership(tx: Transaction, id: PartnershipId): Promise<StoredPartnership | undefined> {
  const row = await tx
    .selectFrom('partnership')
    .selectAll()
    .select(partnerClosedAt)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row && toPartnership(tx, row)
}

/** The same without a lock, to show it. */
export async function findPartnershipById(tx: Transaction, id: PartnershipId): Promise<StoredPartnership | undefined> {
  const row = await tx.selectFrom('partnership').selectAll().select(partnerClosedAt).where('id', '=', id).executeTakeFirst()
  return row && toPartnership(tx, row)
}

/** The proposed or active partnership of these two, locked: there is at most one. */
export async function lockLivingPartnership(
  tx: Transaction,
  parties: { readonly customerId: OrganisationId; readonly partnerId: OrganisationId },
): Promise<StoredPartnership | undefined> {
  const row = await tx
    .selectFrom('partnership')
    .selectAll()
    .select(partnerClosedAt)
    .where('customer_id', '=', parties.customerId)
    .where('partner_id', '=', parties.partnerId)
    .where('state', 'in', ['proposed', 'active'])
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row && toPartnership(tx, row)
}

/** A new life. Its first grant, if there is one, is saved with `saveGrant`. */
export async function insertPartnership(
  tx: Transaction,
  partnership: Partnership,
  more: { readonly ownReference: string | null; readonly now: Instant },
): Promise<void> {
  await tx
    .insertInto('partnership')
    .values({
      id: partnership.id,
      customer_id: partnership.customerId,
      partner_id: partnership.partnerId,
      started_by: partnership.startedBy,
      own_reference: more.ownReference,
      created_at: new Date(more.now),
      ...columnsOf(partnership),
    })
    .execute()
}

/** State, gates and end, as the machine left them. A new grant is saved with `saveGrant`, which also names the version in force. */
export async function savePartnership(tx: Transaction, partnership: Partnership): Promise<void> {
  await tx
    .updateTable('partnership')
    .set(columnsOf(partnership))
    .where('customer_id', '=', partnership.customerId)
    .where('id', '=', partnership.id)
    .execute()
}

function columnsOf(partnership: Partnership) {
  return {
    state: partnership.state,
    suspended_by_customer_at: date(partnership.suspendedByCustomerAt),
    suspended_by_operator_at: date(partnership.suspendedByOperatorAt),
    named_people_only: partnership.namedPeopleOnly,
    second_factor_needed: partnership.secondFactorNeeded,
    grant_version: partnership.grant?.version ?? null,
    activated_at: date(partnership.activatedAt),
    ended_at: date(partnership.endedAt),
    ended_by: partnership.endedBy,
  }
}

type Row = {
  readonly id: string
  readonly customer_id: string
  readonly partner_id: string
  readonly started_by: string
  readonly state: string
  readonly suspended_by_customer_at: Date | null
  readonly suspended_by_operator_at: Date | null
  readonly partner_closed_at: Date | null
  readonly named_people_only: boolean
  readonly second_factor_needed: boolean
  readonly own_reference: string | null
  readonly grant_version: number | null
  readonly activated_at: Date | null
  readonly ended_at: Date | null
  readonly ended_by: string | null
}

async function toPartnership(tx: Transaction, row: Row): Promise<StoredPartnership> {
  const key = { customerId: asId<OrganisationId>(row.customer_id), partnershipId: asId<PartnershipId>(row.id) }
  const version = row.grant_version
  return {
    id: key.partnershipId,
    customerId: key.customerId,
    partnerId: asId(row.partner_id),
    startedBy: row.started_by as Side,
    state: row.state as PartnershipState,
    suspendedByCustomerAt: at(row.suspended_by_customer_at),
    suspendedByOperatorAt: at(row.suspended_by_operator_at),
    partnerClosedAt: at(row.partner_closed_at),
    grant: version === null ? null : await findGrantVersion(tx, key, version),
    securedAt: version === null ? null : await securedAtOf(tx, key, version),
    namedPeopleOnly: row.named_people_only,
    secondFactorNeeded: row.second_factor_needed,
    sensitiveSuspendedAt: await sensitiveSuspendedAt(tx, key.customerId),
    activatedAt: at(row.activated_at),
    endedAt: at(row.ended_at),
    endedBy: row.ended_by as EndedBy | null,
    ownReference: row.own_reference,
  }
}

const at = (value: Date | null): Instant | null => (value ? instant(value.getTime()) : null)
const date = (value: Instant | null): Date | null => (value === null ? null : new Date(value))
