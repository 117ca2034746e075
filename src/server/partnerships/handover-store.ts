// The rows of hand-overs. Only the customer reads them; partners are told through handover_of().
import { sql } from 'kysely'
import { asId, type OrganisationId, type PartnershipId } from '../../domain/ids.ts'
import type { Handover, HandoverState } from '../../domain/partnership/handover.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

export async function insertHandover(tx: Transaction, handover: Handover): Promise<void> {
  await tx
    .insertInto('handover')
    .values({
      id: handover.id,
      customer_id: handover.customerId,
      from_partnership_id: handover.from,
      from_partner_id: handover.fromPartnerId,
      to_partnership_id: handover.to,
      to_partner_id: handover.toPartnerId,
      person_id: handover.by,
      overlap_days: handover.overlapDays,
      names_told: handover.namesTold,
      created_at: new Date(handover.createdAt),
      ...columnsOf(handover),
    })
    .execute()
}

export async function saveHandover(tx: Transaction, handover: Handover): Promise<void> {
  await tx.updateTable('handover').set(columnsOf(handover)).where('id', '=', handover.id).execute()
}

/** The hand-over under way that ends this partnership, or that this partnership is the next one of; locked. */
export async function lockHandovers(tx: Transaction, partnershipId: PartnershipId): Promise<readonly Handover[]> {
  const rows = await underWay(tx, partnershipId).orderBy('id').forNoKeyUpdate().execute()
  return rows.map(toHandover)
}

export async function findHandovers(tx: Transaction, partnershipId: PartnershipId): Promise<readonly Handover[]> {
  return (await underWay(tx, partnershipId).orderBy('id').execute()).map(toHandover)
}

export async function lockHandover(tx: Transaction, id: string): Promise<Handover | undefined> {
  const row = await tx.selectFrom('handover').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return row && toHandover(row)
}

/** What its partner may know of it. */
export async function findForPartner(
  tx: Transaction,
  partnershipId: PartnershipId,
): Promise<{ readonly role: 'from' | 'to'; readonly endsAt: Instant; readonly otherName: string | null } | undefined> {
  const { rows } = await sql<{ role: 'from' | 'to'; ends_at: Date; other_name: string | null }>`
    select * from handover_of(${partnershipId})`.execute(tx)
  const [row] = rows
  return row && { role: row.role, endsAt: instant(row.ends_at.getTime()), otherName: row.other_name }
}

function underWay(tx: Transaction, partnershipId: PartnershipId) {
  return tx
    .selectFrom('handover')
    .selectAll()
    .where('state', 'in', ['asked', 'planned'])
    .where((is) => is.or([is('from_partnership_id', '=', partnershipId), is('to_partnership_id', '=', partnershipId)]))
}

function columnsOf({ state, endsAt }: Handover) {
  return { state, ends_at: endsAt === null ? null : new Date(endsAt) }
}

type Row = {
  readonly id: string
  readonly customer_id: string
  readonly state: string
  readonly from_partnership_id: string
  readonly from_partner_id: string
  readonly to_partnership_id: string
  readonly to_partner_id: string
  readonly person_id: string
  readonly overlap_days: number
  readonly names_told: boolean
  readonly created_at: Date
  readonly ends_at: Date | null
}

function toHandover(row: Row): Handover {
  return {
    id: asId(row.id),
    state: row.state as HandoverState,
    customerId: asId<OrganisationId>(row.customer_id),
    from: asId(row.from_partnership_id),
    fromPartnerId: asId(row.from_partner_id),
    to: asId(row.to_partnership_id),
    toPartnerId: asId(row.to_partner_id),
    by: asId(row.person_id),
    overlapDays: row.overlap_days,
    namesTold: row.names_told,
    createdAt: instant(row.created_at.getTime()),
    endsAt: row.ends_at === null ? null : instant(row.ends_at.getTime()),
  }
}
