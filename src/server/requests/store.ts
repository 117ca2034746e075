// What sending a request looks up and writes beside the rows both sides share.
import { sql } from 'kysely'
import { asId, type InvitationId, type OrganisationId, type PartnershipId, type ProposalId } from '../../domain/ids.ts'
import type { RequestedRight } from '../../domain/rights/scope.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

/** New requests this partner has sent since then, more rights on living partnerships included. */
export async function countSentSince(tx: Transaction, partnerId: OrganisationId, since: Instant): Promise<number> {
  const { rows } = await sql<{ sent: number }>`
    select (select count(*) from invitation where partner_id = ${partnerId} and sent_at > ${new Date(since)})
      + (select count(*) from proposal where partner_id = ${partnerId} and side = 'partner' and base_version is not null
           and state <> 'prepared' and created_at > ${new Date(since)}) as sent`.execute(tx)
  return Number(rows[0]?.sent ?? 0)
}

/** When the day's first request leaves the last 24 hours, so that there is room again. */
export async function firstSentSince(tx: Transaction, partnerId: OrganisationId, since: Instant): Promise<Instant | null> {
  const row = await tx
    .selectFrom('invitation')
    .select((select) => select.fn.min('sent_at').as('first'))
    .where('partner_id', '=', partnerId)
    .where('sent_at', '>', new Date(since))
    .executeTakeFirst()
  return row?.first ? instant(row.first.getTime()) : null
}

/** Requests of all partners that wait at one address. */
export async function countPendingAt(tx: Transaction, emailKey: string): Promise<number> {
  const { rows } = await sql<{ pending: number }>`select pending_requests_to(${emailKey}) as pending`.execute(tx)
  return Number(rows[0]?.pending ?? 0)
}

export type Recipient = { readonly emailKey: string | null; readonly customerNumber: string | null }

/** The request of this partner that waits at this address or number, overdue or not. */
export async function findUnanswered(
  tx: Transaction,
  partnerId: OrganisationId,
  { emailKey, customerNumber }: Recipient,
): Promise<InvitationId | undefined> {
  const row = await tx
    .selectFrom('invitation')
    .select('id')
    .where('partner_id', '=', partnerId)
    .where('state', 'in', ['prepared', 'open'])
    .where(emailKey === null ? 'customer_number' : 'email_key', '=', emailKey ?? customerNumber)
    .executeTakeFirst()
  return row && asId(row.id)
}

/** A member of the partner reads mail at this address. */
export async function isOwnAddress(tx: Transaction, partnerId: OrganisationId, emailKey: string): Promise<boolean> {
  const row = await tx
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .select('person.id')
    .where('member.organisation_id', '=', partnerId)
    .where('person.email_key', '=', emailKey)
    .executeTakeFirst()
  return row !== undefined
}

/** Who may answer a new request. */
export async function addAddress(
  tx: Transaction,
  invitationId: InvitationId,
  { email, emailKey, now }: { readonly email: string; readonly emailKey: string; readonly now: Instant },
): Promise<void> {
  const address = { invitation_id: invitationId, email, email_key: emailKey, added_at: new Date(now) }
  await tx.insertInto('invitation_address').values(address).execute()
}

/** From now on only this address may answer: whoever was written to by mistake may not, nor whom they passed it on to. */
export async function replaceAddress(
  tx: Transaction,
  invitationId: InvitationId,
  address: { readonly email: string; readonly emailKey: string; readonly now: Instant },
): Promise<void> {
  await tx.deleteFrom('invitation_address').where('invitation_id', '=', invitationId).execute()
  await addAddress(tx, invitationId, address)
}

export type PreparedRow = {
  readonly id: string
  readonly name: string
  readonly sent_to: string | null
  readonly rights: readonly RequestedRight[]
  readonly prepared_by: string
  readonly prepared_at: Date
}

/** What administrators prepared and nobody has released yet, the oldest first. */
export async function listWaitingForRelease(tx: Transaction, partnerId: OrganisationId): Promise<readonly PreparedRow[]> {
  const { rows } = await sql<PreparedRow>`
    select m.id, m.name, m.sent_to, p.rights, person_name(p.person_id) as prepared_by, p.created_at as prepared_at
    from managed_customer m
    join proposal p on p.state = 'prepared' and p.side = 'partner' and p.partner_id = m.partner_id
      and (p.partnership_id = m.partnership_id or (m.partnership_id is null and p.invitation_id = m.invitation_id))
    where m.partner_id = ${partnerId} and m.release_needed
    order by p.created_at, m.id limit 500`.execute(tx)
  return rows
}

/** Whether whoever made this offer can sign in with more than an emailed code. */
export async function isOfferSecured(tx: Transaction, proposalId: ProposalId): Promise<boolean> {
  const { rows } = await sql<{ secured: boolean }>`select is_secured(${proposalId}) as secured`.execute(tx)
  return rows[0]?.secured ?? false
}

type OffersBefore = {
  readonly partnerId: OrganisationId
  readonly since: Instant
  readonly after: PartnershipId | null
  readonly limit: number
}

/** Partnerships with an offer of the customer that was made before, in the order of their ids. As prokura_system. */
export async function listOffersBefore(
  tx: Transaction,
  { partnerId, since, after, limit }: OffersBefore,
): Promise<readonly PartnershipId[]> {
  const { rows } = await sql<{ id: PartnershipId }>`
    select partnership_id id from proposal
    where partner_id = ${partnerId} and created_at < ${new Date(since)} and side = 'customer' and state in ('prepared', 'open')
      and partnership_id is not null and (${after}::uuid is null or partnership_id > ${after}::uuid)
    order by partnership_id limit ${limit}`.execute(tx)
  return rows.map(({ id }) => id)
}
