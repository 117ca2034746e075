import { expect, test } from 'vitest'
import { calendar, daysAfter, noon } from './given.ts'
import { earliest, instant, isLater, isOver, isWithin, later, localDate } from './time.ts'

test('a period holds from its first instant on and no longer at exactly its last', () => {
  const period = { notBefore: noon, notAfter: daysAfter(1) }
  const at = [later(noon, -1), noon, later(daysAfter(1), -1), daysAfter(1)]
  expect(at.map((now) => isWithin(period, now))).toEqual([false, true, true, false])
  expect(isWithin({ notBefore: noon, notAfter: null }, instant(Number.MAX_SAFE_INTEGER))).toBe(true)
})

test('without end is later than any end', () => {
  expect(earliest(null, daysAfter(2), daysAfter(1), null)).toBe(daysAfter(1))
  expect(earliest()).toBeNull()
  expect([isLater(null, noon), isLater(noon, null), isLater(null, null), isOver(null, noon)]).toEqual([true, false, false, false])
})

test('a last day counts as a whole', () => {
  const day = localDate('2026-11-23')
  expect(calendar.startOf(day)).toBe(later(noon, -12 * 3_600_000))
  expect(calendar.endOf(day)).toBe(later(noon, 12 * 3_600_000))
})
