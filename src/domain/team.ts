// A team: a named group of members of a partner. Whoever is in it has the customers assigned to it, for as long as they are in it.

import { displayName } from './display-name.ts'
import type { PersonId, TeamId } from './ids.ts'
import type { RefusalCode } from './refusal.ts'
import { type Actor, mayDo } from './who-may.ts'

export type Team = { readonly id: TeamId; readonly name: string; readonly people: readonly PersonId[] }

/** What shall be from now on; what is left out stays. */
export type TeamWish = { readonly name?: string | undefined; readonly people?: readonly PersonId[] | undefined }

/** `members`: everybody of the organisation; `others`: the names of its other teams. */
export type AroundTeam = { readonly members: readonly PersonId[]; readonly others: readonly string[] }

export type TeamChanged =
  | { readonly kind: 'done'; readonly team: Team; readonly added: readonly PersonId[]; readonly removed: readonly PersonId[] }
  | { readonly kind: 'refused'; readonly code: RefusalCode }

/** Refusals: `not_entitled`, `invalid_name`, `name_in_use`, `not_found` (nobody of the organisation), `nothing_changed`. */
export function changeTeam(before: Team, wish: TeamWish, { members, others }: AroundTeam, by: Actor): TeamChanged {
  if (!mayDo('assign', by)) return { kind: 'refused', code: 'not_entitled' }
  const name = wish.name === undefined ? before.name : displayName(wish.name)
  if (name === null) return { kind: 'refused', code: 'invalid_name' }
  if (others.some((other) => isSameName(other, name))) return { kind: 'refused', code: 'name_in_use' }
  const people = wish.people === undefined ? before.people : [...new Set(wish.people)]
  if (people.some((person) => !members.includes(person) && !before.people.includes(person))) return { kind: 'refused', code: 'not_found' }
  const added = people.filter((person) => !before.people.includes(person))
  const removed = before.people.filter((person) => !people.includes(person))
  if (name === before.name && added.length + removed.length === 0) return { kind: 'refused', code: 'nothing_changed' }
  return { kind: 'done', team: { ...before, name, people }, added, removed }
}

const isSameName = (one: string, other: string): boolean => one.normalize('NFKC').toLowerCase() === other.normalize('NFKC').toLowerCase()
