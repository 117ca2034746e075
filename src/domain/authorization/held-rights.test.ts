// What a person holds now, and what a second factor would add.
import { expect, test } from 'vitest'
import { noon } from '../given.ts'
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
