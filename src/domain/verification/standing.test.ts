import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendar, daysAfter, noon } from '../given.ts'
import { dayMs, instant } from '../time.ts'
import { roomFor } from './request-room.ts'
import { dueRenewalStep, isVerifiedAt, type RenewalStep, renewalSteps, trustOf, trusts, verifiedUntil } from './standing.ts'

const until = verifiedUntil(noon, calendar)
const verification = { verifiedAt: noon, verifiedUntil: until }

test('a verification stands for twelve months, and not at the very end of them', () => {
  expect(until).toBe(daysAfter(365))
  expect(isVerifiedAt(verification, instant(until - 1))).toBe(true)
  expect(isVerifiedAt(verification, until)).toBe(false)
  expect(isVerifiedAt({ verifiedAt: null, verifiedUntil: until }, noon)).toBe(false)
})

describe('renewal', () => {
  test('is asked for 30 and 7 days before, and said at the end', () => {
    const steps = [334, 335, 357, 358, 365, 400].map((day) => dueRenewalStep(verification, null, daysAfter(day)))
    expect(steps).toEqual([null, 30, 30, 7, 0, 0])
    expect(dueRenewalStep(verification, 30, daysAfter(336))).toBeNull()
    expect(dueRenewalStep(verification, 30, daysAfter(358))).toBe(7)
  })

  test('whenever one looks, each step is told at most once, in order, and the end never before it is there', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(400 * 24), { maxLength: 40 }), (hours) => {
        const told: RenewalStep[] = []
        for (const hour of hours.toSorted((a, b) => a - b)) {
          const at = instant(noon + hour * (dayMs / 24))
          const step = dueRenewalStep(verification, told.at(-1) ?? null, at)
          if (step === null) continue
          expect(at).toBeGreaterThanOrEqual(until - step * dayMs)
          told.push(step)
        }
        expect(told).toEqual(renewalSteps.filter((step) => told.includes(step)))
      }),
    )
  })
})

test('whoever was refused and never verified sends nothing; whose verification ran out has the room of everybody', () => {
  const never = { verifiedAt: null, verifiedUntil: null }
  expect(trustOf(never, true, noon)).toBe('refused')
  expect(trustOf(never, false, noon)).toBe('unverified')
  expect(trustOf(verification, true, noon)).toBe('verified')
  expect(trustOf(verification, true, until)).toBe('unverified')
})

describe('room for requests', () => {
  const welcome = { sent: 100, declined: 10, reported: 0 }

  test('grows with trust and shrinks for whoever is unwelcome', () => {
    expect(roomFor('refused', welcome).aDay).toBe(0)
    expect(roomFor('unverified', welcome)).toEqual({ aDay: 50, open: 100 })
    expect(roomFor('verified', welcome)).toEqual({ aDay: 10_000, open: 50_000 })
    expect(roomFor('verified', { ...welcome, declined: 51 }).aDay).toBe(1_000)
    expect(roomFor('unverified', { ...welcome, reported: 3 })).toEqual({ aDay: 5, open: 10 })
    expect(roomFor('unverified', { sent: 3, declined: 3, reported: 1 }).aDay).toBe(50)
  })

  test('more trust never means less room, and being declined or reported more never means more', () => {
    const number = fc.nat(1_000)
    fc.assert(
      fc.property(number, number, number, fc.nat(1), fc.nat(1), (sent, declined, reported, more, worse) => {
        const reception = { sent, declined, reported }
        const rooms = trusts.map((trust) => roomFor(trust, reception).aDay)
        expect(rooms).toEqual(rooms.toSorted((a, b) => a - b))
        const unwelcome = { sent, declined: declined + more, reported: reported + worse }
        for (const trust of trusts) expect(roomFor(trust, unwelcome).open).toBeLessThanOrEqual(roomFor(trust, reception).open)
      }),
    )
  })
})
