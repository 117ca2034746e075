// The bare anchor: the smallest array code that answers the question on dense numbers, with no ids to look up and no reasons to give.
// What answers from ids, explains itself and keeps up with changes can hope to come near it.
import { at } from './columns.ts'
import type { Load } from './engine.ts'
import type { Requests } from './requests.ts'
import { rightFacts, viewBits } from './right-masks.ts'
import type { World } from './world.ts'
import { collaborator } from './world-people.ts'
import { scopes } from './world-rows.ts'

const bits = Int32Array.from(rightFacts, ({ bit }) => bit)
const familyOfRight = Int32Array.from(rightFacts, ({ family }) => family)
const needsView = Uint8Array.from(rightFacts, (right) => (right.needsView ? 1 : 0))
const isSensitive = Uint8Array.from(rightFacts, ({ sensitive }) => (sensitive ? 1 : 0))
const views = Int32Array.from(viewBits)

export const loadAnchor: Load = (world, requests) => ({
  ways: { anchor: { kind: 'in_process', isAskedByPlace: true, check: anchorOf(copied(world), requests) } },
  holdsGrants: true,
})

type Needed = ReturnType<typeof copied>

/** Its own columns, and no others, so that what it holds is what is weighed. */
function copied({ people, products, partnerships, now }: World) {
  const { customer, partner, gate, namedPeopleOnly, notBefore, notAfter, securedAt, rows, assignments, admitted } = partnerships
  return structuredClone({
    people: { partner: people.partner, role: people.role, teamsOfPerson: people.teamsOfPerson },
    products: { customer: products.customer, family: products.family, createdAt: products.createdAt },
    partnerships: { customer, partner, gate, namedPeopleOnly, notBefore, notAfter, securedAt, rows, assignments, admitted },
    now,
  })
}

function anchorOf({ people, products, partnerships, now }: Needed, requests: Requests): (request: unknown, place: number) => boolean {
  const { customer, partner, gate, namedPeopleOnly, notBefore, notAfter, securedAt, rows, assignments, admitted } = partnerships
  const teams = people.teamsOfPerson

  function isAdmitted(one: number, person: number): boolean {
    const end = at(admitted.start, one + 1)
    for (let place = at(admitted.start, one); place < end; place++) if (admitted.items[place] === person) return true
    return false
  }

  /** The wanted bits that rows in time grant on this product. */
  function granted(one: number, product: number, wanted: number): number {
    let found = 0
    const end = at(rows.start, one + 1)
    for (let row = at(rows.start, one); row < end; row++) {
      const bitsOfRow = at(rows.rights, row) & wanted
      if (bitsOfRow === 0 || at(rows.notBefore, row) > now || at(rows.notAfter, row) <= now) continue
      const scope = at(rows.scope, row)
      const on = at(rows.on, row)
      const isOn =
        scope === scopes.all || (scope === scopes.family ? on === products.family[product] : scope === scopes.product && on === product)
      if (isOn && (scope === scopes.product || rows.future[row] === 1 || at(products.createdAt, product) <= at(rows.grantedAt, row)))
        found |= bitsOfRow
    }
    return found
  }

  /** The wanted bits that this person was assigned, or a team of theirs. */
  function assigned(one: number, person: number): number {
    let found = 0
    const end = at(assignments.start, one + 1)
    for (let place = at(assignments.start, one); place < end; place++) {
      const subject = at(assignments.subject, place)
      if (subject === person || (subject < 0 && isIn(~subject, person))) found |= at(assignments.rights, place)
    }
    return found
  }

  function isIn(team: number, person: number): boolean {
    const end = at(teams.start, person + 1)
    for (let place = at(teams.start, person); place < end; place++) if (teams.items[place] === team) return true
    return false
  }

  return (_request, place) => {
    const one = at(requests.partnership, place)
    const person = at(requests.person, place)
    const product = at(requests.product, place)
    const right = at(requests.right, place)
    const whose = at(requests.customer, place)
    const family = at(products.family, product)
    if (customer[one] !== whose || products.customer[product] !== whose || people.partner[person] !== partner[one]) return false
    if (gate[one] !== 0 || at(notBefore, one) > now || at(notAfter, one) <= now) return false
    if (at(familyOfRight, right) !== family && at(familyOfRight, right) !== -1) return false
    if (isSensitive[right] === 1 && at(securedAt, one) > now) return false
    if (namedPeopleOnly[one] === 1 && !isAdmitted(one, person)) return false
    const wanted = at(bits, right) | (needsView[right] === 1 ? at(views, family) : 0)
    if (people.role[person] === collaborator && (assigned(one, person) & wanted) !== wanted) return false
    return granted(one, product, wanted) === wanted
  }
}
