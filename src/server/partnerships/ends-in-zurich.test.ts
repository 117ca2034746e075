import { expect, test } from 'vitest'
import { reminderAt } from '../../domain/partnership/ending.ts'
import { periodOf } from '../../domain/partnership/terms.ts'
import { instant, localDate } from '../../domain/time.ts'
import { calendar, dateOf, lastDayOf } from './calendar.ts'

const at = (text: string) => instant(Date.parse(text))
const end = (date: string, approved = '2026-06-01T10:00:00Z') =>
  periodOf({ startsOn: null, end: { kind: 'on', date: localDate(date) } }, at(approved), calendar).notAfter ?? at('1970-01-01T00:00:00Z')
const reminders = (date: string) =>
  [30, 7, 1].map((daysBefore) => {
    const lastDay = calendar.dayOf(instant(end(date) - 1))
    return new Date(reminderAt({ lastDay, daysBefore }, calendar)).toISOString()
  })

test('an end on the day when summer time ends holds for all 25 hours of it', () => {
  expect(end('2026-10-25')).toBe(at('2026-10-25T23:00:00Z'))
  expect(end('2026-10-24')).toBe(at('2026-10-24T22:00:00Z'))
  expect(lastDayOf(end('2026-10-25'))).toBe('2026-10-25')
})

test('an end on the day when summer time begins holds for all 23 hours of it', () => {
  expect(end('2027-03-28')).toBe(at('2027-03-28T22:00:00Z'))
  expect(end('2027-03-27')).toBe(at('2027-03-27T23:00:00Z'))
})

test('reminders come at six in the morning there, on both sides of a change of clocks', () => {
  expect(reminders('2026-10-25')).toEqual(['2026-09-25T04:00:00.000Z', '2026-10-18T04:00:00.000Z', '2026-10-24T04:00:00.000Z'])
  expect(reminders('2026-10-26')).toEqual(['2026-09-26T04:00:00.000Z', '2026-10-19T04:00:00.000Z', '2026-10-25T05:00:00.000Z'])
  expect(reminders('2027-03-29')).toEqual(['2027-02-27T05:00:00.000Z', '2027-03-22T05:00:00.000Z', '2027-03-28T04:00:00.000Z'])
})

test('the digest of seven o’clock is at seven o’clock on the days when the clocks change', () => {
  const seven = (text: string) => new Date(calendar.onDay(calendar.dayOf(at(text)), 7)).toISOString()
  expect(seven('2026-10-24T12:00:00Z')).toBe('2026-10-24T05:00:00.000Z')
  expect(seven('2026-10-25T12:00:00Z')).toBe('2026-10-25T06:00:00.000Z')
  expect(seven('2027-03-27T12:00:00Z')).toBe('2027-03-27T06:00:00.000Z')
  expect(seven('2027-03-28T12:00:00Z')).toBe('2027-03-28T05:00:00.000Z')
})

test('days counted from the approval end at the same time of day, across both changes', () => {
  const after = (days: number, approved: string) =>
    periodOf({ startsOn: null, end: { kind: 'after', days } }, at(approved), calendar).notAfter
  expect(after(1, '2026-10-24T12:30:00Z')).toBe(at('2026-10-25T13:30:00Z'))
  expect(after(1, '2027-03-27T12:30:00Z')).toBe(at('2027-03-28T11:30:00Z'))
  expect(after(365, '2026-10-24T12:30:00Z')).toBe(at('2027-10-24T12:30:00Z'))
})

test('a start on a date is the local midnight of that day', () => {
  const start = (date: string) =>
    periodOf({ startsOn: localDate(date), end: { kind: 'none' } }, at('2026-06-01T10:00:00Z'), calendar).notBefore
  expect(start('2026-10-25')).toBe(at('2026-10-24T22:00:00Z'))
  expect(start('2026-10-26')).toBe(at('2026-10-25T23:00:00Z'))
  expect(start('2027-03-28')).toBe(at('2027-03-27T23:00:00Z'))
  expect(start('2027-03-29')).toBe(at('2027-03-28T22:00:00Z'))
  expect(dateOf(start('2027-03-29'))).toBe('2027-03-29')
})

test('the number of days between two dates is the same whatever the clocks do between them', () => {
  const day = (text: string) => calendar.dayOf(at(text))
  expect(day('2026-10-26T00:00:00Z') - day('2026-10-24T00:00:00Z')).toBe(2)
  expect(day('2026-10-25T22:59:59Z')).toBe(day('2026-10-24T22:00:00Z'))
  expect(day('2026-10-25T23:00:00Z')).toBe(day('2026-10-24T22:00:00Z') + 1)
  expect(day('2027-03-28T21:59:59Z')).toBe(day('2027-03-27T23:00:00Z'))
})
