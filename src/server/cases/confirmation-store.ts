// Partnerships to be confirmed, and what the system writes when it appoints somebody or takes a partnership over.
import { sql } from 'kysely'
import { asId, type OrganisationId, type PartnershipId, type PersonId } from '../../domain/ids.ts'
import type { Role } from '../../domain/organisation.ts'
import type { Instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

export type Why = 'representation' | 'taken_over' | 'new_legal_person'
export type ToConfirm = {
  readonly partnershipId: PartnershipId
  readonly partner: string
  readonly why: Why
  readonly askedAt: Date
  readonly dueAt: Date | null
}
/** What somebody read that waits. */
export type Read = { readonly why: Why; readonly askedAt: string }

type Asking = {
  readonly why: Why
  readonly now: Instant
  readonly dueAt: Instant | null
  /** When that happened which it is asked for: asked since, it is not asked again. */
  readonly since?: Instant
}

/** False when it was asked already. */
export async function askToConfirm(
  tx: Transaction,
  of: { readonly id: PartnershipId; readonly customerId: OrganisationId; readonly partnerId: OrganisationId },
  { why, now, dueAt, since }: Asking,
): Promise<boolean> {
  const due = dueAt === null ? null : new Date(dueAt)
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('partnership_confirmation')
    .values({
      customer_id: of.customerId,
      partnership_id: of.id,
      partner_id: of.partnerId,
      why,
      asked_at: new Date(now),
      due_at: due,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['customer_id', 'partnership_id', 'why'])
        .doUpdateSet({ asked_at: new Date(now), due_at: due, confirmed_at: null, confirmed_by: null })
        .where(({ eb, lit }) => (since === undefined ? lit(true) : eb('partnership_confirmation.asked_at', '<', new Date(since)))),
    )
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** What still waits, of partnerships that live. */
export async function listToConfirm(tx: Transaction, customerId: OrganisationId): Promise<readonly ToConfirm[]> {
  const { rows } = await sql<ToConfirm>`
    select c.partnership_id "partnershipId", o.name partner, c.why, c.asked_at "askedAt", c.due_at "dueAt"
    from partnership_confirmation c join partnership p on p.id = c.partnership_id join organisation o on o.id = p.partner_id
    where c.customer_id = ${customerId} and c.confirmed_at is null and p.state = 'active' order by o.name, c.why`.execute(tx)
  return rows
}

/** Whether what waits keeps this partnership closed: what is overdue, and a new legal person from the first day on. */
export function isKeptClosedBy(waiting: readonly ToConfirm[], id: PartnershipId, now: Instant): boolean {
  return waiting.some(
    ({ partnershipId, why, dueAt }) => partnershipId === id && (why === 'new_legal_person' || (dueAt !== null && dueAt.getTime() <= now)),
  )
}

export async function confirm(
  tx: Transaction,
  { customerId, partnershipId }: { readonly customerId: OrganisationId; readonly partnershipId: PartnershipId },
  { by, now, read }: { readonly by: PersonId; readonly now: Instant; readonly read: readonly Read[] },
): Promise<'confirmed' | 'changed_meanwhile' | 'nothing_changed'> {
  const waiting = await tx
    .selectFrom('partnership_confirmation')
    .select(['why', 'asked_at'])
    .where('customer_id', '=', customerId)
    .where('partnership_id', '=', partnershipId)
    .where('confirmed_at', 'is', null)
    .forNoKeyUpdate()
    .execute()
  if (waiting.length === 0) return 'nothing_changed'
  const isWaiting = ({ why, askedAt }: Read) => waiting.some((one) => one.why === why && one.asked_at.getTime() === Date.parse(askedAt))
  if (read.length === 0 || !read.every(isWaiting)) return 'changed_meanwhile'
  await tx
    .updateTable('partnership_confirmation')
    .set({ confirmed_at: new Date(now), confirmed_by: by })
    .where('customer_id', '=', customerId)
    .where('partnership_id', '=', partnershipId)
    .where(
      'why',
      'in',
      read.map(({ why }) => why),
    )
    .execute()
  return 'confirmed'
}

export async function listActivePartnerships(tx: Transaction, customerId: OrganisationId): Promise<readonly PartnershipId[]> {
  const rows = await tx
    .selectFrom('partnership')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('state', '=', 'active')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => asId(id))
}

export async function findRole(tx: Transaction, organisationId: OrganisationId, personId: PersonId): Promise<Role | undefined> {
  const row = await tx
    .selectFrom('member')
    .select('role')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.role as Role | undefined
}

export async function makeRepresentative(tx: Transaction, organisationId: OrganisationId, personId: PersonId, now: Instant): Promise<void> {
  await tx
    .insertInto('member')
    .values({ organisation_id: organisationId, person_id: personId, role: 'legal_representative', added_at: new Date(now) })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'person_id']).doUpdateSet({ role: 'legal_representative' }))
    .execute()
}

export type OrganisationFound = { readonly id: OrganisationId; readonly number: string; readonly isVerifiedPartner: boolean }

export async function findByNumbers(tx: Transaction, numbers: readonly string[]): Promise<readonly OrganisationFound[]> {
  const rows = await tx
    .selectFrom('organisation')
    .select(['id', 'number', 'verified_as_partner_at'])
    .where('number', 'in', [...numbers])
    .execute()
  return rows.map(({ id, number, verified_as_partner_at }) => ({
    id: asId(id),
    number,
    isVerifiedPartner: verified_as_partner_at !== null,
  }))
}

/** Everybody the partner has or ever had as a customer, or asked to be one. */
export async function listCustomersOf(tx: Transaction, partnerId: OrganisationId): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom('partnership').select('customer_id').where('partner_id', '=', partnerId).execute()
  return new Set(rows.map(({ customer_id }) => customer_id))
}

/** Somebody is still to be appointed, or what a former representative agreed to is still to be confirmed in time. */
export async function isRepresentationOpen(tx: Transaction, customerId: OrganisationId, now: Instant): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`
    select exists (select from case_file c where c.customer_id = ${customerId} and c.kind = 'representation' and c.state = 'open')
      or exists (select from partnership_confirmation c join partnership p on p.id = c.partnership_id
        where c.customer_id = ${customerId} and c.why = 'representation' and c.confirmed_at is null and p.state = 'active'
          and c.due_at > ${new Date(now)}) open`.execute(tx)
  return rows[0]?.open ?? false
}

type Pair = { readonly partnerId: OrganisationId; readonly customerId: OrganisationId; readonly operator: PersonId }

/**
 * Only what the customer never ended, blocked or answered: any partnership of the two, past ones too, says that it did not exist before
 * Prokura did. The partner is verified today, and the operator is none of its people.
 */
export async function mayBeTakenOver(tx: Transaction, { partnerId, customerId, operator }: Pair): Promise<boolean> {
  await tx.selectFrom('organisation').select('id').where('id', '=', customerId).forNoKeyUpdate().execute()
  const { rows } = await sql<{ may: boolean }>`
    select is_verified(o.verified_as_partner_at, o.verified_until)
      and not exists (select from partnership p where p.partner_id = o.id and p.customer_id = ${customerId})
      and not exists (select from blocked_partner b where b.partner_id = o.id and b.customer_id = ${customerId} and b.lifted_at is null)
      and not exists (select from member m where m.organisation_id in (o.id, ${customerId}) and m.person_id = ${operator}) may
    from organisation o where o.id = ${partnerId}`.execute(tx)
  return rows[0]?.may ?? false
}
