import { expect, test } from 'vitest'
import { insideNow } from './inside-now.ts'

const visit = (id: string, personId: string, hour: number) => ({
  id,
  personId,
  person: 'Anna Keller',
  startedAt: `2027-01-04T0${hour}:00:00Z`,
})

test('somebody in two browsers is inside once, since the first; two of one name are two', () => {
  expect(insideNow([visit('3', 'anna', 9), visit('2', 'other', 8), visit('1', 'anna', 7)])).toEqual([
    { ...visit('1', 'anna', 7), places: 2 },
    { ...visit('2', 'other', 8), places: 1 },
  ])
})
