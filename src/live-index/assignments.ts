// Who at the partner may use which partnership: rows of people and teams, some of them for a time, and the other way round, lists by the
// customer's name.

import { Chain, end } from './chains.ts'
import { grown, trimmed } from './columns.ts'
import type { People } from './people.ts'
import type { AssignedRow } from './records.ts'
import { type RightNumbers, type RightSets, unknownRight } from './right-numbers.ts'
import { type Compare, type Sorted, SortedLists } from './sorted.ts'

/** The set of an assignment that leaves out nothing, and above it the bit of one that counts for a time only. */
const allRights = 0x7fff_ffff
const timedBit = 0x8000_0000

export class Assignments {
  readonly byPartnership = new Chain()
  /** Of a row: the person, or the team as its complement (~team). */
  subject = new Int32Array(0)
  /** The set of rights, or allRights; with timedBit the row has a period. */
  #set = new Uint32Array(0)
  readonly #periods = new Map<number, Period>()
  isWhole = false
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
    return (
      this.byPartnership.bytes +
      this.subject.byteLength +
      this.#set.byteLength +
      64 * this.#periods.size +
      this.ofPerson.bytes +
      this.ofTeam.bytes
    )
  }

  /** Whether a row is this person's, by name or through a team. */
  isOf(row: number, person: number): boolean {
    const subject = this.subject[row]
    return subject >= 0 ? subject === person : this.#around.people.isInTeam(person, ~subject)
  }

  /** The number of its set of rights; none of those when it leaves out nothing. */
  setOf(row: number): number {
    return this.#set[row] & allRights
  }

  holdsAll(row: number): boolean {
    return (this.#set[row] & allRights) === allRights
  }

  holds(row: number, right: number): boolean {
    return this.holdsAll(row) || this.#around.sets.has(this.setOf(row), right)
  }

  /**
   * The last end of the person's rows that count now, of those that hold the right where one is named: Infinity when one has no end, -Infinity
   * when there is none. Leaves in `isWhole` whether one without an end leaves out nothing.
   */
  lastEnd(partnership: number, person: number, now: number, right: number): number {
    this.isWhole = false
    let last = -Infinity
    for (let row = this.byPartnership.first(partnership); row !== end && !this.isWhole; row = this.byPartnership.next(row)) {
      if ((right !== unknownRight && !this.holds(row, right)) || !this.isOf(row, person)) continue
      if (!this.isTimed(row)) {
        last = Infinity
        this.isWhole = this.holdsAll(row)
      } else if (this.startOf(row) <= now && now < this.endOf(row)) {
        last = Math.max(last, this.endOf(row))
      }
    }
    return last
  }

  /** Whether a row is the person's, whether or not it counts now. */
  isEver(partnership: number, person: number): boolean {
    for (const row of this.byPartnership.items(partnership)) if (this.isOf(row, person)) return true
    return false
  }

  isTimed(row: number): boolean {
    return this.#set[row] >= timedBit
  }

  startOf(row: number): number {
    return this.#periods.get(row)?.notBefore ?? 0
  }

  /** Infinity: until it is taken away. */
  endOf(row: number): number {
    return this.#periods.get(row)?.notAfter ?? Infinity
  }

  listsOf(partnership: number): readonly Sorted[] {
    const subjects = new Set([...this.byPartnership.items(partnership)].map((row) => this.subject[row]))
    return [...subjects].map((subject) => this.#listOf(subject))
  }

  /** Leaves the partnership with exactly these rows; the lists of those who have it anyway are not touched. */
  replace(partnership: number, rows: readonly AssignedRow[]): void {
    const before = new Set<number>()
    for (const row of this.byPartnership.takeAll(partnership)) {
      before.add(this.subject[row])
      this.#periods.delete(row)
      this.#free.push(row)
    }
    const after = new Set(rows.map((row) => this.#add(partnership, row)))
    for (const subject of before) if (!after.has(subject)) this.#listOf(subject).remove(partnership)
    for (const subject of after) if (!before.has(subject)) this.#listOf(subject).add(partnership)
  }

  *settle(partnerships: number): Generator<void> {
    yield* this.ofPerson.settle()
    yield* this.ofTeam.settle()
    this.subject = trimmed(this.subject, this.#count)
    this.#set = trimmed(this.#set, this.#count)
    this.byPartnership.trim(partnerships, this.#count)
  }

  #add(partnership: number, assigned: AssignedRow): number {
    const row = this.#free.pop() ?? this.#count++
    const subject = this.#subjectOf(assigned)
    this.subject = grown(this.subject, row + 1)
    this.#set = grown(this.#set, row + 1)
    this.subject[row] = subject
    this.#set[row] = this.#setFor(assigned)
    if (this.isTimed(row)) this.#periods.set(row, { notBefore: assigned.notBefore, notAfter: assigned.notAfter ?? Infinity })
    this.byPartnership.add(partnership, row)
    return subject
  }

  #listOf(subject: number): Sorted {
    return subject >= 0 ? this.ofPerson.of(subject) : this.ofTeam.of(~subject)
  }

  #subjectOf({ personId, teamId }: AssignedRow): number {
    const { people } = this.#around
    return personId !== null ? people.ids.intern(personId) : ~people.teams.intern(teamId ?? '')
  }

  #setFor({ rights, notBefore, notAfter }: AssignedRow): number {
    const { rights: numbers, sets } = this.#around
    const set = rights === null ? allRights : sets.intern(rights.map((right) => numbers.find(right)))
    return notBefore > 0 || notAfter !== null ? set | timedBit : set
  }
}

type Period = { readonly notBefore: number; readonly notAfter: number }
