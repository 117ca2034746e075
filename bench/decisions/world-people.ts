// The partners' people: one legal representative each, a few administrators, collaborators in about two teams each.
import { at, type Chance, Growing, type Lists, listsByOwner } from './columns.ts'

export type People = {
  readonly count: number
  /** Of which partner; -1 of none. */
  readonly partner: Int32Array
  /** Index into `roles`: 0 legal representative, 1 administrator, 2 collaborator. */
  readonly role: Uint8Array
  readonly ofPartner: Lists
  readonly teamCount: number
  readonly teamsOfPartner: Lists
  readonly teamPartner: Int32Array
  readonly membersOfTeam: Lists
  readonly teamsOfPerson: Lists
}

export const collaborator = 2
const administrators = 0.06
/** The first partner has a tenth of the grants, so a tenth of the people. */
const shareOfFirst = 0.1
const peopleOfTeam = 4
/** The first partner's first team, which looks after half of its customers. */
const peopleOfBigTeam = 8

export function drawPeople(chance: Chance, partners: number, count: number): People {
  const partner = drawOwners(chance, partners, count)
  const role = new Uint8Array(count + 1)
  for (let person = 0; person < count; person++) role[person] = person < partners ? 0 : chance.happens(administrators) ? 1 : collaborator
  const ofPartner = listsByOwner(partner, partners)
  const teamCount = Math.max(partners, Math.round(count / peopleOfTeam))
  const teamPartner = drawOwners(chance, partners, teamCount)
  const teamsOfPartner = listsByOwner(teamPartner, partners)
  const members = drawMembers(chance, { count, partner, role, teamsOfPartner })
  return {
    count,
    partner,
    role,
    ofPartner,
    teamCount,
    teamPartner,
    teamsOfPartner,
    membersOfTeam: regrouped(members.team, members.person, teamCount),
    teamsOfPerson: regrouped(members.person, members.team, count + 1),
  }
}

/** Each partner has one; the first has its share of the rest, and the others share what is left unevenly. */
export function drawOwners(chance: Chance, partners: number, count: number): Int32Array {
  const owner = new Int32Array(count + 1)
  for (let thing = 0; thing < count; thing++) {
    owner[thing] = thing < partners ? thing : chance.happens(shareOfFirst) ? 0 : drawOther(chance, partners)
  }
  owner[count] = -1
  return owner
}

/** A partner other than the first; the lower its number, the more it has. */
export function drawOther(chance: Chance, partners: number): number {
  return 1 + Math.floor((partners - 1) * chance.next() ** 1.5)
}

function drawMembers(
  chance: Chance,
  { count, partner, role, teamsOfPartner }: Pick<People, 'count' | 'partner' | 'role' | 'teamsOfPartner'>,
) {
  const person = new Growing(count * 2)
  const team = new Growing(count * 2)
  let inBigTeam = 0
  const enter = (who: number, which: number) => {
    person.push(who)
    team.push(which)
  }
  for (let who = 0; who < count; who++) {
    if (at(role, who) !== collaborator) continue
    const first = at(teamsOfPartner.start, at(partner, who))
    const many = at(teamsOfPartner.start, at(partner, who) + 1) - first
    const isFirst = at(partner, who) === 0
    if (isFirst && inBigTeam < peopleOfBigTeam) {
      enter(who, at(teamsOfPartner.items, first))
      inBigTeam++
    }
    const spare = isFirst ? 1 : 0
    if (many <= spare) continue
    const one = spare + chance.below(many - spare)
    const other = spare + chance.below(many - spare)
    enter(who, at(teamsOfPartner.items, first + one))
    if (other !== one) enter(who, at(teamsOfPartner.items, first + other))
  }
  return { person: person.int32(), team: team.int32() }
}

function regrouped(owner: Int32Array, item: Int32Array, owners: number): Lists {
  const { start, items } = listsByOwner(owner, owners)
  return { start, items: items.map((place) => at(item, place)) }
}
