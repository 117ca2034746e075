import { expect, test } from 'vitest'
import { lackOfRoom } from './lack-of-room.ts'

test('a full disk is told with numbers, and one with room is no reason', () => {
  expect(lackOfRoom('/tmp', 1e18)).toMatch(/^Only \d+ MB are free in \/tmp; PostgreSQL needs about 1000000000000 MB there\.$/)
  expect(lackOfRoom('/tmp', 0)).toBe('')
})
