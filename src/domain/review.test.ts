// A decision in a review never leaves a right without what it needs, and closing it takes away what was dropped and nothing that stands alone.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asMarc, asPetra, asRuth, everyRow, findProduct } from './given.ts'
import { alongWith, mayReview, reviewDecisions } from './review.ts'
import { rightIds, rightOf } from './rights/catalogue.ts'
import { closeOverNeeds, rightsIn, withoutRights } from './rights/rights-set.ts'

test('dropping the view drops the rest of the family, keeping the content keeps the view', () => {
  const present = ['domain.view', 'mail.view', 'mail.manage', 'mail.content'] as const
  expect(alongWith('mail.view', 'drop', present)).toEqual(['mail.view', 'mail.manage', 'mail.content'])
  expect(alongWith('mail.manage', 'drop', present)).toEqual(['mail.manage'])
  expect(alongWith('mail.content', 'keep', present)).toEqual(['mail.view', 'mail.content'])
})

test('each side reviews its own: the customer’s legal representative closes, the partner’s leaders do', () => {
  expect(mayReview('close', 'customer', asRuth)).toBe(true)
  expect(mayReview('close', 'customer', { ...asRuth, role: 'administrator' })).toBe(false)
  expect(mayReview('look', 'customer', { ...asRuth, role: 'administrator' })).toBe(true)
  expect(mayReview('close', 'partner', asMarc)).toBe(true)
  expect(mayReview('look', 'customer', asPetra)).toBe(false)
  expect(mayReview('look', 'partner', { ...asPetra, role: 'collaborator' })).toBe(false)
})

const anyRights = fc.subarray([...rightIds], { minLength: 1 }).map((rights) => {
  const withNeeds = new Set(rights.flatMap((right) => [right, ...rightOf(right).needs]))
  return rightIds.filter((right) => withNeeds.has(right))
})

test('after any decisions, no right is kept without what it needs', () => {
  fc.assert(
    fc.property(anyRights, fc.array(fc.tuple(fc.nat(), fc.constantFrom(...reviewDecisions)), { maxLength: 20 }), (present, steps) => {
      const decided = new Map(present.map((right) => [right, 'keep']))
      for (const [at, decision] of steps) {
        const right = present[at % present.length]
        if (right) for (const one of alongWith(right, decision, present)) decided.set(one, decision)
      }
      for (const right of present.filter((one) => decided.get(one) === 'keep'))
        for (const needed of rightOf(right).needs) expect(decided.get(needed)).toBe('keep')
    }),
  )
})

test('what is left is a part of what was there, without the dropped ones', () => {
  fc.assert(
    fc.property(fc.subarray([...everyRow], { minLength: 1 }), fc.subarray([...rightIds]), (rows, dropped) => {
      const before = closeOverNeeds(rows, findProduct)
      const left = withoutRights(before, dropped, findProduct)
      expect(left.every((row) => before.includes(row))).toBe(true)
      expect(rightsIn(left).some((right) => dropped.includes(right))).toBe(false)
    }),
  )
})
