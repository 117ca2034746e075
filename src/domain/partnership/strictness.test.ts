import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSameStrictness, levelOf, levelOfNew, loosened, type Strictness, stricter, strictnessOf, strictParts } from './strictness.ts'

const strict = strictnessOf('strict')
const standard = strictnessOf('standard')

test('it says which of the two it is, and how much differs from it', () => {
  expect(levelOf(standard)).toEqual({ level: 'standard', changes: 0 })
  expect(levelOf(strict)).toEqual({ level: 'strict', changes: 0 })
  expect(levelOf({ ...strict, reasonNeeded: false })).toEqual({ level: 'strict', changes: 1 })
  expect(levelOf({ ...standard, visitsTold: true, twoApprovers: true })).toEqual({ level: 'standard', changes: 2 })
})

test('of what new partnerships begin with, the request code is one part more', () => {
  expect(levelOfNew(standard, true)).toEqual({ level: 'standard', changes: 1 })
  expect(levelOfNew(strict, true)).toEqual({ level: 'strict', changes: 0 })
  expect(levelOfNew({ ...strict, visitsTold: false }, false)).toEqual({ level: 'strict', changes: 2 })
})

test('what is taken away is told; what is added loosens nothing', () => {
  expect(loosened(strict, { ...strict, twoApprovers: false })).toEqual(['twoApprovers'])
  expect(loosened(standard, strict)).toEqual([])
})

test('the stricter of two gives up nothing of either, and demands nothing else', () => {
  const second = { ...standard, secondFactorNeeded: true }
  expect(stricter({ ...standard, namedPeopleOnly: true }, second)).toEqual({ ...second, namedPeopleOnly: true })
  fc.assert(
    fc.property(any, any, (one, other) => {
      const both = stricter(one, other)
      expect([...loosened(one, both), ...loosened(other, both)]).toEqual([])
      expect(strictParts.filter((part) => both[part]).every((part) => one[part] || other[part])).toBe(true)
    }),
  )
})

const any: fc.Arbitrary<Strictness> = fc.record({
  ...{ namedPeopleOnly: fc.boolean(), reasonNeeded: fc.boolean(), visitsTold: fc.boolean() },
  ...{ twoApprovers: fc.boolean(), secondFactorNeeded: fc.boolean() },
})

test('whatever is chosen is nearer to one of the two, and changing it by what is told leads there', () => {
  fc.assert(
    fc.property(any, any, (one, other) => {
      const { level, changes } = levelOf(one)
      expect(changes).toBeLessThanOrEqual(2)
      expect(strictParts.filter((part) => one[part] !== strictnessOf(level)[part])).toHaveLength(changes)
      expect(isSameStrictness(one, other)).toBe(loosened(one, other).length + loosened(other, one).length === 0)
    }),
  )
})
