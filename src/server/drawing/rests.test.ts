import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openRests } from './rests.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())
const later = () => vi.setSystemTime(Date.now() + 11_000)

test('a page that was late rests for a while, and no other one with it, however often it is late', () => {
  const { rests, wasLate } = openRests()
  for (let times = 0; times < 5; times += 1) {
    wasLate('/o/large/customers')
    expect(rests('/o/large/customers')).toBe(true)
    expect(rests('/o/small/customers')).toBe(false)
    later()
    expect(rests('/o/large/customers')).toBe(false)
  }
})

test('when one page after the other is late all rest, and again at the first late one, until one is in time', () => {
  const { rests, wasLate, wasInTime } = openRests()
  for (const page of ['/o/1', '/o/2', '/o/3']) {
    expect(rests('/o/9')).toBe(false)
    wasLate(page)
  }
  expect(rests('/o/9')).toBe(true)
  later()
  expect(rests('/o/9')).toBe(false)
  wasLate('/o/4')
  expect(rests('/o/9')).toBe(true)
  later()
  wasInTime()
  wasLate('/o/5')
  expect(rests('/o/9')).toBe(false)
})
