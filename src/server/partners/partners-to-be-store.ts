// Whom the customer could answer or begin with: requests that wait for it, and partners the operator verified. In its own context.
import { type Kysely, sql } from 'kysely'
import { asId, type InvitationId, type OrganisationId, type PartnershipId, type PersonId } from '../../domain/ids.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { DB } from '../platform/tables.ts'

type Tx = Kysely<DB>

export type WaitingRequest = {
  readonly id: InvitationId
  readonly partner: string
  readonly tokenGeneration: number
  readonly expiresAt: Instant
  readonly sentAt: Instant
}

/** Requests to this organisation's number, or to an address this person proved, that wait for an answer. Each way has its own index; whoever asked is not told. */
export async function listWaitingRequests(
  tx: Tx,
  reader: { readonly organisationId: OrganisationId; readonly personId: PersonId },
  now: Instant,
): Promise<readonly WaitingRequest[]> {
  const { organisationId, personId } = reader
  const { rows } = await sql<{ id: string; partner: string; token_generation: number; expires_at: Date; sent_at: Date }>`
    with mine as materialized (
      select email_key from person where id = ${personId}
      union select email_key from proven_address where person_id = ${personId}
    ), addressed as materialized (
      select i.id from invitation i where i.state = 'open' and i.customer_number = (select number from organisation where id = ${organisationId})
      union select i.id from invitation i join mine on mine.email_key = i.email_key where i.state = 'open' and i.customer_number is null
      union select a.invitation_id from invitation_address a join mine on mine.email_key = a.email_key
      union select invitation_id from proven_address where person_id = ${personId}
    )
    select i.id, o.name as partner, i.token_generation, i.expires_at, coalesce(i.sent_at, i.created_at) as sent_at
    from addressed join invitation i on i.id = addressed.id join organisation o on o.id = i.partner_id
    where i.partner_id <> ${organisationId} and not i.held_back and i.state = 'open' and i.expires_at > ${new Date(now)}
      and i.prepared_by <> ${personId} and i.released_by is distinct from ${personId}
      and (i.customer_number = (select number from organisation where id = ${organisationId}) or (i.customer_number is null and proved_address(i.id)))
    order by i.expires_at limit 50`.execute(tx)
  return rows.map((row) => ({
    id: asId(row.id),
    partner: row.partner,
    tokenGeneration: row.token_generation,
    expiresAt: instant(row.expires_at.getTime()),
    sentAt: instant(row.sent_at.getTime()),
  }))
}

export type FoundPartner = { readonly id: OrganisationId; readonly partnershipId: PartnershipId | null }

/** Verified partners by name or domain, as people write them. */
export async function searchPartners(tx: Tx, customerId: OrganisationId, search: string): Promise<readonly FoundPartner[]> {
  const { rows } = await sql<{ id: string; partnership_id: string | null }>`
    select o.id, (select p.id from partnership p where p.customer_id = ${customerId} and p.partner_id = o.id and p.state in ('proposed', 'active')) as partnership_id
    from organisation o
    where is_verified(o.verified_as_partner_at, o.verified_until) and o.id <> ${customerId}
      and (fold_german(fold(o.name)) like '%' || fold_german(fold(${escaped(search)})) || '%' or lower(o.domain) like '%' || lower(${escaped(search)}) || '%')
    order by o.name limit 20`.execute(tx)
  return rows.map((row) => ({ id: asId(row.id), partnershipId: row.partnership_id === null ? null : asId(row.partnership_id) }))
}

/** The proposed or active partnership of these two, if there is one. */
export async function findLivingId(
  tx: Tx,
  parties: { readonly customerId: OrganisationId; readonly partnerId: OrganisationId },
): Promise<PartnershipId | null> {
  const row = await tx
    .selectFrom('partnership')
    .select('id')
    .where('customer_id', '=', parties.customerId)
    .where('partner_id', '=', parties.partnerId)
    .where('state', 'in', ['proposed', 'active'])
    .executeTakeFirst()
  return row ? asId(row.id) : null
}

const escaped = (search: string): string => search.replaceAll(/[\\%_]/g, '\\$&')
