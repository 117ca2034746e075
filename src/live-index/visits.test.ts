// What the memory of visits and sessions lets go of, and when.
import { expect, test } from 'vitest'
import { Visits } from './visits.ts'

const [start, hour] = [Date.UTC(2026, 10, 28), 3_600_000]
const common = { personId: 'petra', startedAt: start, authenticatedAt: start, expiresAt: start + 8 * hour, endedAt: null }

function given(): Visits {
  const visits = new Visits()
  visits.putSession('session', { id: 'session', strength: 'two_factors', ...common })
  visits.putVisit('visit', { id: 'visit', partnershipId: 'partnership', sessionId: 'session', seenAt: start, idleMinutes: 30, ...common })
  return visits
}

test('what had to be over is forgotten a day later', () => {
  const visits = given()
  visits.forgetBefore(start + 31 * hour)
  expect([visits.visit('visit')?.id, visits.session('session')?.id]).toEqual(['visit', 'session'])
  visits.forgetBefore(start + 33 * hour)
  expect([visits.visit('visit'), visits.session('session')]).toEqual([undefined, undefined])
})

test('nothing is forgotten by whoever does not know the time yet: visits under way are told once', () => {
  const visits = given()
  for (const unknown of [Infinity, Number.NaN]) visits.forgetBefore(unknown)
  expect([visits.visit('visit')?.id, visits.session('session')?.id]).toEqual(['visit', 'session'])
})
