// News that wait for the digest, and who reads it. Runs as prokura_system.
import { sql } from 'kysely'
import { asId, type ManagedCustomerId, type OrganisationId, type PersonId } from '../../domain/ids.ts'
import type { Language } from '../../domain/language.ts'
import type { DigestWhat } from '../../domain/mails/digest.ts'
import type { MailKindId } from '../../domain/mails/mail-kinds.ts'
import type { Role } from '../../domain/organisation.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

export type NewNews = {
  readonly eventId: string
  /** The partnership or the invitation it is about. */
  readonly thing: string
  readonly what: DigestWhat
  readonly kind: MailKindId
  readonly told: readonly PersonId[]
}

/** Nothing is noted of what stands in no partner's list. */
export async function insertNews(tx: Transaction, { eventId, thing, what, kind, told }: NewNews): Promise<void> {
  await sql`insert into digest_news (event_id, partner_id, managed_customer_id, what, kind, told, at)
    select ${eventId}, m.partner_id, m.id, ${what}, ${kind}, ${[...told]}::uuid[], clock_timestamp()
    from managed_customer m where m.partnership_id = ${thing} or m.id = ${thing}
    on conflict do nothing`.execute(tx)
}

export async function listPartnersInNews(tx: Transaction): Promise<readonly OrganisationId[]> {
  const rows = await tx.selectFrom('digest_news').select('partner_id').distinct().execute()
  return rows.map((row) => asId(row.partner_id))
}

export type TakenNews = {
  readonly customerId: ManagedCustomerId
  readonly name: string
  readonly assigned: readonly PersonId[]
  readonly what: DigestWhat
  readonly kind: MailKindId
  readonly told: readonly PersonId[]
  /** How the customer stands now. */
  readonly status: string
  readonly toCheck: boolean
  readonly openRequest: string | null
  readonly delivery: string | null
  readonly requestUntil: Instant | null
  readonly endsAt: Instant | null
}

/** Takes all news of this partner: whoever is told is told in this transaction, and nobody finds them again. */
export async function takeNews(tx: Transaction, partnerId: OrganisationId): Promise<readonly TakenNews[]> {
  const { rows } = await sql<Row>`with taken as (delete from digest_news where partner_id = ${partnerId} returning *)
    select t.managed_customer_id as id, m.name, t.what, t.kind, t.told, m.to_check, m.open_request, m.delivery, m.request_until, m.ends_at,
      case when m.lapses_at <= clock_timestamp() then m.lapses_to else m.status end as status,
      array(select a.person_id from assignment a where a.partner_id = m.partner_id and a.partnership_id = m.partnership_id) as assigned
    from taken t join managed_customer m on m.partner_id = t.partner_id and m.id = t.managed_customer_id
    order by t.at, t.event_id`.execute(tx)
  return rows.map((row) => ({
    customerId: asId(row.id),
    name: row.name,
    assigned: row.assigned.map((id) => asId(id)),
    what: row.what,
    kind: row.kind,
    told: row.told.map((id) => asId(id)),
    status: row.status,
    toCheck: row.to_check,
    openRequest: row.open_request,
    delivery: row.delivery,
    requestUntil: row.request_until && instant(row.request_until.getTime()),
    endsAt: row.ends_at && instant(row.ends_at.getTime()),
  }))
}

type Row = {
  id: string
  name: string
  what: DigestWhat
  kind: MailKindId
  told: string[]
  assigned: string[]
  status: string
  to_check: boolean
  open_request: string | null
  delivery: string | null
  request_until: Date | null
  ends_at: Date | null
}

export type PartnerPerson = { readonly personId: PersonId; readonly role: Role; readonly email: string; readonly language: Language }

export async function listPeople(tx: Transaction, partnerId: OrganisationId): Promise<readonly PartnerPerson[]> {
  const rows = await tx
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .select(['person.id', 'person.email', 'person.language', 'member.role'])
    .where('member.organisation_id', '=', partnerId)
    .orderBy('person.id')
    .execute()
  return rows.map(({ id, email, language, role }) => ({ personId: asId(id), role: role as Role, email, language }))
}
