// The rows of cases. Both sides of a dispute reach theirs, operators all of them; row-level security sees to both.
import { sql } from 'kysely'
import type { Case, CaseKind, CaseOutcome, CaseState, RepresentationReason } from '../../domain/case.ts'
import { asId, type CaseId, type OrganisationId, type PartnershipId, type PersonId } from '../../domain/ids.ts'
import { type Instant, instant } from '../../domain/time.ts'
import { type EntryRow, entryColumns, entryPeople } from '../journal/entries.ts'
import type { Transaction } from '../platform/transact.ts'

export type Representation = {
  readonly why: RepresentationReason
  readonly email: string
  readonly documents: string
  /** Who had this address when the case was opened. */
  readonly personId: PersonId
  readonly name: string
}

export type StoredCase = Case & {
  readonly openedAt: Date
  readonly reason: string
  readonly representation: Representation | null
  readonly outcomeText: string | null
}

export async function insertCase(
  tx: Transaction,
  of: Pick<Case, 'id' | 'kind' | 'customerId' | 'partnerId' | 'partnershipId' | 'openedBy'>,
  more: { readonly reason: string; readonly representation?: Representation; readonly now: Instant },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('case_file')
    .values({
      id: of.id,
      kind: of.kind,
      state: 'open',
      customer_id: of.customerId,
      partner_id: of.partnerId,
      partnership_id: of.partnershipId,
      opened_by: of.openedBy,
      opened_at: new Date(more.now),
      reason: more.reason,
      representation: more.representation ? JSON.stringify(more.representation) : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function insertEntries(tx: Transaction, id: CaseId, positions: readonly number[]): Promise<void> {
  if (positions.length === 0) return
  await tx
    .insertInto('case_entry')
    .values(positions.map((position) => ({ case_id: id, position })))
    .execute()
}

export async function findCase(tx: Transaction, id: string, lock = false): Promise<StoredCase | undefined> {
  const query = tx.selectFrom('case_file').selectAll().where('id', '=', id)
  const row = await (lock ? query.forNoKeyUpdate() : query).executeTakeFirst()
  return (
    row && {
      id: asId<CaseId>(row.id),
      kind: row.kind as CaseKind,
      state: row.state as CaseState,
      customerId: row.customer_id === null ? null : asId<OrganisationId>(row.customer_id),
      partnerId: row.partner_id === null ? null : asId<OrganisationId>(row.partner_id),
      partnershipId: row.partnership_id === null ? null : asId<PartnershipId>(row.partnership_id),
      openedBy: row.opened_by === null ? null : asId<PersonId>(row.opened_by),
      views: { customer: row.customer_view, partner: row.partner_view },
      outcome: row.outcome as CaseOutcome | null,
      closedBy: row.closed_by === null ? null : asId<PersonId>(row.closed_by),
      closedAt: row.closed_at === null ? null : instant(row.closed_at.getTime()),
      openedAt: row.opened_at,
      reason: row.reason,
      representation: row.representation as Representation | null,
      outcomeText: row.outcome_text,
    }
  )
}

export async function saveCase(tx: Transaction, of: Case, outcomeText: string | null): Promise<void> {
  await tx
    .updateTable('case_file')
    .set({
      state: of.state,
      customer_view: of.views.customer,
      partner_view: of.views.partner,
      outcome: of.outcome,
      outcome_text: outcomeText,
      closed_by: of.closedBy,
      closed_at: of.closedAt === null ? null : new Date(of.closedAt),
    })
    .where('id', '=', of.id)
    .execute()
}

export type CaseRow = {
  readonly id: string
  readonly kind: CaseKind
  readonly state: CaseState
  readonly customerId: string | null
  readonly customer: string | null
  readonly partnerId: string | null
  readonly partner: string | null
  readonly partnershipId: string | null
  readonly openedAt: Date
  readonly closedAt: Date | null
  readonly outcome: CaseOutcome | null
  readonly openedBy: string | null
}

export async function listCaseRows(
  tx: Transaction,
  which: { readonly state?: CaseState; readonly id?: string; readonly most: number },
): Promise<readonly CaseRow[]> {
  const { rows } = await sql<CaseRow>`
    select c.id, c.kind, c.state, c.customer_id "customerId", k.name customer, c.partner_id "partnerId", p.name partner, c.partnership_id "partnershipId",
      c.opened_at "openedAt", c.closed_at "closedAt", c.outcome, person_name(c.opened_by) "openedBy"
    from case_file c left join organisation k on k.id = c.customer_id left join organisation p on p.id = c.partner_id
    where (${which.state ?? null}::text is null or c.state = ${which.state ?? null}) and (${which.id ?? null}::uuid is null or c.id = ${which.id ?? null}::uuid)
    order by case when c.state = 'open' then c.opened_at end, c.closed_at desc, c.id limit ${which.most}`.execute(tx)
  return rows
}

export type CaseEntryRow = EntryRow & { readonly chain: string; readonly detail: Readonly<Record<string, unknown>> | null }

export async function listEntries(tx: Transaction, id: string): Promise<readonly CaseEntryRow[]> {
  const { rows } = await sql<CaseEntryRow>`
    select ${entryColumns}, words_of_case_entry(e.case_id, e.position) detail, encode(j.chain, 'hex') chain
    from case_entry e join journal j on j.position = e.position ${entryPeople} where e.case_id = ${id} order by j.position`.execute(tx)
  return rows
}

/** Of these positions those that this organisation may read and that are of this partnership. */
export async function readablePositions(
  tx: Transaction,
  { organisationId, partnershipId }: { readonly organisationId: OrganisationId; readonly partnershipId: PartnershipId },
  positions: readonly number[],
): Promise<readonly number[]> {
  if (positions.length === 0) return []
  const { rows } = await sql<{ position: number }>`
    select r.position::int "position" from journal_reader r
    where r.organisation_id = ${organisationId} and r.partnership_id = ${partnershipId} and r.position = any(${[...positions]}::bigint[])`.execute(
    tx,
  )
  return rows.map(({ position }) => position)
}

export async function hasOpenDispute(tx: Transaction, partnershipId: PartnershipId): Promise<boolean> {
  const row = await tx
    .selectFrom('case_file')
    .select('id')
    .where('partnership_id', '=', partnershipId)
    .where('kind', '=', 'dispute')
    .where('state', '=', 'open')
    .executeTakeFirst()
  return row !== undefined
}

export type PersonFound = { readonly id: PersonId; readonly name: string }

export async function findPersonByKey(tx: Transaction, key: string): Promise<PersonFound | undefined> {
  const row = await tx.selectFrom('person').select(['id', 'name']).where('email_key', '=', key).executeTakeFirst()
  return row && { id: asId(row.id), name: row.name }
}
