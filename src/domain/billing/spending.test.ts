import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localDate } from '../time.ts'
import { periodAround, stepsReached } from './spending.ts'

const limit = { amount: 50_000, currency: 'CHF', period: 'month' } as const

test('four fifths and all of it are told; of a single order only all of it', () => {
  expect(stepsReached(limit, 39_999)).toEqual({ percent: 79, steps: [] })
  expect(stepsReached(limit, 40_000)).toEqual({ percent: 80, steps: [80] })
  expect(stepsReached(limit, 50_000)).toEqual({ percent: 100, steps: [80, 100] })
  expect(stepsReached({ ...limit, period: 'order' }, 49_999).steps).toEqual([])
  expect(stepsReached({ ...limit, period: 'order' }, 50_000).steps).toEqual([100])
})

test('more spent never reaches less', () => {
  const amounts = fc.integer({ min: 1, max: 10_000_000 })
  fc.assert(
    fc.property(amounts, amounts, amounts, (amount, one, more) => {
      const of = { ...limit, amount }
      expect(stepsReached(of, one + more).steps.length).toBeGreaterThanOrEqual(stepsReached(of, one).steps.length)
    }),
  )
})

test('a month and a year hold their days, and each order stands for itself', () => {
  expect(periodAround(limit, localDate('2026-12-31'))).toEqual({ from: '2026-12-01', before: '2027-01-01' })
  expect(periodAround(limit, localDate('2028-02-29'))).toEqual({ from: '2028-02-01', before: '2028-03-01' })
  expect(periodAround({ ...limit, period: 'year' }, localDate('2026-06-15'))).toEqual({ from: '2026-01-01', before: '2027-01-01' })
  expect(periodAround({ ...limit, period: 'order' }, localDate('2026-06-15'))).toBeNull()
})
