// What is verified about organisations: read for applications, written by the operator's decision and by the clock.
import { sql } from 'kysely'
import { asId, type OrganisationId, type PersonId } from '../../domain/ids.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Application, Firm } from '../../domain/verification/application.ts'
import type { RenewalStep, Verification } from '../../domain/verification/standing.ts'
import type { Transaction } from '../platform/transact.ts'

export type PartnerRow = Verification & {
  readonly id: OrganisationId
  readonly number: string
  readonly name: string
  readonly createdAt: Instant
  readonly isEnrolled: boolean
  /** What an application begins with. */
  readonly firm: Firm
  readonly contactEmail: string
  /** As the operator verified it; null when that never happened. */
  readonly verified: Firm | null
  readonly told: RenewalStep | null
}

const at = (date: Date | null): Instant | null => (date === null ? null : instant(date.getTime()))

export async function getPartnerRow(tx: Transaction, id: OrganisationId): Promise<PartnerRow> {
  const row = await tx
    .selectFrom('organisation')
    .select(['id', 'number', 'name', 'country', 'city', 'verified_city', 'register_number', 'domain', 'contact_email', 'created_at'])
    .select(['enrolled_as_partner_at', 'verified_as_partner_at', 'verified_until', 'renewal_told'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const [name, country, registerNumber, domain] = [row.name, row.country, row.register_number ?? '', row.domain ?? '']
  const firm = { legalName: name, country, city: row.city ?? '', registerNumber, domain }
  return {
    id: asId(row.id),
    number: row.number,
    name,
    createdAt: instant(row.created_at.getTime()),
    isEnrolled: row.enrolled_as_partner_at !== null,
    firm,
    contactEmail: row.contact_email ?? '',
    verified: row.verified_as_partner_at === null ? null : { ...firm, city: row.verified_city ?? '' },
    verifiedAt: at(row.verified_as_partner_at),
    verifiedUntil: at(row.verified_until),
    told: row.renewal_told as RenewalStep | null,
  }
}

export type KnownFirm = {
  readonly id: OrganisationId
  readonly name: string
  readonly names: readonly string[]
  readonly domain: string | null
  readonly registerNumber: string | null
}

/** Every verified partner but this organisation, with the names it had. */
export async function listVerified(tx: Transaction, except: OrganisationId): Promise<readonly KnownFirm[]> {
  const rows = await tx
    .selectFrom('organisation')
    .select(['id', 'name', 'former_name', 'domain', 'register_number'])
    .where('verified_as_partner_at', 'is not', null)
    .where('id', '<>', except)
    .execute()
  return rows.map((row) => ({
    id: asId(row.id),
    name: row.name,
    names: row.former_name === null ? [row.name] : [row.name, row.former_name],
    domain: row.domain,
    registerNumber: row.register_number,
  }))
}

export async function enrol(tx: Transaction, id: OrganisationId, now: Instant): Promise<void> {
  await tx
    .updateTable('organisation')
    .set({ enrolled_as_partner_at: new Date(now) })
    .where('id', '=', id)
    .where('enrolled_as_partner_at', 'is', null)
    .execute()
}

export type Verifying = {
  readonly until: Instant
  readonly now: Instant
  /** Since when it is a new legal person, for whom nothing counts that was asked, offered, granted or signed before; null: it stays the same. */
  readonly newLegalPersonSince: Instant | null
}

/** The application becomes what is shown. */
export async function saveVerified(
  tx: Transaction,
  application: Application,
  { until, now, newLegalPersonSince }: Verifying,
): Promise<void> {
  const isRenamed = sql<boolean>`name <> ${application.legalName}`
  const since = newLegalPersonSince && new Date(newLegalPersonSince)
  await tx
    .updateTable('organisation')
    .set({
      former_name: sql`case when ${isRenamed} then name else former_name end`,
      renamed_at: sql`case when ${isRenamed} then ${new Date(now)}::timestamptz else renamed_at end`,
      name: application.legalName,
      country: application.country,
      register_number: application.register.number,
      domain: application.domain,
      verified_city: application.city,
      enrolled_as_partner_at: sql`coalesce(enrolled_as_partner_at, ${new Date(now)}::timestamptz)`,
      verified_as_partner_at: new Date(now),
      verified_until: new Date(until),
      renewal_told: null,
      ...(since ? { legal_person_since: since, partner_closed_at: since } : {}),
    })
    .where('id', '=', application.organisationId)
    .execute()
}

export async function isMember(tx: Transaction, organisationId: OrganisationId, personId: PersonId): Promise<boolean> {
  const row = await tx
    .selectFrom('member')
    .select('role')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

/** Partners with a step of the renewal that may be due. As prokura_system. */
export async function listForRenewal(tx: Transaction, before: Instant): Promise<readonly OrganisationId[]> {
  const rows = await tx
    .selectFrom('organisation')
    .select('id')
    .where('verified_as_partner_at', 'is not', null)
    .where('verified_until', '<', new Date(before))
    .where((or) => or.or([or('renewal_told', 'is', null), or('renewal_told', '>', 0)]))
    .orderBy('verified_until')
    .limit(200)
    .execute()
  return rows.map(({ id }) => asId(id))
}

/** Locked, so that nobody asks, takes an offer or decides for it meanwhile. */
export async function lockPartnerRow(tx: Transaction, id: OrganisationId): Promise<PartnerRow> {
  await tx.selectFrom('organisation').select('id').where('id', '=', id).forNoKeyUpdate().execute()
  return getPartnerRow(tx, id)
}

export async function noteTold(tx: Transaction, id: OrganisationId, step: RenewalStep): Promise<void> {
  await tx.updateTable('organisation').set({ renewal_told: step }).where('id', '=', id).execute()
}

/** Customers of a partner, some at a time, in the order of their ids. */
export async function listCustomersOf(
  tx: Transaction,
  partnerId: OrganisationId,
  after: string | null,
): Promise<readonly OrganisationId[]> {
  const rows = await tx
    .selectFrom('partnership')
    .select('customer_id')
    .where('partner_id', '=', partnerId)
    .where('state', 'in', ['active', 'proposed'])
    .where('customer_id', '>', after ?? '00000000-0000-0000-0000-000000000000')
    .orderBy('customer_id')
    .limit(200)
    .execute()
  return rows.map(({ customer_id }) => asId(customer_id))
}
