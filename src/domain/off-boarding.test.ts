import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alpweb, anna, marc, petra, ruth } from './given.ts'
import { asId, type PartnershipId, type PersonId } from './ids.ts'
import { type Left, offBoard } from './off-boarding.ts'
import type { Member } from './organisation.ts'

const luca = asId<PersonId>('luca')
const members: readonly Member[] = [
  { organisationId: alpweb, personId: petra, role: 'legal_representative' },
  { organisationId: alpweb, personId: marc, role: 'administrator' },
  { organisationId: alpweb, personId: anna, role: 'collaborator' },
  { organisationId: alpweb, personId: luca, role: 'collaborator' },
]
const customer = (id: string, ...tags: string[]): Left => ({ partnershipId: asId<PartnershipId>(id), tags, rights: null })
const left = [customer('bakery', 'wordpress'), customer('garage')]
const from = (leaver: PersonId) => ({ members, left, leaver })

test('Luca leaves: Anna gets what is WordPress, Marc the rest', () => {
  const done = offBoard(from(luca), { successor: marc, groups: [{ tag: 'wordpress', successor: anna }] }, petra)
  expect(done.kind === 'done' && done.customers.map(({ successor }) => successor)).toEqual([anna, marc])
})

test('what cannot be is refused', () => {
  const code = (leaver: PersonId, successor: PersonId | null, by: PersonId) => {
    const done = offBoard(from(leaver), { successor, groups: [] }, by)
    return done.kind === 'refused' ? done.code : done.kind
  }
  expect(code(petra, anna, petra)).toBe('last_legal_representative')
  expect(code(marc, anna, marc)).toBe('not_entitled')
  expect(code(luca, luca, petra)).toBe('invalid_input')
  expect(code(luca, ruth, petra)).toBe('not_found')
  expect(code(luca, null, anna)).toBe('not_entitled')
  expect(code(marc, null, petra)).toBe('done')
})

test('every customer comes out once, as it was, and never with whoever left', () => {
  const person = fc.option(fc.constantFrom(petra, marc, anna))
  const groups = fc.array(fc.record({ tag: fc.constantFrom('wordpress', 'bern'), successor: person }), { maxLength: 3 })
  fc.assert(
    fc.property(person, groups, (successor, chosen) => {
      const done = offBoard(from(luca), { successor, groups: chosen }, petra)
      if (done.kind === 'refused') throw new Error(done.code)
      expect(done.customers.map(({ successor: _, ...rest }) => rest)).toEqual(left)
      expect(done.customers.map((one) => one.successor)).not.toContain(luca)
    }),
  )
})
