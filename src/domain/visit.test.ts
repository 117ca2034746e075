import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anna, daysAfter, noon, thePartnership } from './given.ts'
import { asId, type SessionId, type VisitId } from './ids.ts'
import { freshForMs, isFresh, isSessionOpen, type Session } from './session.ts'
import { hourMs, later, minuteMs } from './time.ts'
import { areWithinBounds, endVisit, isVisitOver, seeVisit, standardVisit, startVisit } from './visit.ts'

const visitor = { id: asId<VisitId>('visit'), partnershipId: thePartnership, personId: anna, sessionId: asId<SessionId>('session') }
const visit = startVisit(visitor, standardVisit, noon)

test('a visit is over at exactly 30 idle minutes, and not a millisecond before', () => {
  expect(isVisitOver(visit, later(noon, 30 * minuteMs - 1))).toBe(false)
  expect(isVisitOver(visit, later(noon, 30 * minuteMs))).toBe(true)
})

test('a busy visit is over after 8 hours', () => {
  const busy = Array.from({ length: 19 }).reduce<typeof visit>((seen) => seeVisit(seen, later(seen.seenAt, 25 * minuteMs)), visit)
  expect(isVisitOver(busy, later(noon, 8 * hourMs - 1))).toBe(false)
  expect(isVisitOver(busy, later(noon, 8 * hourMs))).toBe(true)
})

test('a visit that is over does not come back', () => {
  expect(() => seeVisit(visit, daysAfter(1))).toThrow('visit_over')
  const stopped = endVisit(visit, 'customer', later(noon, minuteMs))
  expect(() => seeVisit(stopped, later(noon, 2 * minuteMs))).toThrow('visit_over')
  expect(endVisit(stopped, 'person', daysAfter(1))).toEqual(stopped)
})

test('a visit that ran out before somebody ended it, ended by time', () => {
  expect(endVisit(visit, 'person', daysAfter(1))).toMatchObject({ endedBy: 'time', endedAt: later(noon, 30 * minuteMs) })
})

test('a customer chooses 15 minutes to 12 hours in all, 5 to 60 minutes idle', () => {
  const bounds = [
    [5, 0.25, true],
    [60, 12, true],
    [4, 8, false],
    [61, 8, false],
    [30.5, 8, false],
    [30, 0.2, false],
    [30, 12.5, false],
    [Number.NaN, 8, false],
    [30, Number.NaN, false],
  ] as const
  for (const [idleMinutes, hours, expected] of bounds)
    expect([idleMinutes, hours, areWithinBounds({ idleMinutes, hours })]).toEqual([idleMinutes, hours, expected])
  expect(() => startVisit(visitor, { idleMinutes: 30, hours: 24 }, noon)).toThrow('visit_limits_out_of_bounds')
})

test('whatever happens in it, no visit outlives its limits', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 29 }), { maxLength: 40 }), (pauses) => {
      const last = pauses.reduce<typeof visit>((seen, minutes) => {
        const now = later(seen.seenAt, minutes * minuteMs)
        return isVisitOver(seen, now) ? seen : seeVisit(seen, now)
      }, visit)
      expect(isVisitOver(last, later(noon, 8 * hourMs))).toBe(true)
      expect(isVisitOver(last, later(last.seenAt, 30 * minuteMs))).toBe(true)
    }),
  )
})

test('an authentication is fresh for 15 minutes', () => {
  const session: Session = {
    id: visitor.sessionId,
    personId: anna,
    strength: 'password',
    authenticatedAt: noon,
    expiresAt: daysAfter(1),
    endedAt: null,
  }
  expect([isFresh(session, later(noon, freshForMs - 1)), isFresh(session, later(noon, freshForMs))]).toEqual([true, false])
  expect([isSessionOpen(session, later(daysAfter(1), -1)), isSessionOpen(session, daysAfter(1))]).toEqual([true, false])
  expect(isSessionOpen({ ...session, endedAt: noon }, noon)).toBe(false)
})
