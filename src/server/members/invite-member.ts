// Somebody is asked to become a member: invited, asked again, or no longer asked. Whether they have an account makes no difference.
import { asId, type MemberInvitationId } from '../../domain/ids.ts'
import { refusalOfMemberChange, touchOf } from '../../domain/member.ts'
import { Refusal } from '../../domain/refusal.ts'
import { dayMs, later } from '../../domain/time.ts'
import type { Input } from '../endpoint.ts'
import { emailKey } from '../identity/email-key.ts'
import { record } from '../journal/record.ts'
import { requireSecondForRepresentative } from '../partnerships/signing-representatives.ts'
import { hashToken, type Secrets } from '../platform/secrets.ts'
import { newId, type OwnWork } from '../work.ts'
import type { inviteMember as contract, resendInvitation as resendContract, withdrawInvitation as withdrawContract } from './contract.ts'
import {
  closeInvitation,
  insertInvitation,
  listOpenInvitations,
  lockInvitation,
  type MemberInvitation,
  renewInvitation,
} from './invitation-store.ts'
import { lockMembers } from './member-store.ts'

export const invitationDays = 14
const invitationsADay = { limit: 50, windowMs: dayMs }

/** What the link ends with. */
export const invitationToken = (secrets: Secrets, { id, generation }: Pick<MemberInvitation, 'id' | 'generation'>): string =>
  secrets.derive('member-invitation', `${id}:${generation}`)

export async function inviteMember(work: OwnWork, { body }: Input<typeof contract>): Promise<{ invitationId: MemberInvitationId }> {
  const { organisationId } = work.context
  const members = await lockMembers(work.tx, organisationId)
  const change = { kind: 'invite', role: body.role } as const
  const refused = refusalOfMemberChange(members, work.person.id, change)
  if (refused) throw new Refusal(refused)
  const key = emailKey(body.email)
  if (members.some(({ email }) => emailKey(email) === key)) throw new Refusal('already_member')
  const open = (await listOpenInvitations(work.tx, organisationId)).find(({ email }) => emailKey(email) === key)
  if (open && open.expiresAt > work.now) throw new Refusal('already_open')
  if (touchOf(members, work.person.id, change)) await requireSecondForRepresentative(work, { invited: body.email })
  await work.limit(`invite-member:${organisationId}`, invitationsADay)
  if (open) await closeInvitation(work.tx, open.id, { state: 'withdrawn', by: work.person.id, now: work.now })
  const invitation: MemberInvitation = {
    ...body,
    id: newId(),
    organisationId,
    generation: 1,
    state: 'open',
    invitedBy: work.person.id,
    invitedAt: work.now,
    firstBy: work.seconding?.firstBy ?? null,
    expiresAt: later(work.now, invitationDays * dayMs),
  }
  await insertInvitation(work.tx, invitation, hashToken(invitationToken(work.secrets, invitation)))
  recordInvited(work, invitation)
  return { invitationId: invitation.id }
}

export async function resendInvitation(work: OwnWork, { params }: Input<typeof resendContract>): Promise<Record<never, never>> {
  const open = await lockOpen(work, asId(params.invitation))
  await work.limit(`invite-member:${work.context.organisationId}`, invitationsADay)
  const renewed = {
    ...open,
    invitedBy: work.person.id,
    generation: open.generation + 1,
    expiresAt: later(work.now, invitationDays * dayMs),
  }
  await renewInvitation(work.tx, open.id, renewed, hashToken(invitationToken(work.secrets, renewed)))
  recordInvited(work, renewed)
  return {}
}

export async function withdrawInvitation(work: OwnWork, { params }: Input<typeof withdrawContract>): Promise<Record<never, never>> {
  const open = await lockOpen(work, asId(params.invitation))
  await closeInvitation(work.tx, open.id, { state: 'withdrawn', by: work.person.id, now: work.now })
  record(work, {
    kind: 'member.invitation_withdrawn',
    readers: [work.context.organisationId],
    data: { memberInvitationId: open.id },
    detail: { address: open.email },
  })
  return {}
}

/** Whoever may invite as this role may also take it back. */
async function lockOpen(work: OwnWork, id: MemberInvitationId): Promise<MemberInvitation> {
  const members = await lockMembers(work.tx, work.context.organisationId)
  const invitation = await lockInvitation(work.tx, id)
  if (!invitation || invitation.organisationId !== work.context.organisationId) throw new Refusal('not_found')
  const refused = refusalOfMemberChange(members, work.person.id, { kind: 'invite', role: invitation.role })
  if (refused) throw new Refusal(refused)
  if (invitation.state !== 'open') throw new Refusal('already_answered')
  return invitation
}

function recordInvited(work: OwnWork, { id, role, email }: MemberInvitation): void {
  record(work, {
    kind: 'member.invited',
    readers: [work.context.organisationId],
    data: { memberInvitationId: id, role, byPartnerId: null },
    detail: { address: email },
  })
}
