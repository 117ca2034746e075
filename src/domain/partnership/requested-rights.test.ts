import { expect, test } from 'vitest'
import { asked, daysAfter, everywhere, findProduct, givenGrant, givenPartnership, givenProposal, inForce, noon } from '../given.ts'
import { newIn, requestedIn, whyNotEffective } from './requested-rights.ts'

const namesIn = (...proposals: Parameters<typeof requestedIn>[0]) => requestedIn(proposals).map(({ right }) => right)

test('the last whole request counts, and what was asked on top of it', () => {
  const first = givenProposal({ number: 1, state: 'countered', rights: [asked('domain.view'), asked('mail.view')] })
  const offer = givenProposal({ number: 2, side: 'customer', state: 'countered', rights: [asked('drive.view')] })
  const second = givenProposal({ number: 3, state: 'accepted', rights: [asked('domain.view')] })
  const more = givenProposal({ number: 4, state: 'open', baseVersion: 1, rights: [asked('hosting.view')] })
  const declined = givenProposal({ number: 5, state: 'declined', baseVersion: 1, rights: [asked('server.view')] })
  expect(namesIn(first, offer, second, more, declined)).toEqual(['domain.view', 'hosting.view'])
  expect(namesIn(offer)).toEqual([])
})

test('of a request only what is not in force already is new', () => {
  const requested = [asked('mail.view'), asked('mail.content', { required: true }), asked('billing.view')]
  const inForceNow = [everywhere('mail.view'), everywhere('domain.view')]
  expect(newIn(requested, inForceNow, findProduct).map(({ right }) => right)).toEqual(['mail.content', 'billing.view'])
  expect(newIn(requested, [everywhere('mail.view', false)], findProduct)).toHaveLength(3)
})

test('a granted right that cannot be used says why', () => {
  const rows = [inForce(everywhere('mail.content'), { notAfter: daysAfter(100) })]
  const partnership = givenPartnership({ grant: givenGrant(rows) })
  const why = (more: Parameters<typeof givenPartnership>[0], of = rows) => whyNotEffective({ ...partnership, ...more }, of, noon)
  expect(why({ state: 'ended' })).toBe('over')
  expect(why({ suspendedByCustomerAt: daysAfter(-1) })).toBe('suspended')
  expect(why({}, [inForce(everywhere('mail.content'), { notAfter: daysAfter(-1) })])).toBe('over')
  expect(why({}, [inForce(everywhere('mail.content'), { notBefore: daysAfter(1) })])).toBe('not_started')
  expect(why({ grant: givenGrant(rows, { notBefore: daysAfter(1) }) })).toBe('not_started')
  expect(why({ securedAt: null })).toBe('not_secured')
  expect(why({})).toBe('not_assigned')
})
