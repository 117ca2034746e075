// The rows of what collaborators ask for, and how the partner handles it. In the partner's context.
import { sql } from 'kysely'
import { type AccessRequest, type AccessRules, standardAccessRules } from '../../domain/access-request.ts'
import { type AccessRequestId, asId, type OrganisationId, type PartnershipId, type PersonId } from '../../domain/ids.ts'
import type { RightId } from '../../domain/rights/catalogue.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

export async function findRules(tx: Transaction, partnerId: OrganisationId): Promise<AccessRules> {
  const row = await tx.selectFrom('access_rules').selectAll().where('partner_id', '=', partnerId).executeTakeFirst()
  if (!row) return standardAccessRules
  return {
    listIsVisible: row.list_is_visible,
    approversForCustomers: row.approvers_for_customers === 2 ? 2 : 1,
    approversForRights: row.approvers_for_rights === 2 ? 2 : 1,
    rightsHours: row.rights_hours,
  }
}

export async function saveRules(tx: Transaction, partnerId: OrganisationId, rules: AccessRules): Promise<void> {
  const columns = {
    list_is_visible: rules.listIsVisible,
    approvers_for_customers: rules.approversForCustomers,
    approvers_for_rights: rules.approversForRights,
    rights_hours: rules.rightsHours,
  }
  await tx
    .insertInto('access_rules')
    .values({ partner_id: partnerId, ...columns })
    .onConflict((conflict) => conflict.column('partner_id').doUpdateSet(columns))
    .execute()
}

export type StoredRequest = AccessRequest & {
  readonly partnerId: OrganisationId
  readonly customerId: OrganisationId
  readonly partnershipId: PartnershipId
  readonly why: string
}

export async function insertRequest(tx: Transaction, request: StoredRequest): Promise<void> {
  await tx
    .insertInto('access_request')
    .values({
      id: request.id,
      partner_id: request.partnerId,
      customer_id: request.customerId,
      partnership_id: request.partnershipId,
      person_id: request.personId,
      rights: request.rights === null ? null : [...request.rights],
      hours: request.hours,
      why: request.why,
      state: request.state,
      asked_at: new Date(request.askedAt),
    })
    .execute()
}

export async function lockRequest(tx: Transaction, partnerId: OrganisationId, id: string): Promise<StoredRequest | undefined> {
  const row = await tx
    .selectFrom('access_request')
    .selectAll()
    .where('partner_id', '=', partnerId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row && toRequest(row)
}

/** The one of this person that waits. */
export async function lockOpenRequest(
  tx: Transaction,
  partnershipId: PartnershipId,
  personId: PersonId,
): Promise<StoredRequest | undefined> {
  const row = await tx
    .selectFrom('access_request')
    .selectAll()
    .where('partnership_id', '=', partnershipId)
    .where('person_id', '=', personId)
    .where('state', '=', 'open')
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row && toRequest(row)
}

export async function saveRequest(
  tx: Transaction,
  request: AccessRequest,
  answered: { at: Instant | null; until: Instant | null },
): Promise<void> {
  await tx
    .updateTable('access_request')
    .set({
      state: request.state,
      hours: request.hours,
      approved_by: [...request.approvedBy],
      answered_at: answered.at === null ? null : new Date(answered.at),
      until: answered.until === null ? null : new Date(answered.until),
    })
    .where('id', '=', request.id)
    .execute()
}

/** Nobody answered in time: it makes room for another one. */
export async function forgetLapsed(tx: Transaction, id: AccessRequestId): Promise<void> {
  await tx.deleteFrom('access_request').where('id', '=', id).execute()
}

export type RequestListed = StoredRequest & {
  readonly managedCustomerId: string
  readonly customer: string
  readonly person: string
  readonly nameOf: ReadonlyMap<PersonId, string>
  readonly until: Instant | null
}

/** What waits first; `of`: only this person's. */
export async function listRequests(
  tx: Transaction,
  partnerId: OrganisationId,
  of: PersonId | undefined,
): Promise<readonly RequestListed[]> {
  const own = of === undefined ? sql`` : sql`and r.person_id = ${of}`
  const { rows } = await sql<Row & { managed: string; customer: string; person: string; approvers: string[]; until: Date | null }>`
    select r.*, m.id as managed, m.name as customer, person_name(r.person_id) as person,
      array(select person_name(p.id) from unnest(r.approved_by) with ordinality p(id, n) order by p.n) as approvers
    from access_request r join managed_customer m on m.partnership_id = r.partnership_id and m.partner_id = r.partner_id
    where r.partner_id = ${partnerId} ${own} order by r.state <> 'open', r.asked_at desc limit 200`.execute(tx)
  return rows.map((row) => ({
    ...toRequest(row),
    ...{ managedCustomerId: row.managed, customer: row.customer, person: row.person },
    nameOf: new Map(row.approved_by.map((id, at) => [asId<PersonId>(id), row.approvers[at] ?? ''])),
    until: row.until === null ? null : instant(row.until.getTime()),
  }))
}

/** The partnership behind a row of the list, whether or not one has it. */
export async function findPartnershipOf(tx: Transaction, partnerId: OrganisationId, id: string): Promise<PartnershipId | undefined> {
  const row = await tx
    .selectFrom('managed_customer')
    .select('partnership_id')
    .where('partner_id', '=', partnerId)
    .where('id', '=', id)
    .where('customer_id', 'is not', null)
    .executeTakeFirst()
  return row?.partnership_id ? asId(row.partnership_id) : undefined
}

/** Who may answer today. */
export async function listLeaders(tx: Transaction, partnerId: OrganisationId): Promise<ReadonlySet<PersonId>> {
  const rows = await tx
    .selectFrom('member')
    .select('person_id')
    .where('organisation_id', '=', partnerId)
    .where('role', '<>', 'collaborator')
    .execute()
  return new Set(rows.map(({ person_id }) => asId<PersonId>(person_id)))
}

type Row = {
  readonly id: string
  readonly partner_id: string
  readonly customer_id: string
  readonly partnership_id: string
  readonly person_id: string
  readonly rights: string[] | null
  readonly hours: number | null
  readonly why: string
  readonly state: string
  readonly asked_at: Date
  readonly approved_by: string[]
}

function toRequest(row: Row): StoredRequest {
  return {
    id: asId(row.id),
    partnerId: asId(row.partner_id),
    customerId: asId(row.customer_id),
    partnershipId: asId(row.partnership_id),
    personId: asId(row.person_id),
    rights: row.rights as RightId[] | null,
    hours: row.hours,
    why: row.why,
    state: row.state as AccessRequest['state'],
    askedAt: instant(row.asked_at.getTime()),
    approvedBy: row.approved_by.map((id) => asId(id)),
  }
}
