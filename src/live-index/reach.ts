// The other ways to ask: who may touch this, on what may this person do it, and what may this person do there. Each asks check() of every candidate.

import { type Asked, allowed } from './asked.ts'
import { end } from './chains.ts'
import type { Check } from './check.ts'
import type { Memory } from './memory.ts'
import { collaborator } from './people.ts'

/** Somebody who may, as a member of the owner (`partnership` null) or under a partnership. */
export type Toucher = { readonly person: string; readonly partnership: string | null }

/** Everybody who may do this to that product (or, without one, to that organisation), in the order of ids; asked of no session in particular. */
export function* whoMay(memory: Memory, check: Check, { asked, now }: { asked: Omit<Asked, 'person'>; now: number }) {
  const found: Toucher[] = []
  let looked = 0
  for (const { person, partnership } of candidates(memory, asked)) {
    if (++looked % 512 === 0) yield
    const question = { ...asked, person, ...(partnership === null ? {} : { partnership }) }
    if (check.run(question, now) === allowed) found.push({ person, partnership })
  }
  return found.toSorted((one, other) => compareTexts(key(one), key(other))) as readonly Toucher[]
}

/** The products on which this person may do it: those of the visit's or partnership's customer, or of the own organisation. */
export function* onWhat(memory: Memory, check: Check, { asked, now }: { asked: Omit<Asked, 'product'>; now: number }) {
  const { products } = memory
  const found: string[] = []
  let looked = 0
  for (const owner of ownersOf(memory, asked)) {
    for (const product of products.byOwner.items(owner)) {
      if (++looked % 512 === 0) yield
      const id = products.ids.text(product)
      if (check.run({ ...asked, product: id }, now) === allowed) found.push(id)
    }
  }
  return found.toSorted(compareTexts) as readonly string[]
}

/** What this person may do there, in the order of the catalogue. */
export function mayWhat(memory: Memory, check: Check, { asked, now }: { asked: Omit<Asked, 'action'>; now: number }): readonly string[] {
  return memory.rights.ids.filter((action) => check.run({ ...asked, action }, now) === allowed)
}

function* candidates(memory: Memory, asked: Omit<Asked, 'person'>): Generator<Toucher> {
  const { partnerships, people } = memory
  const owner = ownerOf(memory, asked)
  if (asked.partnership === undefined && owner !== end) for (const person of membersOf(memory, owner)) yield { person, partnership: null }
  const only = asked.partnership === undefined ? undefined : partnerships.ids.find(asked.partnership)
  const under = only === undefined ? (owner === end ? [] : partnerships.byCustomer.items(owner)) : partnerships.isThere(only) ? [only] : []
  for (const partnership of under) {
    const seen = new Set<number>()
    const { memberships } = people
    for (const row of memberships.byRight.items(partnerships.partner[partnership]))
      if (memberships.value[row] !== collaborator) seen.add(memberships.left[row])
    for (const row of partnerships.assignments.byPartnership.items(partnership))
      for (const person of subjectsOf(memory, partnerships.assignments.subject[row])) seen.add(person)
    for (const person of seen) yield { person: people.ids.text(person), partnership: partnerships.ids.text(partnership) }
  }
}

function subjectsOf({ people }: Memory, subject: number): readonly number[] {
  if (subject >= 0) return [subject]
  return [...people.inTeams.byRight.items(~subject)].map((row) => people.inTeams.left[row])
}

function* membersOf({ people }: Memory, organisation: number): Generator<string> {
  for (const row of people.memberships.byRight.items(organisation)) yield people.ids.text(people.memberships.left[row])
}

function ownerOf({ products, organisations }: Memory, { product, organisation }: Omit<Asked, 'person'>): number {
  if (product === undefined) return organisation === undefined ? end : organisations.find(organisation)
  const number = products.ids.find(product)
  return products.isThere(number) ? products.owner[number] : end
}

function ownersOf({ partnerships, people, organisations, visits }: Memory, asked: Omit<Asked, 'product'>): readonly number[] {
  const partnershipId = asked.visit === undefined ? asked.partnership : visits.visit(asked.visit)?.partnershipId
  if (partnershipId !== undefined || asked.visit !== undefined) {
    const partnership = partnerships.ids.find(partnershipId ?? '')
    return partnerships.isThere(partnership) ? [partnerships.customer[partnership]] : []
  }
  if (asked.organisation !== undefined) return [organisations.find(asked.organisation)].filter((organisation) => organisation !== end)
  const person = people.ids.find(asked.person)
  return person === end ? [] : [...people.memberships.byLeft.items(person)].map((row) => people.memberships.right[row])
}

const key = ({ person, partnership }: Toucher) => `${person} ${partnership ?? ''}`
const compareTexts = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
