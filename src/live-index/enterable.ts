// Which customers may this person enter? Sorted by name, searched by the beginnings of words, page by page; asked of no session in particular.

import { allowed } from './asked.ts'
import { end } from './chains.ts'
import type { Check } from './check.ts'
import type { Memory } from './memory.ts'
import { collaborator } from './people.ts'
import type { Sorted } from './sorted.ts'
import { asBytes } from './texts.ts'

export type EnterableQuestion = {
  readonly person: string
  /** Customers of this partner alone; without it, of all partners the person is a member of. */
  readonly partner?: string | undefined
  /** Folded words, each the beginning of one of the customer's. */
  readonly words?: readonly string[]
  /** The last partnership of the page before. */
  readonly after?: string | undefined
  readonly limit: number
}

/** One step of a long walk: `yield` gives others a turn. Answers with the ids of partnerships, by the customer's name. */
export function* enterable(memory: Memory, check: Check, { question, now }: { question: EnterableQuestion; now: number }) {
  const { partnerships } = memory
  const prefixes = (question.words ?? []).map(asBytes)
  const found: string[] = []
  let looked = 0
  for (const partnership of merged(memory, question)) {
    if (found.length === question.limit) break
    if (++looked % 512 === 0) yield
    const text = partnerships.text[partnership]
    if (!prefixes.every((prefix) => partnerships.texts.hasPrefix(text, prefix))) continue
    const id = partnerships.ids.text(partnership)
    if (check.run({ person: question.person, action: 'enter', partnership: id }, now) === allowed) found.push(id)
  }
  return found as readonly string[]
}

/** The lists of partnerships that could be entered, merged in order, each partnership once, from behind `after` on. */
function* merged(memory: Memory, { person, partner, after }: EnterableQuestion): Generator<number> {
  const only = partner === undefined ? undefined : memory.organisations.find(partner)
  const lists = listsOf(memory, person, only)
  const { compare, ids } = memory.partnerships
  const last = after === undefined ? end : ids.find(after)
  const places = lists.map((list) => (last === end ? 0 : list.firstFrom((item) => (compare(item, last) <= 0 ? -1 : 0))))
  for (;;) {
    let least: number = end
    for (const [index, list] of lists.entries()) {
      if (places[index] >= list.length) continue
      const item = list.at(places[index])
      if (least === end || compare(item, least) < 0) least = item
    }
    if (least === end) return
    for (const [index, list] of lists.entries()) if (places[index] < list.length && list.at(places[index]) === least) places[index]++
    if (only === undefined || memory.partnerships.partner[least] === only) yield least
  }
}

function listsOf({ people, partnerships }: Memory, personId: string, only: number | undefined): readonly Sorted[] {
  const person = people.ids.find(personId)
  if (person === end) return []
  const { memberships, inTeams } = people
  const partners = [...memberships.byLeft.items(person)].filter((row) => only === undefined || memberships.right[row] === only)
  const whole = partners
    .filter((row) => memberships.value[row] !== collaborator)
    .map((row) => partnerships.ofPartner.find(memberships.right[row]))
  const teams = [...inTeams.byLeft.items(person)].map((row) => partnerships.assignments.ofTeam.find(inTeams.right[row]))
  const assigned = partners.length === whole.length ? [] : [partnerships.assignments.ofPerson.find(person), ...teams]
  return [...whole, ...assigned].filter((list) => list !== undefined)
}
