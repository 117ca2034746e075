// Who at the partner may use which partnership: rows of people and teams, and the other way round, lists by the customer's name.

import { Chain } from './chains.ts'
import { grown, trimmed } from './columns.ts'
import type { People } from './people.ts'
import type { AssignedRow } from './records.ts'
import type { RightNumbers, RightSets } from './right-numbers.ts'
import { type Compare, type Sorted, SortedLists } from './sorted.ts'

/** An assignment that leaves out nothing. */
export const allRights = 0xffff_ffff

export class Assignments {
  readonly byPartnership = new Chain()
  /** Of a row: the person, or the team as its complement (~team); and the set of rights, or allRights. */
  subject = new Int32Array(0)
  set = new Uint32Array(0)
  readonly ofPerson: SortedLists
  readonly ofTeam: SortedLists
  #count = 0
  readonly #free: number[] = []
  readonly #around: { readonly people: People; readonly rights: RightNumbers; readonly sets: RightSets }

  constructor(around: { readonly people: People; readonly rights: RightNumbers; readonly sets: RightSets }, compare: Compare) {
    this.#around = around
    this.ofPerson = new SortedLists(compare)
    this.ofTeam = new SortedLists(compare)
  }

  get bytes(): number {
    return this.byPartnership.bytes + this.subject.byteLength + this.set.byteLength + this.ofPerson.bytes + this.ofTeam.bytes
  }

  /** Whether a row is this person's, by name or through a team. */
  isOf(row: number, person: number): boolean {
    const subject = this.subject[row]
    return subject >= 0 ? subject === person : this.#around.people.isInTeam(person, ~subject)
  }

  holds(row: number, right: number): boolean {
    return this.set[row] === allRights || this.#around.sets.has(this.set[row], right)
  }

  listsOf(partnership: number): readonly Sorted[] {
    return [...this.byPartnership.items(partnership)].map((row) => this.#listOf(this.subject[row]))
  }

  /** Leaves the partnership with exactly these rows, and touches only what differs. */
  replace(partnership: number, rows: readonly AssignedRow[]): void {
    const wanted = new Map(rows.map((row) => [this.#subjectOf(row), this.#setOf(row)]))
    for (const row of [...this.byPartnership.items(partnership)]) {
      const subject = this.subject[row]
      const set = wanted.get(subject)
      if (set === undefined) {
        this.byPartnership.remove(partnership, row)
        this.#free.push(row)
        this.#listOf(subject).remove(partnership)
      } else {
        this.set[row] = set
        wanted.delete(subject)
      }
    }
    for (const [subject, set] of wanted) this.#add(partnership, subject, set)
  }

  *settle(partnerships: number): Generator<void> {
    yield* this.ofPerson.settle()
    yield* this.ofTeam.settle()
    this.subject = trimmed(this.subject, this.#count)
    this.set = trimmed(this.set, this.#count)
    this.byPartnership.trim(partnerships, this.#count)
  }

  #add(partnership: number, subject: number, set: number): void {
    const row = this.#free.pop() ?? this.#count++
    this.subject = grown(this.subject, row + 1)
    this.set = grown(this.set, row + 1)
    this.subject[row] = subject
    this.set[row] = set
    this.byPartnership.add(partnership, row)
    this.#listOf(subject).add(partnership)
  }

  #listOf(subject: number): Sorted {
    return subject >= 0 ? this.ofPerson.of(subject) : this.ofTeam.of(~subject)
  }

  #subjectOf({ personId, teamId }: AssignedRow): number {
    const { people } = this.#around
    return personId !== null ? people.ids.intern(personId) : ~people.teams.intern(teamId ?? '')
  }

  #setOf({ rights }: AssignedRow): number {
    return rights === null ? allRights : this.#around.sets.intern(rights.map((right) => this.#around.rights.find(right)))
  }
}
