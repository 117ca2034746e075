// Invitations to become a member, in the context of the organisation that invites.
import { type Selectable, sql } from 'kysely'
import { asId, type MemberInvitationId, type OrganisationId, type PersonId } from '../../domain/ids.ts'
import type { Language } from '../../domain/language.ts'
import type { Role } from '../../domain/organisation.ts'
import { type Instant, instant } from '../../domain/time.ts'
import { emailKey } from '../identity/email-key.ts'
import type { MemberInvitation as InvitationTable } from '../platform/tables.ts'
import type { Transaction } from '../platform/transact.ts'

export type InvitationState = 'open' | 'accepted' | 'withdrawn'
export type MemberInvitation = {
  readonly id: MemberInvitationId
  readonly organisationId: OrganisationId
  readonly email: string
  readonly role: Role
  readonly language: Language
  readonly generation: number
  readonly state: InvitationState
  readonly invitedBy: PersonId
  readonly invitedAt: Instant
  /** Who signed first, where two named a representative. */
  readonly firstBy: PersonId | null
  readonly expiresAt: Instant
}

export async function insertInvitation(tx: Transaction, invitation: MemberInvitation, tokenHash: Buffer): Promise<void> {
  await tx
    .insertInto('member_invitation')
    .values({
      id: invitation.id,
      organisation_id: invitation.organisationId,
      email: invitation.email,
      email_key: emailKey(invitation.email),
      role: invitation.role,
      language: invitation.language,
      generation: invitation.generation,
      token_hash: tokenHash,
      state: invitation.state,
      invited_by: invitation.invitedBy,
      invited_at: new Date(invitation.invitedAt),
      first_by: invitation.firstBy,
      expires_at: new Date(invitation.expiresAt),
    })
    .execute()
}

/** A new link and a new end, by whoever sent it; the link before is no longer found. */
export async function renewInvitation(
  tx: Transaction,
  id: MemberInvitationId,
  { generation, invitedBy, expiresAt }: MemberInvitation,
  tokenHash: Buffer,
): Promise<void> {
  await tx
    .updateTable('member_invitation')
    .set({ generation, invited_by: invitedBy, expires_at: new Date(expiresAt), token_hash: tokenHash })
    .where('id', '=', id)
    .execute()
}

export async function closeInvitation(
  tx: Transaction,
  id: MemberInvitationId,
  { state, by, now }: { readonly state: 'accepted' | 'withdrawn'; readonly by: PersonId; readonly now: Instant },
): Promise<void> {
  await tx
    .updateTable('member_invitation')
    .set({ state, answered_at: new Date(now), answered_by: by })
    .where('id', '=', id)
    .execute()
}

export async function lockInvitation(tx: Transaction, id: MemberInvitationId): Promise<MemberInvitation | undefined> {
  const row = await tx.selectFrom('member_invitation').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return row && toInvitation(row)
}

/** Not for changing: prokura_system reads it too. */
export async function findInvitation(tx: Transaction, id: MemberInvitationId): Promise<MemberInvitation | undefined> {
  const row = await tx.selectFrom('member_invitation').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toInvitation(row)
}

export async function listOpenInvitations(tx: Transaction, organisationId: OrganisationId): Promise<readonly MemberInvitation[]> {
  const rows = await tx
    .selectFrom('member_invitation')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'open')
    .orderBy('invited_at')
    .execute()
  return rows.map(toInvitation)
}

export type Behind = { readonly id: MemberInvitationId; readonly organisationId: OrganisationId; readonly organisation: string }

/** The invitation behind a link, whatever the context. */
export async function findBehindLink(tx: Transaction, tokenHash: Buffer): Promise<Behind | undefined> {
  type Row = { id: string; organisation_id: string; organisation_name: string }
  const { rows } = await sql<Row>`select * from member_invitation_of(${tokenHash})`.execute(tx)
  const [row] = rows
  return row && { id: asId(row.id), organisationId: asId(row.organisation_id), organisation: row.organisation_name }
}

/** Whose name stands beside an act. */
export async function nameOf(tx: Transaction, personId: PersonId): Promise<string> {
  const { rows } = await sql<{ name: string | null }>`select person_name(${personId}) as name`.execute(tx)
  return rows[0]?.name ?? ''
}

function toInvitation(row: Selectable<InvitationTable>): MemberInvitation {
  return {
    id: asId(row.id),
    organisationId: asId(row.organisation_id),
    email: row.email,
    role: row.role as Role,
    language: row.language,
    generation: row.generation,
    state: row.state as InvitationState,
    invitedBy: asId(row.invited_by),
    invitedAt: instant(row.invited_at.getTime()),
    firstBy: row.first_by === null ? null : asId(row.first_by),
    expiresAt: instant(row.expires_at.getTime()),
  }
}
