// What people read when they are invited, get another role, or are no longer a member.
import type { PersonId } from '../../domain/ids.ts'
import type { Mail, Reacting, RecordedEvent } from '../reaction.ts'
import { findInvitation, nameOf } from './invitation-store.ts'
import { invitationToken } from './invite-member.ts'
import { findToTell } from './member-email-store.ts'

export async function memberInvitedEmail({ tx, secrets, publicUrl }: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'member.invited') return []
  const invitation = await findInvitation(tx, event.data.memberInvitationId)
  if (invitation?.state !== 'open') return []
  const { organisation } = await findToTell(tx, invitation.organisationId, invitation.invitedBy)
  const content = {
    id: 'member-invited',
    organisation,
    role: invitation.role,
    by: await nameOf(tx, event.by.personId ?? invitation.invitedBy),
    partner: null,
    until: invitation.expiresAt,
    url: `${publicUrl}/join/${invitationToken(secrets, invitation)}`,
  } as const
  return [{ to: invitation.email, language: invitation.language, content }]
}

export async function roleChangedEmail({ tx, publicUrl }: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'member.role_changed' && event.kind !== 'member.removed') return []
  const [organisationId] = event.readers
  const by: PersonId | undefined = event.by.personId
  if (!organisationId) return []
  const { organisation, person, now } = await findToTell(tx, organisationId, event.data.personId)
  if (!person) return []
  const role = event.kind === 'member.role_changed' ? event.data.after : null
  const url = role === null ? null : `${publicUrl}/o/${organisationId}`
  const content = { id: 'role-changed', organisation, role, by: by ? await nameOf(tx, by) : '', at: now, url } as const
  return [{ to: person.email, language: person.language, content }]
}
