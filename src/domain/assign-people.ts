// Assigning: which people of the partner may use a partnership, and with which of the granted rights at most.

import type { Assignment } from './assignment.ts'
import type { PersonId } from './ids.ts'
import type { Member } from './organisation.ts'
import type { Partnership } from './partnership/partnership.ts'
import { stateOfPartnership } from './partnership/partnership.ts'
import type { RefusalCode } from './refusal.ts'
import { type RightId, rightIds, rightOf } from './rights/catalogue.ts'
import type { Instant } from './time.ts'
import { type Actor, mayDo } from './who-may.ts'

/** One person as wanted; `rights` null is all that was granted, now and later. */
export type Wanted = { readonly personId: PersonId; readonly rights: readonly RightId[] | null }

export type Assigning = { readonly partnership: Partnership; readonly members: readonly Member[]; readonly before: readonly Assignment[] }

export type Assigned =
  | {
      readonly kind: 'done'
      readonly assignments: readonly Assignment[]
      readonly added: readonly PersonId[]
      readonly changed: readonly PersonId[]
      readonly removed: readonly PersonId[]
    }
  | { readonly kind: 'refused'; readonly code: RefusalCode }

/**
 * The whole list of people as wanted from now on. Rights come with what they need. Refusals: `not_entitled`, `not_active`,
 * `not_found` (nobody of the partner), `enlarges` (a right that was not granted), `nothing_granted` (an empty list of rights), `nothing_changed`.
 */
export function assignPeople({ partnership, members, before }: Assigning, wanted: readonly Wanted[], by: Actor, now: Instant): Assigned {
  const code = refusalOf({ partnership, members, before }, wanted, by, now)
  if (code !== null) return { kind: 'refused', code }
  const assignments = wanted.map(({ personId, rights }) => ({
    partnershipId: partnership.id,
    personId,
    rights: rights === null || isLeader(members, personId) ? null : withNeeds(rights),
  }))
  const find = (list: readonly Assignment[], personId: PersonId) => list.find((one) => one.personId === personId)
  const added = assignments.filter(({ personId }) => find(before, personId) === undefined)
  const removed = before.filter(({ personId }) => find(assignments, personId) === undefined)
  const changed = assignments.filter((one) => {
    const earlier = find(before, one.personId)
    return earlier !== undefined && !isSame(earlier.rights, one.rights)
  })
  if (added.length + removed.length + changed.length === 0) return { kind: 'refused', code: 'nothing_changed' }
  return { kind: 'done', assignments, added: ids(added), changed: ids(changed), removed: ids(removed) }
}

function refusalOf({ partnership, members }: Assigning, wanted: readonly Wanted[], by: Actor, now: Instant): RefusalCode | null {
  if (!mayDo('assign', by)) return 'not_entitled'
  if (stateOfPartnership(partnership, now) !== 'active') return 'not_active'
  const granted = new Set(partnership.grant?.rights.map(({ right }) => right))
  if (new Set(wanted.map(({ personId }) => personId)).size < wanted.length) return 'invalid_input'
  if (wanted.some(({ personId }) => !members.some((member) => member.personId === personId))) return 'not_found'
  if (wanted.some(({ rights }) => rights?.length === 0)) return 'nothing_granted'
  return wanted.some(({ rights }) => rights?.some((right) => !granted.has(right))) ? 'enlarges' : null
}

/** Whoever has every customer is named as responsible, without any bounds. */
function isLeader(members: readonly Member[], personId: PersonId): boolean {
  return members.some((member) => member.personId === personId && mayDo('see_all_customers', { side: 'partner', role: member.role }))
}

function withNeeds(rights: readonly RightId[]): readonly RightId[] {
  const wanted = new Set(rights.flatMap((right) => [right, ...rightOf(right).needs]))
  return rightIds.filter((right) => wanted.has(right))
}

function isSame(one: readonly RightId[] | null, other: readonly RightId[] | null): boolean {
  if (one === null || other === null) return one === other
  return one.length === other.length && one.every((right) => other.includes(right))
}

const ids = (assignments: readonly Assignment[]): readonly PersonId[] => assignments.map(({ personId }) => personId)
