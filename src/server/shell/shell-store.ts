// What the frame of the Manager counts and names.
import { sql } from 'kysely'
import type { OrganisationId } from '../../domain/ids.ts'
import type { Transaction } from '../platform/transact.ts'

/** Answered requests of this partner whose profile was not opened since. */
export async function countToCheck(tx: Transaction, partnerId: OrganisationId): Promise<number> {
  const row = await tx
    .selectFrom('managed_customer')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('partner_id', '=', partnerId)
    .where('to_check', '=', true)
    .executeTakeFirstOrThrow()
  return row.count
}

/** Requests of this partner that wait for release. */
export async function countToRelease(tx: Transaction, partnerId: OrganisationId): Promise<number> {
  const row = await tx
    .selectFrom('managed_customer')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('partner_id', '=', partnerId)
    .where('release_needed', '=', true)
    .executeTakeFirstOrThrow()
  return row.count
}

/** Requests of partners that wait for the answer of this organisation. */
export async function countOpenRequests(tx: Transaction, organisationId: OrganisationId, now: Date): Promise<number> {
  const row = await tx
    .selectFrom('proposal')
    .leftJoin('invitation', 'invitation.id', 'proposal.invitation_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('proposal.state', '=', 'open')
    .where('proposal.side', '=', 'partner')
    .where('proposal.partner_id', '<>', organisationId)
    .where('proposal.expires_at', '>', now)
    .where((where) =>
      where.or([
        where('proposal.customer_id', '=', organisationId),
        where('invitation.customer_number', '=', sql<string>`(select number from organisation where id = ${organisationId})`),
      ]),
    )
    .executeTakeFirstOrThrow()
  return row.count
}

export async function listPartners(
  tx: Transaction,
  customerId: OrganisationId,
): Promise<readonly { name: string; partnershipId: string }[]> {
  const rows = await tx
    .selectFrom('partnership')
    .select(['id', sql<string>`organisation_name(partner_id)`.as('name')])
    .where('customer_id', '=', customerId)
    .where('state', '=', 'active')
    .orderBy('name')
    .execute()
  return rows.map(({ id, name }) => ({ name, partnershipId: id }))
}

/** Each person once, however many devices they are in with; two of one name are two. */
export async function listVisitsNow(
  tx: Transaction,
  customerId: OrganisationId,
  now: Date,
): Promise<readonly { person: string; partner: string; partnershipId: string }[]> {
  const rows = await tx
    .selectFrom('visit')
    .select(['partnership_id', sql<string>`person_name(person_id)`.as('person'), sql<string>`organisation_name(partner_id)`.as('partner')])
    .where('customer_id', '=', customerId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .where(sql<boolean>`seen_at + idle_minutes * interval '1 minute' > ${now}`)
    .groupBy(['partnership_id', 'partner_id', 'person_id'])
    .orderBy(sql`min(started_at)`)
    .execute()
  return rows.map((row) => ({ person: row.person, partner: row.partner, partnershipId: row.partnership_id }))
}

export async function sumInvoicesDue(
  tx: Transaction,
  organisationId: OrganisationId,
): Promise<{ count: number; total: { amount: number; currency: string } }> {
  const { rows } = await sql<{ count: number; amount: number; currency: string | null }>`
    select count(distinct i.id) as count, coalesce(sum(l.gross), 0)::bigint as amount, min(i.currency) as currency
    from invoice i join invoice_line l on l.invoice_id = i.id
    where i.payer_id = ${organisationId} and i.kind = 'invoice' and i.status = 'open'`.execute(tx)
  const [due] = rows
  return { count: due?.count ?? 0, total: { amount: due?.amount ?? 0, currency: due?.currency ?? 'CHF' } }
}

const tools = ['lists', 'campaigns', 'templates', 'reviews'] as const
type Tool = (typeof tools)[number]

/** What an organisation has made of it so far. */
export async function listUsed(tx: Transaction, organisationId: string): Promise<readonly Tool[]> {
  const { rows } = await sql<Record<Tool, boolean>>`select
    exists (select from bulk_job where partner_id = ${organisationId} and waves is null) as lists,
    exists (select from bulk_job where partner_id = ${organisationId} and waves is not null) as campaigns,
    exists (select from template where partner_id = ${organisationId} and deleted_at is null) as templates,
    exists (select from review where organisation_id = ${organisationId}) as reviews`.execute(tx)
  return tools.filter((one) => rows[0]?.[one])
}
