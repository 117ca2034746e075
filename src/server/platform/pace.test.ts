import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newPace } from './pace.ts'

test('ten a second are ten at once, then one every tenth of a second', () => {
  let now = 0
  const pace = newPace(10, () => now)
  expect(pace.allowed()).toBe(10)
  pace.used(10)
  expect(pace.allowed()).toBe(0)
  now += pace.pauseMs()
  expect(pace.allowed()).toBe(1)
  now += 60_000
  expect(pace.allowed()).toBe(10)
})

test('in any stretch of time no more begin than that time allows and one second saved up', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 60 }), (perSecond, pauses) => {
      let now = 0
      let begun = 0
      const pace = newPace(perSecond, () => now)
      for (const pause of pauses) {
        now += pause
        const count = pace.allowed()
        pace.used(count)
        begun += count
      }
      expect(begun).toBeLessThanOrEqual(perSecond + (now / 1000) * perSecond + 1e-6)
    }),
  )
})
