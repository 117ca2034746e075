// What a partner knows already of those it is about to ask: many at once, and only its own rows.
import { sql } from 'kysely'
import { foldWord } from '../../domain/bulk/sheet-words.ts'
import type { OrganisationId } from '../../domain/ids.ts'
import type { Transaction } from '../platform/transact.ts'

export type Recipient = { readonly emailKey: string | null; readonly customerNumber: string | null }
export type Known = {
  /** A living partnership of this partner, or one that is coming about. */
  readonly isCustomer: boolean
  /** A request of this partner that waits for its release or an answer. */
  readonly isOpen: boolean
  /** The same, overdue or not. */
  readonly isUnanswered: boolean
  /** A member of the partner reads mail there. */
  readonly isOwn: boolean
  /** Requests of all partners that wait at this address. */
  readonly pending: number
  /** They do not want to hear of this partner. */
  readonly isBlocked: boolean
  /** Whoever asks them has to know a code. */
  readonly demandsCode: boolean
}

/** In the order of `recipients`. */
export async function listKnown(tx: Transaction, partnerId: OrganisationId, recipients: readonly Recipient[]): Promise<readonly Known[]> {
  const given = recipients.map(({ emailKey, customerNumber }, at) => ({ at, email: emailKey, number: customerNumber }))
  const { rows } = await sql<Known & { at: number }>`
    with asked as (select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as r (at integer, email text, number text)),
    found as materialized (select i.id from asked a join invitation i on i.partner_id = ${partnerId} and i.email_key = a.email
      union select i.id from asked a join invitation i on i.partner_id = ${partnerId} and i.customer_number = a.number),
    mine as materialized (select i.email_key, i.customer_number, i.state, i.expires_at, p.state as partnership from found
      join invitation i on i.id = found.id left join partnership p on p.id = i.partnership_id),
    summed as materialized (select coalesce(email_key, customer_number) as key,
      bool_or(state = 'claimed' and partnership in ('proposed', 'active')) as customer,
      bool_or(state = 'prepared' or (state = 'open' and expires_at > clock_timestamp())) as open,
      bool_or(state in ('prepared', 'open')) as unanswered from mine group by 1)
    select a.at, coalesce(s.customer, false) or exists (select from managed_customer m where m.partner_id = ${partnerId}
        and m.number_key = a.number collate "C" and m.customer_id is not null and m.status in ('active', 'suspended', 'awaiting_partner')) as "isCustomer",
      coalesce(s.open, false) as "isOpen", coalesce(s.unanswered, false) as "isUnanswered",
      exists (select from member e join person o on o.id = e.person_id where e.organisation_id = ${partnerId} and o.email_key = a.email) as "isOwn",
      case when a.email is null then 0 else pending_requests_to(a.email) end as pending,
      is_blocked(${partnerId}, a.email, a.number, null) as "isBlocked", exists (select from request_codes_for(a.email, a.number)) as "demandsCode"
    from asked a left join summed s on s.key = coalesce(a.email, a.number) order by a.at`.execute(tx)
  return rows.map((row) => ({ ...row, pending: Number(row.pending) }))
}

/** Who and what the cells of a list may name: people of the partner by the keys of their addresses, its teams by their folded names. */
export type Directory = { readonly people: ReadonlyMap<string, string>; readonly teams: ReadonlyMap<string, string> }

export async function loadDirectory(tx: Transaction, partnerId: OrganisationId): Promise<Directory> {
  const people = await tx
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .select(['person.id', 'person.email_key'])
    .where('member.organisation_id', '=', partnerId)
    .execute()
  const teams = await tx.selectFrom('team').select(['id', 'name']).where('organisation_id', '=', partnerId).execute()
  return {
    people: new Map(people.map(({ id, email_key }) => [email_key, id])),
    teams: new Map(teams.map(({ id, name }) => [foldWord(name), id])),
  }
}
