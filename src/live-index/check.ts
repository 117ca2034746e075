// The rule of decide(), compiled for columns of numbers: the same requirements in the same order, without making an object on the way.
// Whatever changes in src/domain/authorization/requirements.ts changes here; differential tests hold the two to the same answers.

import { type Asked, allowed, missing } from './asked.ts'
import { end } from './chains.ts'
import type { Memory } from './memory.ts'
import { activeState, gate } from './partnerships.ts'
import { collaborator, noRole } from './people.ts'
import { unknownRight } from './right-numbers.ts'
import { readIds } from './uuid-table.ts'
import { endOfLiveVisit, isOpen } from './visits.ts'

/** One question at a time: `run` answers with its code, and leaves in `until` when an allowed answer ends by itself. */
export class Check {
  until = Infinity
  #now = 0
  #right = unknownRight
  #partnership = end
  #person = end
  /** Whether nothing that was granted is kept from the person: by role, or by an assignment without a limit and without an end. */
  #holdsAll = false
  #product = end
  #found = end // the product that is named, whether or not it fits
  /** The family of the product, or of what is to be ordered; -1 when none is named. */
  #family = -1
  readonly #memory: Memory

  constructor(memory: Memory) {
    this.#memory = memory
  }

  /** 0 when allowed, otherwise what is missing (see asked.ts). What names nothing is denied. */
  run(asked: Asked, now: number): number {
    this.#now = now
    this.until = Infinity
    this.#right = asked.action === 'enter' ? unknownRight : this.#memory.rights.find(asked.action)
    if (asked.visit !== undefined) return this.#inVisit(asked, asked.visit)
    // 0 is allowed: then the next one says.
    if (asked.partnership !== undefined) return this.#enter(asked, asked.partnership) || this.#use(asked)
    return this.#member(asked)
  }

  #member(asked: Asked): number {
    const { visits, organisations, products } = this.#memory
    if (asked.session !== undefined) {
      const session = visits.session(asked.session)
      if (session === undefined || session.personId !== asked.person || !isOpen(session, this.#now)) return missing.session
      this.until = session.expiresAt
    }
    if (this.#isUnknown(asked)) return missing.right_exists
    this.#found = asked.product === undefined ? end : products.ids.find(asked.product)
    const product = this.#productOf(asked)
    const owner = product === end ? end : products.owner[product]
    const organisation = asked.organisation === undefined ? owner : organisations.find(asked.organisation)
    const person = this.#memory.people.ids.find(asked.person)
    const role = person === end || organisation === end ? noRole : this.#memory.people.roleIn(organisation, person)
    if (role === noRole) return missing.membership
    if (this.#right !== unknownRight && !this.#memory.rights.isOfRole(role, this.#right)) return missing.role
    return this.#findProduct(asked, organisation) ? allowed : missing.product
  }

  #inVisit(asked: Asked, id: string): number {
    const visit = this.#memory.visits.visit(id)
    if (visit === undefined) return missing.visit
    const session = this.#memory.visits.session(visit.sessionId)
    if (session === undefined || session.personId !== asked.person || !isOpen(session, this.#now)) return missing.session
    const visitEnd = endOfLiveVisit(visit)
    this.until = Math.min(visitEnd, session.expiresAt)
    const code = this.#enter(asked, visit.partnershipId)
    if (code !== allowed) return code
    if (this.#has(gate.secondFactor) && session.strength !== 'two_factors') return missing.second_factor_to_enter
    if (visit.personId !== asked.person) return missing.visit
    if (this.#now >= visitEnd) return missing.visit_not_over
    const right = this.#use(asked)
    if (right !== allowed || this.#right === unknownRight) return right
    return this.#memory.rights.sensitive[this.#right] === 1 && session.strength !== 'two_factors' ? missing.second_factor : allowed
  }

  /** May the person be there at all? */
  #enter(asked: Asked, id: string): number {
    const { partnerships, people, organisations, products } = this.#memory
    if (this.#isUnknown(asked)) return missing.right_exists
    readIds(id, asked.person, asked.product, asked.organisation)
    const partnership = partnerships.ids.findRead(0)
    this.#person = people.ids.findRead(1)
    this.#found = products.ids.findRead(2)
    if (!partnerships.isThere(partnership)) return missing.partnership
    if (asked.organisation !== undefined && !organisations.isRead(partnerships.customer[partnership], 3)) return missing.partnership
    this.#partnership = partnership
    const role = this.#person === end ? noRole : people.roleIn(partnerships.partner[partnership], this.#person)
    if (role === noRole) return missing.partner_membership
    this.#holdsAll = role !== collaborator
    return this.#holdsAll || this.#hasAssignment() ? this.#gates() : this.#notAssigned()
  }

  #notAssigned(): number {
    return this.#memory.partnerships.assignments.isEver(this.#partnership, this.#person) ? missing.assignment_in_time : missing.assignment
  }

  #gates(): number {
    const { partnerships } = this.#memory
    const flags = partnerships.flags[this.#partnership]
    if ((flags & 3) !== activeState || (flags & gate.grant) === 0) return missing.partnership_active
    if ((flags & gate.customer) !== 0) return missing.not_suspended_by_customer
    if ((flags & gate.operator) !== 0 || partnerships.isPartnerClosed(this.#partnership)) return missing.not_suspended_by_operator
    if (partnerships.notBefore[this.#partnership] > this.#now) return missing.grant_started
    const notAfter = partnerships.notAfter[this.#partnership]
    if (this.#now >= notAfter) return missing.grant_not_over
    if (notAfter < this.until) this.until = notAfter
    const isNamed = (flags & gate.named) === 0 || partnerships.admitted.get(this.#partnership)?.has(this.#person) === true
    return isNamed ? allowed : missing.admitted_by_name
  }

  /** May the person use the right there? */
  #use(asked: Asked): number {
    if (!this.#findProduct(asked, this.#memory.partnerships.customer[this.#partnership])) return missing.product
    const right = this.#right
    if (right === unknownRight) return allowed
    const code = this.#granted(right)
    if (code !== allowed) return code
    if (!this.#isAssigned(right)) return missing.assigned_right
    const needed = this.#memory.rights.needOf(right, this.#family)
    if (needed === unknownRight) return missing.needed_right
    if (needed !== right && (this.#granted(needed) !== allowed || !this.#isAssigned(needed))) return missing.needed_right
    if (this.#memory.rights.sensitive[right] === 0) return allowed
    if (this.#memory.partnerships.securedAt[this.#partnership] > this.#now) return missing.granter_secured
    return this.#has(gate.sensitive) ? missing.sensitive_not_suspended : allowed
  }

  #has(bit: number): boolean {
    return (this.#memory.partnerships.flags[this.#partnership] & bit) !== 0
  }

  /** Whether a right is granted, in time and in reach; if so, `until` is no later than the last of its rows. */
  #granted(right: number): number {
    const { granted } = this.#memory
    let best: number = missing.right_granted
    let last = -Infinity
    for (let row = granted.byPartnership.first(this.#partnership); row !== end; row = granted.byPartnership.next(row)) {
      if (!granted.holds(row, right)) continue
      if (granted.notBefore[row] > this.#now) {
        if (best === missing.right_granted) best = missing.right_started
      } else if (this.#now >= granted.notAfter[row]) {
        if (best === missing.right_granted || best === missing.right_started) best = missing.right_not_over
      } else if (!this.#isReached(row, right)) {
        if (best !== allowed) best = missing.scope
      } else {
        best = allowed
        if (granted.notAfter[row] > last) last = granted.notAfter[row]
      }
    }
    if (best === allowed && last < this.until) this.until = last
    return best
  }

  #isReached(row: number, right: number): boolean {
    const { granted, rights } = this.#memory
    if (rights.ofProducts[right] === 0) return true
    if (this.#product === end) return granted.reachesFuture(row, right, this.#family)
    return granted.reaches(row, this.#product, rights.family[right])
  }

  #isAssigned(right: number): boolean {
    return this.#holdsAll || this.#hasAssignment(right)
  }

  /** Whether an assignment of the person counts: any at all, or one that holds the right; `until` is no later than the last of them. */
  #hasAssignment(right = unknownRight): boolean {
    const { assignments } = this.#memory.partnerships
    const last = assignments.lastEnd(this.#partnership, this.#person, this.#now, right)
    this.#holdsAll ||= assignments.isWhole
    if (last < this.until && last > -Infinity) this.until = last
    return last > -Infinity
  }

  /** Whether the product of the question, if there is one, is there, of the right's family, and this organisation's. */
  #findProduct(asked: Asked, organisation: number): boolean {
    const { products, rights } = this.#memory
    this.#product = end
    this.#family = asked.family === undefined ? -1 : rights.findFamily(asked.family)
    if (asked.product === undefined) return true
    const product = this.#productOf(asked)
    if (product === end || products.owner[product] !== organisation) return false
    this.#product = product
    this.#family = products.family[product]
    const own = this.#right === unknownRight ? -1 : rights.family[this.#right]
    return own === -1 || own === this.#family
  }

  /** The product of the question, if it is there and of the family that is named. */
  #productOf({ family }: Asked): number {
    const { products, rights } = this.#memory
    if (!products.isThere(this.#found)) return end
    return family === undefined || products.family[this.#found] === rights.findFamily(family) ? this.#found : end
  }

  #isUnknown({ action }: Asked): boolean {
    return this.#right === unknownRight && action !== 'enter'
  }
}
