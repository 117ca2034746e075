import { expect, test } from 'vitest'
import { windowOf } from './window-of.ts'

test('a window is as wide as the browser told, and otherwise as its kind is', () => {
  expect(windowOf({})).toEqual({ width: 64, zone: 'Europe/Zurich' })
  expect(windowOf({ cookie: 'a=1; window=44~America/Argentina/Buenos_Aires' })).toEqual({
    width: 44,
    zone: 'America/Argentina/Buenos_Aires',
  })
  expect(windowOf({ 'sec-ch-ua-mobile': '?1' }).width).toBe(20)
  expect(windowOf({ 'user-agent': 'Mozilla/5.0 (iPhone) Mobile/15E148 Safari/604.1' }).width).toBe(20)
})

test.each(['window=99~UTC', 'window=44', 'otherwindow=20~UTC', 'window=20~../../etc', 'window=20~Nowhere/Place'])(
  '%s is not believed',
  (cookie) => {
    const { width, zone } = windowOf({ cookie })
    expect([20, 44, 64]).toContain(width)
    expect(['UTC', 'Europe/Zurich']).toContain(zone)
    if (cookie !== 'window=99~UTC') expect(zone).toBe('Europe/Zurich')
  },
)
