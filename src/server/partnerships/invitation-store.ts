// The rows of invitations: a partner's requests to addresses and customer numbers. The context is the partner, the organisation whose
// number was given, a person who proved an invited address, or whoever holds the link (open_request).
import { asId, type InvitationId } from '../../domain/ids.ts'
import type { Delivery, Invitation, InvitationState } from '../../domain/partnership/invitation.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Transaction } from '../platform/transact.ts'

/** The invitation as its machine knows it, and what only rows and mails need. */
export type StoredInvitation = Invitation & {
  readonly ownReference: string | null
  /** What the partner's list shows until the customer answers. */
  readonly listName: string | null
  readonly validityDays: number
  readonly deliveryReason: string | null
  readonly passedOnTo: string | null
  readonly answeredWith: string | null
  /** It lacked the request code of whom it is for when it went out last: nobody is told of it, and nobody can answer it. */
  readonly isHeldBack: boolean
  /** The request code that was given with it, sealed. */
  readonly requestCode: Buffer | null
}

export async function lockInvitation(tx: Transaction, id: InvitationId): Promise<StoredInvitation | undefined> {
  const row = await tx.selectFrom('invitation').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return row && toInvitation(row)
}

export async function findInvitation(tx: Transaction, id: InvitationId): Promise<StoredInvitation | undefined> {
  const row = await tx.selectFrom('invitation').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toInvitation(row)
}

export type NewInvitation = Invitation &
  Pick<StoredInvitation, 'ownReference' | 'listName' | 'validityDays'> & { readonly emailKey: string | null; readonly tokenHash: Buffer }

export async function insertInvitation(tx: Transaction, invitation: NewInvitation): Promise<void> {
  await tx
    .insertInto('invitation')
    .values({
      id: invitation.id,
      partner_id: invitation.partnerId,
      customer_number: invitation.customerNumber,
      language: invitation.language,
      own_reference: invitation.ownReference,
      list_name: invitation.listName,
      validity_days: invitation.validityDays,
      prepared_by: invitation.preparedBy,
      created_at: new Date(invitation.createdAt),
      email_key: invitation.emailKey,
      token_hash: invitation.tokenHash,
      ...columnsOf(invitation),
    })
    .execute()
}

/** State, address, delivery, link and what became of it, as the machine left them. */
export async function saveInvitation(tx: Transaction, invitation: Invitation): Promise<void> {
  await tx.updateTable('invitation').set(columnsOf(invitation)).where('id', '=', invitation.id).execute()
}

/** The sign-in address of whoever answered, where it was another than the invited one. */
export async function saveAnsweredWith(tx: Transaction, id: InvitationId, email: string): Promise<void> {
  await tx.updateTable('invitation').set({ answered_with: email }).where('id', '=', id).execute()
}

/** How many days it stays open, from when it goes out. */
export async function saveValidityDays(tx: Transaction, id: InvitationId, days: number): Promise<void> {
  await tx.updateTable('invitation').set({ validity_days: days }).where('id', '=', id).execute()
}

/** What the mail server said, or that the mail is on its way again. */
export async function saveDelivery(tx: Transaction, id: InvitationId, delivery: Delivery, reason: string | null): Promise<void> {
  await tx.updateTable('invitation').set({ delivery, delivery_reason: reason }).where('id', '=', id).execute()
}

/** A new link under the next generation, and the address it now goes to. */
export async function saveAddress(
  tx: Transaction,
  id: InvitationId,
  address: { readonly email: string; readonly emailKey: string; readonly tokenHash: Buffer },
): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ email: address.email, email_key: address.emailKey, token_hash: address.tokenHash })
    .where('id', '=', id)
    .execute()
}

/** The token behind the link {publicUrl}/r/{token}: always the same for one generation, so that it need not be stored. */
export function requestToken(secrets: Secrets, { id, tokenGeneration }: Pick<Invitation, 'id' | 'tokenGeneration'>): string {
  return secrets.derive('request', `${id}:${tokenGeneration}`)
}

function columnsOf(invitation: Invitation) {
  return {
    state: invitation.state,
    email: invitation.email,
    released_by: invitation.releasedBy,
    token_generation: invitation.tokenGeneration,
    delivery: invitation.delivery,
    ...(invitation.delivery === 'not_delivered' ? {} : { delivery_reason: null }),
    sent_at: date(invitation.sentAt),
    expires_at: date(invitation.expiresAt),
    passed_on_count: invitation.passedOnCount,
    claimed_at: date(invitation.claimedAt),
    partnership_id: invitation.partnershipId,
  }
}

type Row = {
  readonly id: string
  readonly partner_id: string
  readonly state: string
  readonly email: string | null
  readonly customer_number: string | null
  readonly language: Invitation['language']
  readonly own_reference: string | null
  readonly list_name: string | null
  readonly validity_days: number
  readonly prepared_by: string
  readonly released_by: string | null
  readonly token_generation: number
  readonly delivery: string | null
  readonly delivery_reason: string | null
  readonly sent_at: Date | null
  readonly expires_at: Date | null
  readonly passed_on_to: string | null
  readonly answered_with: string | null
  readonly held_back: boolean
  readonly request_code: Buffer | null
  readonly passed_on_count: number
  readonly created_at: Date
  readonly claimed_at: Date | null
  readonly partnership_id: string | null
}

function toInvitation(row: Row): StoredInvitation {
  return {
    id: asId(row.id),
    state: row.state as InvitationState,
    partnerId: asId(row.partner_id),
    email: row.email,
    customerNumber: row.customer_number,
    language: row.language,
    preparedBy: asId(row.prepared_by),
    releasedBy: row.released_by === null ? null : asId(row.released_by),
    createdAt: instant(row.created_at.getTime()),
    sentAt: at(row.sent_at),
    expiresAt: at(row.expires_at),
    delivery: row.delivery as Delivery | null,
    tokenGeneration: row.token_generation,
    passedOnCount: row.passed_on_count,
    claimedAt: at(row.claimed_at),
    partnershipId: row.partnership_id === null ? null : asId(row.partnership_id),
    ownReference: row.own_reference,
    listName: row.list_name,
    validityDays: row.validity_days,
    deliveryReason: row.delivery_reason,
    passedOnTo: row.passed_on_to,
    answeredWith: row.answered_with,
    isHeldBack: row.held_back,
    requestCode: row.request_code,
  }
}

const at = (value: Date | null): Instant | null => (value ? instant(value.getTime()) : null)
const date = (value: Instant | null): Date | null => (value === null ? null : new Date(value))
