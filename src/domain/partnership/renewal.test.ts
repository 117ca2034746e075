import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asked, calendar, daysAfter, everywhere, givenGrant, givenProposal, inForce, noon } from '../given.ts'
import { localDate } from '../time.ts'
import { isAsProposed, monthsAfter, proposeRenewal } from './renewal.ts'
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

test('months later is later by as many months, whatever the day', () => {
  const date = fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(date, fc.integer({ min: 1, max: 60 }), (at, months) => {
      const from = localDate(at.toISOString().slice(0, 10))
      const to = monthsAfter(from, months)
      const count = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
      expect(count(to) - count(from)).toBe(months)
      expect(new Date(`${to}T00:00:00Z`).toISOString().slice(0, 10)).toBe(to)
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
