// Somebody leaves a partner: who has which of their customers afterwards. One successor for all, another one for the customers of a tag, or nobody.

import type { PartnershipId, PersonId } from './ids.ts'
import { type MemberChange, refusalOfMemberChange } from './member.ts'
import type { Member } from './organisation.ts'
import type { RefusalCode } from './refusal.ts'
import type { RightId } from './rights/catalogue.ts'

/** A customer that was assigned to whoever leaves, with these rights (null: all that was granted). */
export type Left = { readonly partnershipId: PartnershipId; readonly tags: readonly string[]; readonly rights: readonly RightId[] | null }

/** The first group that fits counts, then `successor`. Null: nobody. */
export type Succession = {
  readonly successor: PersonId | null
  readonly groups: readonly { readonly tag: string; readonly successor: PersonId | null }[]
}

export type Succeeded = Left & { readonly successor: PersonId | null }
export type OffBoarded =
  | { readonly kind: 'done'; readonly customers: readonly Succeeded[] }
  | { readonly kind: 'refused'; readonly code: RefusalCode }

/** Refusals: those of removing a member, `not_found` (a successor who is no member) and `invalid_input` (whoever leaves succeeds nobody). */
export function offBoard(
  { members, left, leaver }: { readonly members: readonly Member[]; readonly left: readonly Left[]; readonly leaver: PersonId },
  { successor, groups }: Succession,
  by: PersonId,
): OffBoarded {
  const change: MemberChange = { kind: 'remove', personId: leaver }
  const refused = refusalOfMemberChange(members, by, change)
  if (refused !== null) return { kind: 'refused', code: refused }
  if (by === leaver) return { kind: 'refused', code: 'not_entitled' }
  const named = [successor, ...groups.map((group) => group.successor)].filter((id) => id !== null)
  if (named.includes(leaver)) return { kind: 'refused', code: 'invalid_input' }
  if (named.some((id) => !members.some(({ personId }) => personId === id))) return { kind: 'refused', code: 'not_found' }
  const customers = left.map((customer) => {
    const group = groups.find(({ tag }) => customer.tags.includes(tag))
    return { ...customer, successor: group === undefined ? successor : group.successor }
  })
  return { kind: 'done', customers }
}
