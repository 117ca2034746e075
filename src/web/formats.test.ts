// Dates, times and money as the five languages write them.
import { expect, test } from 'vitest'
import { formatsFor } from './formats.ts'

/** By the clock of this machine, wherever it stands: days are counted by its calendar. */
const now = Date.parse('2026-11-23T12:00:00')
const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ').replace(/['’]/g, '’')

test('a day has its year and does not move with the time zone', () => {
  expect(formatsFor('de').date('2027-03-31')).toBe('31.03.2027')
  expect(plain(formatsFor('de').longDate('2027-03-31'))).toBe('31. März 2027')
})

test('days to come are counted by the calendar', () => {
  expect(formatsFor('en').relative('2026-12-05', now)).toBe('in 12 days')
  expect(formatsFor('de').relative('2026-11-24', now)).toBe('morgen')
  expect(formatsFor('fr').relative('2027-11-23', now)).toBe('dans 12 mois')
})

test('the last hours are minutes and hours', () => {
  expect(formatsFor('en').relative(now - 3 * 60_000, now)).toBe('3 minutes ago')
  expect(formatsFor('it').relative(now - 2 * 3_600_000, now)).toBe('2 ore fa')
})

test('money comes from minor units, with as many decimals as the currency has', () => {
  expect(plain(formatsFor('de').money({ amount: 120050, currency: 'CHF' }))).toBe('CHF 1’200.50')
  expect(plain(formatsFor('es').money({ amount: 1200, currency: 'JPY' }))).toMatch(/^1200 (JPY|¥)$/)
})
