import { expect, test } from 'vitest'
import { instant, localDate } from '../../domain/time.ts'
import { calendar, dateOf, lastDayOf } from './calendar.ts'

const at = (text: string) => instant(Date.parse(text))

test('a day begins at local midnight, in winter and in summer', () => {
  expect(calendar.startOf(localDate('2027-01-15'))).toBe(at('2027-01-14T23:00:00Z'))
  expect(calendar.startOf(localDate('2027-07-15'))).toBe(at('2027-07-14T22:00:00Z'))
})

test('the last day counts as a whole, also when the clocks change on it', () => {
  expect(calendar.endOf(localDate('2027-03-28'))).toBe(at('2027-03-28T22:00:00Z'))
  expect(calendar.endOf(localDate('2027-10-31'))).toBe(at('2027-10-31T23:00:00Z'))
  expect(lastDayOf(calendar.endOf(localDate('2027-03-28')))).toBe('2027-03-28')
})

test('days are added by the wall clock', () => {
  expect(calendar.plusDays(at('2027-03-27T09:30:00.250Z'), 1)).toBe(at('2027-03-28T08:30:00.250Z'))
  expect(calendar.plusDays(at('2027-10-30T08:30:00Z'), 1)).toBe(at('2027-10-31T09:30:00Z'))
  expect(calendar.plusDays(at('2027-01-01T10:00:00Z'), 365)).toBe(at('2028-01-01T10:00:00Z'))
})

test('a time the clocks skip is the moment after, and one they repeat is the first of the two', () => {
  expect(calendar.plusDays(at('2027-03-27T01:30:00Z'), 1)).toBe(at('2027-03-28T01:30:00Z'))
  expect(calendar.plusDays(at('2027-10-30T00:30:00Z'), 1)).toBe(at('2027-10-31T00:30:00Z'))
})

test('an instant lies on the day of its place', () => {
  expect(dateOf(at('2027-06-30T21:59:59Z'))).toBe('2027-06-30')
  expect(dateOf(at('2027-06-30T22:00:00Z'))).toBe('2027-07-01')
})
