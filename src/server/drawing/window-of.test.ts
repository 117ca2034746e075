import { expect, test } from 'vitest'
import { windowOf } from './window-of.ts'

test('a window is as wide as the browser told, and otherwise as its kind is; its language is what was told, and otherwise what the browser asks for', () => {
  expect(windowOf({})).toEqual({ width: 64, zone: 'Europe/Zurich', language: 'en' })
  expect(windowOf({ cookie: 'a=1; window=44~America/Argentina/Buenos_Aires~es', 'accept-language': 'it' })).toEqual({
    width: 44,
    zone: 'America/Argentina/Buenos_Aires',
    language: 'es',
  })
  expect(windowOf({ 'sec-ch-ua-mobile': '?1' }).width).toBe(20)
  expect(windowOf({ 'user-agent': 'Mozilla/5.0 (iPhone) Mobile/15E148 Safari/604.1' }).width).toBe(20)
})

test.each([
  'window=99~UTC',
  'window=44',
  'otherwindow=20~UTC',
  'window=20~../../etc',
  'window=20~Nowhere/Place',
  'window=20~Nowhere/Place~xx',
])('%s is not believed', (cookie) => {
  const { width, zone, language } = windowOf({ cookie, 'accept-language': 'sv, it-CH;q=0.9' })
  expect(language).toBe('it')
  expect([20, 44, 64]).toContain(width)
  expect(['UTC', 'Europe/Zurich']).toContain(zone)
  if (cookie !== 'window=99~UTC') expect(zone).toBe('Europe/Zurich')
})
