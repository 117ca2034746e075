import { expect, test } from 'vitest'
import { type Assigned, assignPeople } from './assign-people.ts'
import type { Assignment } from './assignment.ts'
import { alpweb, anna, asAnna, asMarc, asPetra, asRuth, givenPartnership, marc, noon, petra, ruth, thePartnership } from './given.ts'
import { asId, type PersonId } from './ids.ts'
import type { Member } from './organisation.ts'

const luca = asId<PersonId>('luca')
const members: readonly Member[] = [
  { organisationId: alpweb, personId: petra, role: 'legal_representative' },
  { organisationId: alpweb, personId: marc, role: 'administrator' },
  { organisationId: alpweb, personId: anna, role: 'collaborator' },
  { organisationId: alpweb, personId: luca, role: 'collaborator' },
]
const partnership = givenPartnership()
const has = (personId: PersonId, rights: Assignment['rights'] = null): Assignment => ({ partnershipId: thePartnership, personId, rights })
const before = [has(anna)]
const codeOf = (assigned: Assigned) => (assigned.kind === 'refused' ? assigned.code : assigned.kind)

test('an administrator adds one, changes one and takes one away', () => {
  const now = [has(anna), has(luca)]
  const assigned = assignPeople(
    { partnership, members, before: now },
    [
      { personId: anna, rights: ['domain.manage'] },
      { personId: petra, rights: null },
    ],
    asMarc,
    noon,
  )
  expect(assigned).toMatchObject({ kind: 'done', added: [petra], changed: [anna], removed: [luca] })
  expect(assigned.kind === 'done' && assigned.assignments[0]?.rights).toEqual(['domain.view', 'domain.manage'])
})

test('nobody gets more than was granted', () => {
  expect(codeOf(assignPeople({ partnership, members, before }, [{ personId: anna, rights: ['mail.view'] }], asPetra, noon))).toBe(
    'enlarges',
  )
  expect(codeOf(assignPeople({ partnership, members, before }, [{ personId: anna, rights: [] }], asPetra, noon))).toBe('nothing_granted')
})

test('whoever has every customer anyway is named without bounds', () => {
  const assigned = assignPeople({ partnership, members, before: [] }, [{ personId: marc, rights: ['domain.view'] }], asPetra, noon)
  expect(assigned.kind === 'done' && assigned.assignments[0]?.rights).toBeNull()
})

test('only people of the partner are assigned, each once, and only by its leaders', () => {
  const wanted = [{ personId: luca, rights: null }]
  expect(codeOf(assignPeople({ partnership, members, before }, [{ personId: ruth, rights: null }], asPetra, noon))).toBe('not_found')
  expect(codeOf(assignPeople({ partnership, members, before }, [...wanted, ...wanted], asPetra, noon))).toBe('invalid_input')
  expect(codeOf(assignPeople({ partnership, members, before }, wanted, asAnna, noon))).toBe('not_entitled')
  expect(codeOf(assignPeople({ partnership, members, before }, wanted, asRuth, noon))).toBe('not_entitled')
})

test('there is nobody to assign to what is not active, and nothing to do when nothing changes', () => {
  const proposed = givenPartnership({ state: 'proposed', grant: null })
  expect(codeOf(assignPeople({ partnership: proposed, members, before }, [], asPetra, noon))).toBe('not_active')
  expect(codeOf(assignPeople({ partnership, members, before }, [{ personId: anna, rights: null }], asPetra, noon))).toBe('nothing_changed')
})
