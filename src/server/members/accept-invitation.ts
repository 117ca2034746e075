// The link of an invitation: what its page shows, and the yes of whoever is signed in with the invited address.
import type { OrganisationId } from '../../domain/ids.ts'
import { refusalOfMemberChange } from '../../domain/member.ts'
import { Refusal } from '../../domain/refusal.ts'
import { asTenant } from '../authorization/as-tenant.ts'
import type { Answer, Input } from '../endpoint.ts'
import { emailKey } from '../identity/email-key.ts'
import { record } from '../journal/record.ts'
import { isNamedByOne } from '../partnerships/signing-representatives.ts'
import { hashToken } from '../platform/secrets.ts'
import type { OpenWork, PersonalWork } from '../work.ts'
import type { acceptInvitation as acceptContract, openMemberInvitation as openContract } from './contract.ts'
import { type Behind, closeInvitation, findBehindLink, findInvitation, lockInvitation, type MemberInvitation } from './invitation-store.ts'
import { insertMember, lockMembers } from './member-store.ts'

export async function openMemberInvitation(work: OpenWork, { params }: Input<typeof openContract>): Promise<Answer<typeof openContract>> {
  const behind = await findBehindLink(work.tx, hashToken(params.token))
  const invitation = behind && (await asTenant(work.tx, behind.organisationId, () => findInvitation(work.tx, behind.id)))
  if (!behind || !invitation) throw new Refusal('not_found')
  const isYourAddress = work.person !== undefined && emailKey(work.person.email) === emailKey(invitation.email)
  return {
    organisation: behind.organisation,
    maskedAddress: masked(invitation.email),
    state: invitation.state === 'open' && invitation.expiresAt <= work.now ? 'expired' : invitation.state,
    expiresAt: new Date(invitation.expiresAt).toISOString(),
    role: isYourAddress ? invitation.role : null,
    isYourAddress,
  }
}

export async function acceptInvitation(
  work: PersonalWork,
  { params }: Input<typeof acceptContract>,
): Promise<{ organisationId: OrganisationId }> {
  const behind = await findBehindLink(work.tx, hashToken(params.token))
  if (!behind) throw new Refusal('not_found')
  await asTenant(work.tx, behind.organisationId, () => join(work, behind))
  return { organisationId: behind.organisationId }
}

async function join(work: PersonalWork, { id, organisationId }: Behind): Promise<void> {
  const members = await lockMembers(work.tx, organisationId)
  const invitation = await lockInvitation(work.tx, id)
  if (!invitation) throw new Refusal('not_found')
  requireOpen(work, invitation)
  // What somebody who has lost the say asked for is no longer asked: whoever is entitled sends it again.
  const { invitedBy, role } = invitation
  if (refusalOfMemberChange(members, invitedBy, { kind: 'invite', role })) throw new Refusal('request_withdrawn')
  // Nor what one of them asked for alone, where it takes two by now.
  const isOfOne = invitation.firstBy === null && role === 'legal_representative'
  if (isOfOne && !(await isNamedByOne(work.tx, organisationId))) throw new Refusal('request_withdrawn')
  const personId = work.person.id
  if (members.some((member) => member.personId === personId)) throw new Refusal('already_member')
  await insertMember(work.tx, { organisationId, personId, role: invitation.role, now: work.now })
  await closeInvitation(work.tx, id, { state: 'accepted', by: personId, now: work.now })
  record(work, {
    kind: 'member.joined',
    readers: [organisationId],
    data: { personId, role: invitation.role },
    detail: { name: work.person.name },
  })
}

function requireOpen(work: PersonalWork, { email, state, expiresAt }: MemberInvitation): void {
  if (emailKey(email) !== emailKey(work.person.email)) throw new Refusal('address_not_proven')
  if (state === 'withdrawn') throw new Refusal('request_withdrawn')
  if (state === 'accepted') throw new Refusal('already_answered')
  if (expiresAt <= work.now) throw new Refusal('request_expired')
}

/** Enough to recognise one's own address, too little to learn another's. */
function masked(email: string): string {
  const at = email.lastIndexOf('@')
  return `${email.slice(0, 1)}…${email.slice(at)}`
}
