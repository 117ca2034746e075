// Who is ticked in the dialog, with which rights.
import type { RightId } from '../../domain/rights/catalogue.ts'

/** Null: all that was granted. */
export type Chosen = ReadonlyMap<string, readonly RightId[] | null>
type Row = { readonly id: string; readonly assigned: boolean; readonly rights: readonly RightId[] | null }

export const assignedOf = (rows: readonly Row[]): Chosen =>
  new Map(rows.filter(({ assigned }) => assigned).map(({ id, rights }) => [id, rights]))

/** Nobody has less than before. */
export const hasAll = (now: Chosen, before: Chosen): boolean =>
  [...before].every(([id, rights]) => {
    const kept = now.get(id)
    if (!kept || !rights) return kept === null
    return rights.every((right) => kept.includes(right))
  })

/** What an undo leaves of those who have it now: what was `given` is as `before`; what somebody else changed since stays, and nobody they took it from gets it back. */
export const takenBack = (now: Chosen, given: Chosen, before: Chosen): Chosen =>
  new Map(
    [...now].flatMap(([id, rights]) => {
      if (!isSame(rights, given.get(id))) return [[id, rights] as const]
      const held = before.get(id)
      return held === undefined ? [] : [[id, held] as const]
    }),
  )

type Rights = readonly RightId[] | null | undefined
const isSame = (one: Rights, other: Rights): boolean =>
  !one || !other ? one === other : one.length === other.length && one.every((right) => other.includes(right))

/** What was chosen, in a list that somebody else changed meanwhile: what was touched here stays as chosen, all else is as it is `now`. */
export const carriedOver = (chosen: Chosen, before: Chosen, now: Chosen): Chosen =>
  new Map(
    [...new Set([...now.keys(), ...chosen.keys()])].flatMap((id) => {
      const rights = (isSame(chosen.get(id), before.get(id)) ? now : chosen).get(id)
      return rights === undefined ? [] : [[id, rights] as const]
    }),
  )

/** Who has it otherwise than before. */
export const changedBetween = (before: Chosen, now: Chosen): readonly string[] =>
  [...new Set([...before.keys(), ...now.keys()])].filter((id) => !isSame(before.get(id), now.get(id)))

export const holders = (chosen: Chosen) => [...chosen].map(([id, rights]) => ({ id, rights: rights && [...rights] }))

/** `undefined`: not assigned. */
export function withPerson(chosen: Chosen, id: string, rights: readonly RightId[] | null | undefined): Chosen {
  const next = new Map(chosen)
  if (rights === undefined) next.delete(id)
  else next.set(id, rights)
  return next
}
