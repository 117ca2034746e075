// All organisations, as the operator looks for them: by a part of the name, or the beginning of a number or domain.
import { sql } from 'kysely'
import type { OrganisationId } from '../../domain/ids.ts'
import type { SuccessionState } from '../../domain/partnership/succession.ts'
import type { Transaction } from '../platform/transact.ts'

const columns = [
  'id',
  'number',
  'name',
  'former_name',
  'country',
  'city',
  'domain',
  'register_number',
  'enrolled_as_partner_at',
  'verified_as_partner_at',
  'created_at',
] as const

export type OrganisationSearch = {
  readonly search?: string | undefined
  readonly partner?: 'applied' | 'verified' | undefined
  readonly after?: string | undefined
  readonly limit: number
}

export async function findOrganisations(tx: Transaction, { search = '', partner, after, limit }: OrganisationSearch) {
  let query = tx.selectFrom('organisation').select(columns)
  const words = search.trim()
  if (words !== '') {
    query = query.where(
      sql<boolean>`(position(fold(${words}) in fold(name || ' ' || coalesce(former_name, ''))) > 0
        or starts_with(lower(number), lower(${words})) or starts_with(lower(domain), lower(${words}))
        or starts_with(regexp_replace(lower(register_number), '[^a-z0-9]', '', 'g'), regexp_replace(lower(${words}), '[^a-z0-9]', '', 'g')))`,
    )
  }
  if (partner === 'verified') query = query.where('verified_as_partner_at', 'is not', null)
  if (partner === 'applied') query = query.where('enrolled_as_partner_at', 'is not', null).where('verified_as_partner_at', 'is', null)
  if (after !== undefined) query = query.where('number', '>', after)
  return query
    .orderBy('number')
    .limit(limit + 1)
    .execute()
}

export async function findOrganisation(tx: Transaction, id: OrganisationId) {
  return tx
    .selectFrom('organisation')
    .select([...columns, 'contact_email', 'website'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function membersOf(tx: Transaction, id: OrganisationId) {
  return tx
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .select(['person.id', 'person.name', 'person.email', 'member.role'])
    .where('member.organisation_id', '=', id)
    .orderBy(sql`array_position(array['legal_representative', 'administrator', 'collaborator'], member.role)`)
    .orderBy('person.name')
    .execute()
}

export type PartnershipRow = {
  readonly id: string
  readonly side: 'partner' | 'customer'
  readonly other_id: string
  readonly other_name: string
  readonly state: 'proposed' | 'active' | 'ended' | 'not_concluded'
  readonly suspended_by_customer: boolean
  readonly suspended_by_operator: boolean
  readonly created_at: Date
}

const shownPartnerships = 200

export async function partnershipsOf(tx: Transaction, id: OrganisationId): Promise<readonly PartnershipRow[]> {
  const { rows } = await sql<PartnershipRow>`
    select p.id, case when p.partner_id = ${id} then 'partner' else 'customer' end as side, o.id as other_id, o.name as other_name, p.state,
      p.suspended_by_customer_at is not null as suspended_by_customer, coalesce(p.suspended_by_operator_at, closed_with_partner(p)) is not null as suspended_by_operator,
      coalesce(p.ended_at, p.activated_at, p.created_at) as created_at
    from partnership p join organisation o on o.id = case when p.partner_id = ${id} then p.customer_id else p.partner_id end
    where ${id} in (p.partner_id, p.customer_id)
    order by array_position(array['active', 'proposed', 'ended', 'not_concluded'], p.state), o.name limit ${shownPartnerships}`.execute(tx)
  return rows
}

export type SuccessionRow = {
  readonly id: string
  readonly role: 'from' | 'to'
  readonly other_id: string
  readonly other_name: string
  readonly state: SuccessionState
  readonly named_at: Date
  readonly until: Date | null
  readonly asked: number
  readonly granted: number
  readonly declined: number
  readonly lapsed: number
}

export async function successionsOf(tx: Transaction, id: OrganisationId): Promise<readonly SuccessionRow[]> {
  const { rows } = await sql<SuccessionRow>`
    select s.id, case when s.predecessor_id = ${id} then 'from' else 'to' end as role, o.id as other_id, o.name as other_name, s.state, s.named_at, s.until,
      (count(*) filter (where q.state = 'asked'))::int as asked, (count(*) filter (where q.state = 'granted'))::int as granted,
      (count(*) filter (where q.state = 'declined'))::int as declined, (count(*) filter (where q.state = 'lapsed'))::int as lapsed
    from succession s
    join organisation o on o.id = case when s.predecessor_id = ${id} then s.successor_id else s.predecessor_id end
    left join succession_question q on q.succession_id = s.id
    where ${id} in (s.predecessor_id, s.successor_id) group by s.id, o.id order by s.named_at desc`.execute(tx)
  return rows
}

export async function countApplications(tx: Transaction): Promise<number> {
  const { count } = await tx
    .selectFrom('partner_application')
    .select(sql<number>`count(*)`.as('count'))
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  return count
}
