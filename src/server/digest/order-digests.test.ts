import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayMs, instant } from '../../domain/time.ts'
import { digestDay } from './order-digests.ts'

const at = (iso: string) => instant(Date.parse(iso))

test('at seven in Zürich, in summer and in winter, on the days on which the clocks change included', () => {
  expect(digestDay(at('2026-10-23T04:59:59Z'))).toBeUndefined()
  expect(digestDay(at('2026-10-23T05:00:00Z'))).toBe('2026-10-23') // Friday, summer time
  expect(digestDay(at('2026-10-25T07:00:00Z'))).toBeUndefined() // Sunday, back to winter time
  expect(digestDay(at('2026-10-26T05:59:59Z'))).toBeUndefined()
  expect(digestDay(at('2026-10-26T06:00:00Z'))).toBe('2026-10-26')
  expect(digestDay(at('2027-03-26T06:00:00Z'))).toBe('2027-03-26') // Friday, winter time
  expect(digestDay(at('2027-03-29T04:59:59Z'))).toBeUndefined()
  expect(digestDay(at('2027-03-29T05:00:00Z'))).toBe('2027-03-29') // Monday, summer time
})

test('whoever looks every few minutes finds five days a week, each once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 500 }), (week) => {
      const monday = Date.UTC(2026, 0, 5) + week * 7 * dayMs
      const days = new Set<string>()
      for (let minute = 0; minute < 7 * 24 * 60; minute += 20) {
        const day = digestDay(instant(monday + minute * 60_000))
        if (day !== undefined) days.add(day)
      }
      expect(days.size).toBe(5)
    }),
    { numRuns: 20 },
  )
})
