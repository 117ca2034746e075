import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localDate, monthsAfter } from '../time.ts'
import { fallsBackOn } from './payer-fallback.ts'

const day = localDate

test('the partner pays on within the grace period, and the customer from the first renewal after it', () => {
  expect(fallsBackOn({ renewsOn: day('2026-12-10'), period: 'month' }, day('2026-12-23'))).toBe('2027-01-10')
  expect(fallsBackOn({ renewsOn: day('2026-12-10'), period: 'year' }, day('2026-12-23'))).toBe('2027-12-10')
  expect(fallsBackOn({ renewsOn: day('2027-03-01'), period: 'year' }, day('2026-12-23'))).toBe('2027-03-01')
})

test('what does not renew falls back when the grace period is over', () => {
  expect(fallsBackOn({ renewsOn: null, period: null }, day('2026-12-23'))).toBe('2026-12-23')
})

test('a month that is too short renews on its last day', () => {
  expect(monthsAfter(day('2027-01-31'), 1)).toBe('2027-02-28')
  expect(monthsAfter(day('2027-01-31'), 13)).toBe('2028-02-29')
  expect(monthsAfter(day('2026-12-31'), 1)).toBe('2027-01-31')
})

const date = fc
  .tuple(fc.integer({ min: 2020, max: 2040 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, at]) => day(`${year}-${String(month).padStart(2, '0')}-${String(at).padStart(2, '0')}`))

test('never before the grace period is over, always on a renewal, and on the first one', () => {
  fc.assert(
    fc.property(date, date, fc.constantFrom('month' as const, 'year' as const), (renewsOn, graceEndsOn, period) => {
      const on = fallsBackOn({ renewsOn, period }, graceEndsOn)
      expect(on >= graceEndsOn && on >= renewsOn).toBe(true)
      expect(on.slice(8)).toBe(renewsOn.slice(8))
      if (on > renewsOn) expect(monthsAfter(on, period === 'month' ? -1 : -12) < graceEndsOn).toBe(true)
    }),
  )
})
