// Whom the partner assigned to a partnership (70 % teams, about one assignment each, a fifth with fewer rights), and whom the customer
// admitted by name where only named people may enter.
import { at, type Chance, Growing, type Lists } from './columns.ts'
import { allRights, maskOf, viewBits } from './right-masks.ts'
import type { Drawn, Pairs } from './world-partnerships.ts'

export type Assigned = {
  readonly assignments: {
    /** Those of a partnership, as in `Lists`. */
    readonly start: Int32Array
    /** A person; below 0 a team: `~subject`. */
    readonly subject: Int32Array
    /** A bit for each right the assignment is limited to; all of them when it is not limited. */
    readonly rights: Int32Array
  }
  /** People of each partnership. */
  readonly admitted: Lists
}

export function drawAssigned(
  chance: Chance,
  { size, people }: Drawn,
  partnerships: Pairs & { readonly namedPeopleOnly: Uint8Array },
): Assigned {
  const start = new Int32Array(size + 2)
  const admittedStart = new Int32Array(size + 2)
  const subject = new Growing(size)
  const rights = new Growing(size)
  const admitted = new Growing(size / 10)
  for (let one = 0; one < size; one++) {
    const partner = at(partnerships.partner, one)
    for (const who of drawSubjects(chance, people, partner)) {
      subject.push(who)
      rights.push(chance.happens(0.2) ? drawFewer(chance) : allRights)
    }
    if (partnerships.namedPeopleOnly[one] === 1) {
      for (const person of new Set([drawOne(chance, people.ofPartner, partner), drawOne(chance, people.ofPartner, partner)]))
        admitted.push(person)
    }
    start[one + 1] = subject.length
    admittedStart[one + 1] = admitted.length
  }
  start[size + 1] = subject.length
  admittedStart[size + 1] = admitted.length
  return {
    assignments: { start, subject: subject.int32(), rights: rights.int32() },
    admitted: { start: admittedStart, items: admitted.int32() },
  }
}

type Staff = Drawn['people']

/** None, one, two or three, one on average. The first partner's first team has half of its customers. */
function drawSubjects(chance: Chance, people: Staff, partner: number): readonly number[] {
  const luck = chance.next()
  const count = luck < 0.25 ? 0 : luck < 0.8 ? 1 : luck < 0.95 ? 2 : 3
  const drawn = Array.from({ length: count }, () =>
    chance.happens(0.7) ? ~drawOne(chance, people.teamsOfPartner, partner) : drawOne(chance, people.ofPartner, partner),
  )
  const bigTeam = partner === 0 && chance.happens(0.5) ? [~at(people.teamsOfPartner.items, 0)] : []
  return [...new Set([...bigTeam, ...drawn])]
}

function drawFewer(chance: Chance): number {
  const views = viewBits.reduce((mask, bit) => mask | bit, maskOf(['organisation.view']))
  return chance.happens(0.5) ? views : views | (chance.below(allRights + 1) & allRights)
}

function drawOne(chance: Chance, { start, items }: Lists, owner: number): number {
  const first = at(start, owner)
  return at(items, first + chance.below(at(start, owner + 1) - first))
}
