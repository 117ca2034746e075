// Who belongs to the organisation, who is invited, and what the asking person may change about it.
import { type MemberChange, refusalOfMemberChange } from '../../domain/member.ts'
import { roles } from '../../domain/organisation.ts'
import type { Answer } from '../endpoint.ts'
import type { TenantWork } from '../work.ts'
import type { listMembers as contract } from './contract.ts'
import { listOpenInvitations, nameOf } from './invitation-store.ts'
import { listMemberRows } from './member-store.ts'

export async function listMembers(work: TenantWork): Promise<Answer<typeof contract>> {
  const { organisationId } = work.context
  const members = await listMemberRows(work.tx, organisationId)
  const isOwn = work.context.kind === 'own'
  const may = (change: MemberChange) => isOwn && refusalOfMemberChange(members, work.person.id, change) === null
  const mayInvite = roles.filter((role) => may({ kind: 'invite', role }))
  return {
    members: members.map(({ personId, name, email, role, addedAt }) => ({
      personId,
      name,
      email,
      role,
      addedAt: new Date(addedAt).toISOString(),
      isYou: personId === work.person.id,
      mayBecome: roles.filter((wanted) => may({ kind: 'change_role', personId, role: wanted })),
      mayBeRemoved: personId !== work.person.id && may({ kind: 'remove', personId }),
    })),
    invitations: mayInvite.length > 0 ? await listInvitations(work) : [],
    mayInvite,
    mayLeave: may({ kind: 'leave' }),
  }
}

async function listInvitations(work: TenantWork): Promise<Answer<typeof contract>['invitations']> {
  const shown: Answer<typeof contract>['invitations'] = []
  for (const { id, email, role, invitedBy, invitedAt, expiresAt } of await listOpenInvitations(work.tx, work.context.organisationId)) {
    shown.push({
      id,
      email,
      role,
      invitedBy: await nameOf(work.tx, invitedBy),
      invitedAt: new Date(invitedAt).toISOString(),
      expiresAt: new Date(expiresAt).toISOString(),
      state: expiresAt > work.now ? 'open' : 'expired',
    })
  }
  return shown
}
