import { expect, test } from 'vitest'
import { lastDays, presenceOf } from './presence.ts'
import type { Visit } from './visits-data.ts'

const visit = (person: string, startedAt: Date, minutes: number): Visit => ({
  id: `${person} ${startedAt.toISOString()}`,
  partnershipId: 'p',
  partner: { id: 'alpweb', name: 'Alpweb AG' },
  person: { id: person, name: person },
  reason: null,
  startedAt: startedAt.toISOString(),
  seenAt: startedAt.toISOString(),
  endedAt: new Date(startedAt.getTime() + minutes * 60_000).toISOString(),
  endedBy: 'person',
  endedByPerson: null,
  reads: 0,
  changes: 0,
  refused: 0,
})

test('each person has a line of days with the minutes of all their visits; whoever came last stands first', () => {
  const days = lastDays(3, new Date(2027, 2, 1, 12))
  expect(days).toEqual(['2027-02-27', '2027-02-28', '2027-03-01'])
  const visits = [
    visit('Anna', new Date(2027, 1, 27, 9), 20),
    visit('Anna', new Date(2027, 1, 27, 14), 10),
    visit('Luca', new Date(2027, 2, 1, 8), 0),
    visit('Luca', new Date(2027, 0, 1, 8), 90),
  ]
  expect(presenceOf(visits, days, 6).map(({ person, minutes }) => [person, minutes])).toEqual([
    ['Luca', [0, 0, 1]],
    ['Anna', [30, 0, 0]],
  ])
})
