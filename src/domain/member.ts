// The members of an organisation: who may name whom, and that the last legal representative stays.

import type { PersonId } from './ids.ts'
import type { Member, Role } from './organisation.ts'
import type { RefusalCode } from './refusal.ts'

export type MemberChange =
  | { readonly kind: 'invite'; readonly role: Role }
  | { readonly kind: 'change_role'; readonly personId: PersonId; readonly role: Role }
  | { readonly kind: 'remove'; readonly personId: PersonId }
  | { readonly kind: 'leave' }

const mayName: Readonly<Record<Role, readonly Role[]>> = {
  legal_representative: ['legal_representative', 'administrator', 'collaborator'],
  administrator: ['collaborator'],
  collaborator: [],
}

/**
 * Why this member may not make this change among all members of the organisation, or null when nothing stands against it.
 * Refusals: `not_found`, `not_entitled`, `nothing_changed`, `last_legal_representative`.
 */
export function refusalOfMemberChange(members: readonly Member[], by: PersonId, change: MemberChange): RefusalCode | null {
  const actor = members.find(({ personId }) => personId === by)
  if (actor === undefined) return 'not_entitled'
  if (change.kind === 'invite') return mayName[actor.role].includes(change.role) ? null : 'not_entitled'
  const concerned = change.kind === 'leave' ? actor : members.find(({ personId }) => personId === change.personId)
  if (concerned === undefined) return 'not_found'
  if (change.kind !== 'leave' && !isAbove(actor, concerned, change)) return 'not_entitled'
  if (change.kind === 'change_role' && change.role === concerned.role) return 'nothing_changed'
  return isLastRepresentative(members, concerned) ? 'last_legal_representative' : null
}

/** Whether another one represents the organisation afterwards, or somebody else does no more. Leaving is everybody's own affair. */
export function touchOf(members: readonly Member[], by: PersonId, change: MemberChange): 'names' | 'dismisses' | null {
  if (change.kind === 'leave') return null
  if (change.kind === 'invite') return change.role === 'legal_representative' ? 'names' : null
  const concerned = members.find(({ personId }) => personId === change.personId)
  if (change.kind === 'change_role' && change.role === 'legal_representative') return concerned?.role === change.role ? null : 'names'
  return concerned?.role === 'legal_representative' && concerned.personId !== by ? 'dismisses' : null
}

/** Whether the organisation would be without a legal representative if this member stopped being one. */
export function isLastRepresentative(members: readonly Member[], concerned: Member): boolean {
  const representatives = members.filter(({ role }) => role === 'legal_representative')
  return concerned.role === 'legal_representative' && representatives.every(({ personId }) => personId === concerned.personId)
}

function isAbove(actor: Member, concerned: Member, change: MemberChange): boolean {
  const named = mayName[actor.role]
  return named.includes(concerned.role) && (change.kind !== 'change_role' || named.includes(change.role))
}
