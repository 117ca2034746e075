import { expect, test } from 'vitest'
import { calendar, daysAfter, givenTerms, noon } from '../given.ts'
import { localDate } from '../time.ts'
import { periodOf, refusalOfTerms, sensitivePeriod } from './terms.ts'

const refusal = (more: Parameters<typeof givenTerms>[0]) => refusalOfTerms(givenTerms(more), noon, calendar)

test('terms last from 1 to 730 days', () => {
  const codes = [0, 1, 730, 731, 1.5, Number.NaN].map((days) => refusal({ end: { kind: 'after', days } }))
  expect(codes).toEqual(['end_out_of_bounds', null, null, 'end_out_of_bounds', 'end_out_of_bounds', 'end_out_of_bounds'])
})

test('they do not end before they begin', () => {
  expect(refusal({ end: { kind: 'on', date: localDate('2026-11-22') } })).toBe('end_before_start')
  expect(refusal({ end: { kind: 'on', date: localDate('2026-11-23') } })).toBeNull()
  expect(refusal({ startsOn: localDate('2026-12-01'), end: { kind: 'after', days: 3 } })).toBe('end_before_start')
})

test('days count from the approval, and nothing begins before it', () => {
  expect(periodOf(givenTerms({ end: { kind: 'after', days: 10 } }), noon, calendar)).toEqual({ notBefore: noon, notAfter: daysAfter(10) })
  expect(periodOf(givenTerms({ startsOn: localDate('2026-01-01') }), noon, calendar).notBefore).toBe(noon)
  expect(periodOf(givenTerms({ startsOn: localDate('2026-12-01') }), noon, calendar).notBefore).toBe(
    calendar.startOf(localDate('2026-12-01')),
  )
})

test('a sensitive right ends after 12 months, or with its grant', () => {
  expect(sensitivePeriod({ notBefore: noon, notAfter: null }, noon, calendar).notAfter).toBe(daysAfter(365))
  expect(sensitivePeriod({ notBefore: noon, notAfter: daysAfter(30) }, noon, calendar).notAfter).toBe(daysAfter(30))
})

test('a spending limit is a positive amount of minor units', () => {
  const limit = { amount: 50_000, currency: 'CHF', period: 'month' } as const
  expect(refusal({ spendingLimit: limit })).toBeNull()
  for (const wrong of [{ amount: 0 }, { amount: -1 }, { amount: 1.5 }, { currency: 'chf' }]) {
    expect(refusal({ spendingLimit: { ...limit, ...wrong } })).toBe('spending_limit_invalid')
  }
})
