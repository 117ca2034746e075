import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mailKindIds, mailKinds, mailWays, wayOf, waysOf } from './mail-kinds.ts'
import { byWeight, matterOf } from './mail-matter.ts'

const kinds = fc.constantFrom(...mailKindIds)
const sides = fc.constantFrom('customer', 'partner')

test('a partner reads of an extended access in the digest until somebody chooses otherwise; the customer never gets a digest', () => {
  expect(wayOf('access-extended', 'partner', undefined)).toBe('digest')
  expect(wayOf('access-extended', 'partner', 'at_once')).toBe('at_once')
  expect(wayOf('access-extended', 'customer', 'digest')).toBe('at_once')
})

test('what may not be switched off comes, whatever was chosen', () => {
  fc.assert(
    fc.property(kinds, sides, fc.option(fc.constantFrom(...mailWays), { nil: undefined }), (kind, side, chosen) => {
      const way = wayOf(kind, side, chosen)
      expect(waysOf(kind, side).length === 0 ? ['at_once'] : waysOf(kind, side)).toContain(way)
    }),
  )
})

test('security, requests, grants and endings cannot be switched off', () => {
  const never = mailKindIds.filter((id) => !Object.values(mailKinds[id]).some((ways) => Array.isArray(ways) && ways.includes('off')))
  expect(never).toEqual(
    expect.arrayContaining([
      'request-received',
      'more-requested',
      'access-granted',
      'access-ending',
      'partnership-ended',
      'security-changed',
    ]),
  )
})

test('every kind goes to somebody, and only partners may have a digest', () => {
  for (const { toEachAddress: _, partner, ...others } of mailKindIds.map((id) => ({
    partner: [],
    toEachAddress: false,
    ...mailKinds[id],
  }))) {
    expect(Object.keys(others).length + partner.length).toBeGreaterThan(0)
    expect(Object.values(others).flat()).not.toContain('digest')
  }
})

test('an answer to an invitation says more than that access began, and an end more than anything', () => {
  expect(matterOf('invitation-answered')).toBe(matterOf('access-granted'))
  expect(byWeight('invitation-answered', 'access-granted')).toBeLessThan(0)
  expect(byWeight('partnership-ended', 'payer-changed')).toBeLessThan(0)
})

test('of any two kinds of one matter exactly one says more', () => {
  fc.assert(
    fc.property(kinds, kinds, (one, other) => {
      if (matterOf(one) !== matterOf(other)) return
      expect(byWeight(one, other) === 0).toBe(one === other)
      expect(Math.sign(byWeight(one, other))).toBe(-Math.sign(byWeight(other, one)) + 0)
    }),
  )
})
