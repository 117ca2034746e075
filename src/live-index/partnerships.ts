// Partnerships in memory: their parties, gates and periods, what is granted in them, and who at the partner may use them.

import type { PartnershipState } from '../domain/partnership/partnership.ts'
import { partnershipStates } from '../domain/partnership/partnership.ts'
import { Assignments } from './assignments.ts'
import { Chain, end } from './chains.ts'
import { grown, trimmed } from './columns.ts'
import type { Granted } from './granted.ts'
import type { People } from './people.ts'
import type { PartnerRecord, PartnershipRecord } from './records.ts'
import type { RightNumbers, RightSets } from './right-numbers.ts'
import { type Sorted, SortedLists } from './sorted.ts'
import { Texts } from './texts.ts'
import { UuidTable } from './uuid-table.ts'

/** Bits of `flags`; the lowest two are the state. */
export const gate = { customer: 4, operator: 8, named: 16, grant: 32, secondFactor: 64, sensitive: 128 } as const
export const activeState = partnershipStates.indexOf('active')

export class Partnerships {
  readonly ids = new UuidTable()
  readonly byCustomer = new Chain()
  customer = new Int32Array(0)
  partner = new Int32Array(0)
  flags = new Uint8Array(0)
  version = new Uint32Array(0)
  notBefore = new Float64Array(0)
  notAfter = new Float64Array(0)
  securedAt = new Float64Array(0)
  text = new Uint32Array(0)
  readonly texts = new Texts()
  /** The partnerships of each partner, by name. */
  readonly ofPartner: SortedLists
  readonly assignments: Assignments
  readonly admitted = new Map<number, ReadonlySet<number>>()
  /** Partners whose own gate is closed, and since when: hardly ever one. */
  readonly #closedPartners = new Map<number, number>()
  /** What was granted since a partner became another legal person. */
  readonly #grantedAnew = new Map<number, number>()
  readonly #people: People
  readonly #granted: Granted

  constructor(people: People, granted: Granted, rights: RightNumbers, sets: RightSets) {
    this.#people = people
    this.#granted = granted
    this.ofPartner = new SortedLists(this.compare)
    this.assignments = new Assignments({ people, rights, sets }, this.compare)
  }

  get bytes(): number {
    const columns = [this.customer, this.partner, this.flags, this.version, this.notBefore, this.notAfter, this.securedAt, this.text]
    const own = columns.reduce((sum, { byteLength }) => sum + byteLength, 0)
    return own + this.ofPartner.bytes + this.ids.bytes + this.byCustomer.bytes + this.assignments.bytes + this.texts.bytes
  }

  isThere(partnership: number): boolean {
    return partnership !== end && this.customer[partnership] !== end
  }

  isPartnerClosed(partnership: number): boolean {
    if (this.#closedPartners.size === 0) return false
    const closedAt = this.#closedPartners.get(this.partner[partnership])
    return closedAt !== undefined && !((this.#grantedAnew.get(partnership) ?? -Infinity) > closedAt)
  }

  state(partnership: number): PartnershipState {
    return partnershipStates[this.flags[partnership] & 3]
  }

  /** By the customer's name, then by id: the same on every node. */
  readonly compare = (one: number, other: number): number =>
    this.texts.compare(this.text[one], this.text[other]) || this.ids.compare(one, other)

  named(id: string): number {
    const known = this.ids.find(id)
    if (known !== end) return known
    const partnership = this.ids.intern(id)
    const length = partnership + 1
    this.customer = grown(this.customer, length)
    this.partner = grown(this.partner, length)
    this.flags = grown(this.flags, length)
    this.version = grown(this.version, length)
    this.notBefore = grown(this.notBefore, length)
    this.notAfter = grown(this.notAfter, length)
    this.securedAt = grown(this.securedAt, length)
    this.text = grown(this.text, length)
    this.customer[partnership] = end
    this.partner[partnership] = end
    return partnership
  }

  putPartner(key: string, record: PartnerRecord | null): void {
    const partner = this.#people.organisations.intern(key)
    if (record === null) this.#closedPartners.delete(partner)
    else this.#closedPartners.set(partner, record.closedAt)
  }

  put(key: string, record: PartnershipRecord | null): void {
    if (record === null) {
      const known = this.ids.find(key)
      if (known !== end) this.#clear(known)
      return
    }
    const partnership = this.named(key)
    this.#placeParties(partnership, record)
    this.flags[partnership] = flagsOf(record)
    if (record.grantedAnew === null) this.#grantedAnew.delete(partnership)
    else this.#grantedAnew.set(partnership, record.grantedAnew)
    const { grant } = record
    this.version[partnership] = grant?.version ?? 0
    this.notBefore[partnership] = grant?.notBefore ?? Infinity
    this.notAfter[partnership] = grant === null ? -Infinity : (grant.notAfter ?? Infinity)
    this.securedAt[partnership] = grant?.securedAt ?? Infinity
    this.#granted.replace(partnership, grant?.rows ?? [])
    this.assignments.replace(partnership, record.assignments)
    if (record.admitted.length === 0) this.admitted.delete(partnership)
    else this.admitted.set(partnership, new Set(record.admitted.map((person) => this.#people.ids.intern(person))))
  }

  /** Called once a load is over: lists are sorted, columns cut to what is used. Yields after each list, since it takes long. */
  *settle(): Generator<void> {
    yield* this.ofPartner.settle()
    yield* this.assignments.settle(this.ids.size)
    for (const name of ['customer', 'partner', 'flags', 'version', 'notBefore', 'notAfter', 'securedAt', 'text'] as const)
      this[name] = trimmed(this[name], this.ids.size) as never
    this.ids.trim()
    this.texts.trim()
    this.byCustomer.trim(this.#people.organisations.size, this.ids.size)
  }

  #placeParties(partnership: number, { customerId, partnerId, sortKey, words }: PartnershipRecord): void {
    const lists = this.#listsOf(partnership)
    const text = this.texts.put(sortKey, words, this.isThere(partnership) ? this.text[partnership] : 0)
    if (this.isThere(partnership)) {
      if (text === this.text[partnership]) return
      for (const list of lists) list.remove(partnership)
      this.text[partnership] = text
      for (const list of lists) list.add(partnership)
      return
    }
    this.text[partnership] = text
    this.customer[partnership] = this.#people.organisations.intern(customerId)
    this.partner[partnership] = this.#people.organisations.intern(partnerId)
    this.byCustomer.add(this.customer[partnership], partnership)
    this.ofPartner.of(this.partner[partnership]).add(partnership)
  }

  #listsOf(partnership: number): readonly Sorted[] {
    if (!this.isThere(partnership)) return []
    return [this.ofPartner.of(this.partner[partnership]), ...this.assignments.listsOf(partnership)]
  }

  #clear(partnership: number): void {
    if (!this.isThere(partnership)) return
    this.assignments.replace(partnership, [])
    this.#granted.replace(partnership, [])
    this.ofPartner.of(this.partner[partnership]).remove(partnership)
    this.byCustomer.remove(this.customer[partnership], partnership)
    this.customer[partnership] = end
    this.partner[partnership] = end
    this.admitted.delete(partnership)
    this.#grantedAnew.delete(partnership)
  }
}

function flagsOf(record: PartnershipRecord): number {
  const { state, suspendedByCustomer, suspendedByOperator, namedPeopleOnly, secondFactorNeeded, sensitiveSuspended, grant } = record
  return (
    partnershipStates.indexOf(state) |
    (suspendedByCustomer ? gate.customer : 0) |
    (suspendedByOperator ? gate.operator : 0) |
    (namedPeopleOnly ? gate.named : 0) |
    (secondFactorNeeded ? gate.secondFactor : 0) |
    (sensitiveSuspended ? gate.sensitive : 0) |
    (grant === null ? 0 : gate.grant)
  )
}
