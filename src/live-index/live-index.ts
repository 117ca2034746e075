// The live index: all facts that decisions depend on, in memory, answering in microseconds what decide() would answer.
// Pure: it is fed (`apply`), told the time, and asked. How it is kept current is the server's and the client's part.

import { decide } from '../domain/authorization/decide.ts'
import type { Decision } from '../domain/authorization/decision.ts'
import { instant } from '../domain/time.ts'
import { type Asked, allowed, type Verdict } from './asked.ts'
import { end } from './chains.ts'
import { Check } from './check.ts'
import { type EnterableQuestion, enterable } from './enterable.ts'
import { factsAt } from './facts-at.ts'
import { Memory } from './memory.ts'
import { mayWhat, onWhat, type Toucher, whoMay } from './reach.ts'
import type { Change } from './records.ts'

export class LiveIndex {
  readonly #memory = new Memory()
  readonly #check = new Check(this.#memory)

  /** Takes in a thing as it stands now. In any order, and as often as one likes: the last one counts. */
  apply(change: Change): void {
    this.#memory.apply(change)
  }

  /** To be walked once after the first load; each step takes a moment. */
  settle(): Generator<void> {
    return this.#memory.settle()
  }

  /** Code 0 when allowed; otherwise `missingOf(code)` is what is missing. Never throws; what names nothing is denied. */
  check(asked: Asked, now: number): Verdict {
    const code = this.#check.run(asked, now)
    return { code, validUntil: code === allowed ? this.#check.until : now }
  }

  isAllowed(asked: Asked, now: number): boolean {
    return this.#check.run(asked, now) === allowed
  }

  /** The same answer with its whole chain of reasons, by decide() itself. */
  decide(asked: Asked, now: number): Decision {
    const at = factsAt(this.#memory, asked)
    return at ? decide(at.question, at.facts, instant(now)) : { allowed: false, because: { code: 'visit', givenBy: 'person' } }
  }

  /** What decide() would be told: for whoever asks what would be if one of the facts were another. */
  facts(asked: Asked): ReturnType<typeof factsAt> {
    return factsAt(this.#memory, asked)
  }

  /** Ids of partnerships, by the customer's name. A long walk: run it with `inSlices`. */
  enterable(question: EnterableQuestion, now: number): Generator<void, readonly string[]> {
    return enterable(this.#memory, this.#check, { question, now })
  }

  /** Who may do this there, as members and under partnerships. A long walk. */
  whoMay(asked: Omit<Asked, 'person'>, now: number): Generator<void, readonly Toucher[]> {
    return whoMay(this.#memory, this.#check, { asked, now })
  }

  /** On which products this person may do it. A long walk. */
  onWhat(asked: Omit<Asked, 'product'>, now: number): Generator<void, readonly string[]> {
    return onWhat(this.#memory, this.#check, { asked, now })
  }

  /** What this person may do there. */
  mayWhat(asked: Omit<Asked, 'action'>, now: number): readonly string[] {
    return mayWhat(this.#memory, this.#check, { asked, now })
  }

  /** Visits and sessions as they are remembered: the server refreshes when they were last seen before it says that one ran out. */
  visit(id: string) {
    return this.#memory.visits.visit(id)
  }

  session(id: string) {
    return this.#memory.visits.session(id)
  }

  partnershipOf(id: string): { readonly customerId: string; readonly partnerId: string; readonly version: number } | undefined {
    const { partnerships, organisations } = this.#memory
    const number = partnerships.ids.find(id)
    if (!partnerships.isThere(number)) return undefined
    const [customer, partner] = [partnerships.customer[number], partnerships.partner[number]]
    return { customerId: organisations.text(customer), partnerId: organisations.text(partner), version: partnerships.version[number] }
  }

  /** The organisations somebody is a member of, in the order of ids. */
  membershipsOf(personId: string): readonly string[] {
    const { people, organisations } = this.#memory
    const person = people.ids.find(personId)
    if (person === end) return []
    return [...people.memberships.byLeft.items(person)].map((row) => organisations.text(people.memberships.right[row])).toSorted()
  }

  forgetBefore(now: number): void {
    this.#memory.visits.forgetBefore(now)
  }

  /** What the columns take, visits and sessions aside. */
  get bytes(): number {
    return this.#memory.bytes
  }

  get size() {
    const { partnerships, people, products, organisations } = this.#memory
    return { partnerships: partnerships.ids.size, people: people.ids.size, products: products.ids.size, organisations: organisations.size }
  }
}
