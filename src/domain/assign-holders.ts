// Assigning, whoever is assigned: each holder, a person or a team, at most once, with at most what was granted, and only by the partner's leaders.

import type { Partnership } from './partnership/partnership.ts'
import { stateOfPartnership } from './partnership/partnership.ts'
import type { RefusalCode } from './refusal.ts'
import { type RightId, rightIds, rightOf } from './rights/catalogue.ts'
import type { Instant } from './time.ts'
import { type Actor, mayDo } from './who-may.ts'

/** `rights` null is all that was granted, now and later. */
export type Held<Id extends string> = { readonly id: Id; readonly rights: readonly RightId[] | null }

export type Holding<Id extends string> = {
  readonly partnership: Partnership
  /** Who can be assigned at all: members of the partner, or its teams. */
  readonly known: readonly Id[]
  readonly before: readonly Held<Id>[]
  /** Has every customer anyway and is only named. */
  readonly isUnbounded: (id: Id) => boolean
}

export type HoldersChanged<Id extends string> =
  | {
      readonly kind: 'done'
      readonly held: readonly Held<Id>[]
      readonly added: readonly Id[]
      readonly changed: readonly Id[]
      readonly removed: readonly Id[]
    }
  | { readonly kind: 'refused'; readonly code: RefusalCode }

/**
 * The whole list as wanted from now on; rights come with what they need. Refusals: `not_entitled`, `not_active`, `not_found` (nobody
 * of the partner), `enlarges` (a right that was not granted, nor assigned before), `nothing_granted` (an empty list of rights), `invalid_input` (one twice).
 */
export function changeHolders<Id extends string>(
  holding: Holding<Id>,
  wanted: readonly Held<Id>[],
  by: Actor,
  now: Instant,
): HoldersChanged<Id> {
  const code = refusalOf(holding, wanted, by, now)
  if (code !== null) return { kind: 'refused', code }
  const { before, isUnbounded } = holding
  const held = wanted.map(({ id, rights }) => ({ id, rights: rights === null || isUnbounded(id) ? null : withNeeds(rights) }))
  const find = (list: readonly Held<Id>[], id: Id) => list.find((one) => one.id === id)
  const changed = held.filter((one) => {
    const earlier = find(before, one.id)
    return earlier !== undefined && !isSame(earlier.rights, one.rights)
  })
  return {
    kind: 'done',
    held,
    added: held.filter(({ id }) => find(before, id) === undefined).map(({ id }) => id),
    changed: changed.map(({ id }) => id),
    removed: before.filter(({ id }) => find(held, id) === undefined).map(({ id }) => id),
  }
}

/** Those there are, and these besides: whoever is assigned already stays as they are. */
export function withHolders<Id extends string>(before: readonly Held<Id>[], more: readonly Held<Id>[]): readonly Held<Id>[] {
  return [...before, ...more.filter(({ id }) => !before.some((one) => one.id === id))]
}

function refusalOf<Id extends string>(
  { partnership, known, before }: Holding<Id>,
  wanted: readonly Held<Id>[],
  by: Actor,
  now: Instant,
): RefusalCode | null {
  if (!mayDo('assign', by)) return 'not_entitled'
  if (stateOfPartnership(partnership, now) !== 'active') return 'not_active'
  const granted = new Set(partnership.grant?.rights.map(({ right }) => right))
  if (new Set(wanted.map(({ id }) => id)).size < wanted.length) return 'invalid_input'
  if (wanted.some(({ id }) => !known.includes(id))) return 'not_found'
  if (wanted.some(({ rights }) => rights?.length === 0)) return 'nothing_granted'
  const has = (id: Id, right: RightId) => granted.has(right) || before.some((one) => one.id === id && one.rights?.includes(right))
  return wanted.some(({ id, rights }) => rights?.some((right) => !has(id, right))) ? 'enlarges' : null
}

function withNeeds(rights: readonly RightId[]): readonly RightId[] {
  const wanted = new Set(rights.flatMap((right) => [right, ...rightOf(right).needs]))
  return rightIds.filter((right) => wanted.has(right))
}

function isSame(one: readonly RightId[] | null, other: readonly RightId[] | null): boolean {
  if (one === null || other === null) return one === other
  return one.length === other.length && one.every((right) => other.includes(right))
}
