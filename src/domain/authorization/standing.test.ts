// Questions asked of no session and visit in particular: what somebody may do once signed in, and no more than that.
import { expect, test } from 'vitest'
import { alpweb, anna, daysAfter, noon, thePartnership } from '../given.ts'
import { decide } from './decide.ts'
import { atHome, givenActing, givenFacts, onMail, withPartnership } from './given-facts.ts'
import { heldRights } from './held-rights.ts'
import type { Question } from './question.ts'

const standing = (action: Question['action']): Question => ({
  ...onMail(action),
  visit: { partnershipId: thePartnership, visitId: null },
  standing: true,
})
const nobodyThere = givenFacts({ session: null, acting: givenActing({ visit: null }) })

test('they need no session, no visit and no second factor, and end with the grant alone', () => {
  expect(decide(standing('mail.content'), nobodyThere, noon)).toMatchObject({
    allowed: true,
    because: { kind: 'grant', visitId: null, right: 'mail.content' },
    validUntil: daysAfter(90),
  })
  expect(decide(standing('enter'), nobodyThere, noon)).toMatchObject({
    ...{ allowed: true, because: { right: null, scope: null }, validUntil: null },
  })
  const { visit } = givenActing()
  expect(decide(standing('mail.view'), givenFacts({ acting: givenActing({ visit }) }), noon)).toMatchObject({ validUntil: daysAfter(90) })
})

test('they need everything else', () => {
  const { acting } = withPartnership({ suspendedByCustomerAt: noon })
  expect(decide(standing('mail.view'), { ...nobodyThere, acting }, noon)).toMatchObject({ because: { code: 'not_suspended_by_customer' } })
  const unsecured = withPartnership({ securedAt: null })
  expect(decide(standing('mail.content'), unsecured, noon)).toMatchObject({ because: { code: 'granter_secured' } })
})

test('at home the membership is enough, for as long as it is there', () => {
  const facts = givenFacts({ session: null, acting: null, membership: { organisationId: alpweb, personId: anna, role: 'administrator' } })
  expect(decide({ ...atHome('enter'), standing: true }, facts, noon)).toEqual({
    allowed: true,
    because: { kind: 'member', organisationId: alpweb, personId: anna, role: 'administrator' },
    validUntil: null,
  })
  expect(decide(atHome('enter'), facts, noon)).toMatchObject({ because: { code: 'session' } })
  expect(decide(atHome('enter'), givenFacts({ membership: facts.membership }), noon)).toMatchObject({ validUntil: daysAfter(1) })
})

test('what is held so includes what would wait for a second factor', () => {
  const { action: _, ...place } = standing('enter')
  const held = heldRights(place, nobodyThere, noon).map(({ right }) => right)
  expect(held).toContain('mail.content')
  const { session } = givenFacts()
  const weak = givenFacts({ session: session && { ...session, strength: 'password' } })
  expect(heldRights(place, weak, noon).map(({ right }) => right)).toContain('mail.content')
})
