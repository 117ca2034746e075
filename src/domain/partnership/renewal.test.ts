import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asked, calendar, daysAfter, everywhere, givenGrant, givenProposal, inForce, noon } from '../given.ts'
import { localDate, monthsAfter } from '../time.ts'
import { isAsProposed, proposeRenewal } from './renewal.ts'
import { termsUnchanged } from './terms.ts'

const old = { grantedAt: daysAfter(-500) }

test('twelve months more are proposed, without what nobody used in the last twelve', () => {
  const grant = givenGrant([inForce(everywhere('domain.view')), inForce(everywhere('mail.view'))], { notAfter: daysAfter(30) })
  const uses = [
    { right: 'domain.view', lastUsedAt: daysAfter(-20), ...old },
    { right: 'mail.view', lastUsedAt: null, ...old },
  ] as const
  expect(proposeRenewal(grant, localDate('2027-03-31'), uses, noon, calendar)).toEqual({
    keep: ['domain.view'],
    drop: ['mail.view'],
    end: { kind: 'on', date: '2028-03-31' },
  })
  expect(proposeRenewal({ ...grant, notAfter: null }, null, uses, noon, calendar).end).toEqual(grant.terms.end)
})

test('months later is the same day, or the last one of that month', () => {
  expect(monthsAfter(localDate('2028-02-29'), 12)).toBe('2029-02-28')
  expect(monthsAfter(localDate('2027-02-28'), 12)).toBe('2028-02-28')
  expect(monthsAfter(localDate('2026-10-31'), 6)).toBe('2027-04-30')
  expect(monthsAfter(localDate('2026-12-15'), 1)).toBe('2027-01-15')
  expect(monthsAfter(localDate('2026-12-31'), 12)).toBe('2027-12-31')
})

/** The last day of a month, by the rule of leap years. */
function lastOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

test('months later is later by as many months, whatever the day', () => {
  const two = (number: number) => String(number).padStart(2, '0')
  const date = fc.record({
    year: fc.integer({ min: 2000, max: 2090 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  fc.assert(
    fc.property(date, fc.integer({ min: 1, max: 60 }), ({ year, month, day }, months) => {
      const from = localDate(`${year}-${two(month)}-${two(Math.min(day, lastOf(year, month)))}`)
      const to = monthsAfter(from, months)
      const count = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
      expect(count(to) - count(from)).toBe(months)
      const [y = 0, m = 0, d = 0] = to.split('-').map(Number)
      expect(d).toBe(Math.min(Number(from.slice(8)), lastOf(y, m)))
      expect(to.slice(8) <= from.slice(8)).toBe(true)
    }),
  )
})

test('as proposed means the same end, with everything kept', () => {
  const end = { kind: 'on', date: localDate('2028-03-31') } as const
  const proposal = givenProposal({ rights: [], terms: { ...termsUnchanged, end, extendsGrant: true } })
  expect(isAsProposed(proposal, end, [])).toBe(true)
  expect(isAsProposed(proposal, end, ['mail.view'])).toBe(false)
  expect(isAsProposed(proposal, { kind: 'none' }, [])).toBe(false)
  expect(isAsProposed({ ...proposal, rights: [asked('mail.view')] }, end, [])).toBe(false)
})
