// What a person holds now, and what a second factor would add.
import { expect, test } from 'vitest'
import { alpweb, anna, noon, thePartnership } from '../given.ts'
import type { Role } from '../organisation.ts'
import { isSensitive, type RightId, rightIds } from '../rights/catalogue.ts'
import type { SessionStrength } from '../session.ts'
import type { Facts } from './facts.ts'
import { acting, atHome, givenActing, givenFacts } from './given-facts.ts'
import { heldRights, needingSecondFactor } from './held-rights.ts'

const { action: _, ...inTheVisit } = acting('enter')
const ids = (facts: Facts) => heldRights(inTheVisit, facts, noon).map(({ right }) => right)

function provenBy(strength: SessionStrength, rights: readonly RightId[] = rightIds): Facts {
  const facts = givenFacts({ acting: givenActing({}, rights) })
  return facts.session === null ? facts : { ...facts, session: { ...facts.session, strength } }
}

test('granted rights that touch money, people, private content or loss wait for the second factor', () => {
  expect(needingSecondFactor(inTheVisit, provenBy('password'), noon)).toEqual(rightIds.filter(isSensitive))
  expect(ids(provenBy('password')).filter(isSensitive)).toEqual([])
})

test('with the second factor given nothing waits for it', () => {
  expect(needingSecondFactor(inTheVisit, provenBy('two_factors'), noon)).toEqual([])
})

test('what was not granted does not wait either', () => {
  const facts = provenBy('password', ['mail.view', 'mail.manage', 'mail.content', 'domain.view'])
  expect(needingSecondFactor(inTheVisit, facts, noon)).toEqual(['mail.content'])
})

test('nobody waits where they may not be, and at home nothing needs it', () => {
  const { action: _enter, ...home } = atHome('enter')
  expect(needingSecondFactor(inTheVisit, { ...provenBy('password'), acting: null }, noon)).toEqual([])
  expect(needingSecondFactor(home, provenBy('password'), noon)).toEqual([])
})

test('at home the role holds its rights, on everything there is', () => {
  const { action: _enter, ...home } = atHome('enter')
  const as = (role: Role | null) => givenFacts({ membership: role && { organisationId: alpweb, personId: anna, role } })
  const held = heldRights(home, as('administrator'), noon)
  expect(held.map(({ right }) => right)).toEqual(rightIds)
  expect(held.find(({ right }) => right === 'billing.view')).toEqual({
    ...{ right: 'billing.view', scope: { kind: 'organisation' }, grantedAt: 0, notAfter: null },
  })
  expect(held.find(({ right }) => right === 'mail.view')?.scope).toEqual({ kind: 'all', future: true })
  expect(heldRights(home, as('collaborator'), noon).map(({ right }) => right)).not.toContain('billing.view')
  expect(heldRights(home, as(null), noon)).toEqual([])
})

test('what is assigned is held, and nothing without what it needs', () => {
  const held = (rights: readonly RightId[], assigned: readonly RightId[] | null = null) =>
    ids(givenFacts({ acting: givenActing({ assignments: [{ partnershipId: thePartnership, personId: anna, rights: assigned }] }, rights) }))
  expect(held(['mail.view', 'mail.manage', 'domain.view'], ['mail.view', 'domain.view'])).toEqual(['mail.view', 'domain.view'])
  expect(held(['mail.manage', 'domain.view'])).toEqual(['domain.view'])
})

test('nothing is held where one may not enter, nor without a session', () => {
  expect(ids(givenFacts({ acting: null }))).toEqual([])
  expect(ids(givenFacts({ acting: givenActing({ visit: null }) }))).toEqual([])
  expect(needingSecondFactor(inTheVisit, { ...provenBy('password'), session: null }, noon)).toEqual([])
})
