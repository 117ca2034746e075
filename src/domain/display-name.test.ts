import fc from 'fast-check'
import { expect, test } from 'vitest'
import { displayName, displayNameMax } from './display-name.ts'

test('names of people and organisations are taken as they are written', () => {
  for (const name of [
    'Anna Keller',
    'Bäckerei Zürcher GmbH',
    'Rossi & Figli Sagl',
    "D'Angelo",
    'Weingut Höß & Söhne KG',
    'St.Gallen Tourismus',
    'Dr. med. A. Müller',
    '株式会社',
    '3M',
  ]) {
    expect(displayName(name)).toBe(name)
  }
})

test('spaces around and between are tidied', () => {
  expect(displayName('  Anna \u00A0  Keller ')).toBe('Anna Keller')
})

test('a name that hides something, links somewhere or begins a header is refused', () => {
  const refused = [
    '',
    '   ',
    '...',
    'Anna\r\nBcc: a@b.example',
    'Anna\u0000',
    'Anna \u202Egpj.exe',
    'An\u200Bna',
    'Anna\u2028Keller',
    'see www.evil.example',
    'http://evil.example',
    'evil.com',
    'Pay at EVIL.COM now',
    'evil．com',
    'a@b',
    '<b>Anna</b>',
    'x'.repeat(displayNameMax + 1),
  ]
  expect(refused.filter((name) => displayName(name) !== null)).toEqual([])
})

test('whatever is taken is one visible line of at most 80 characters, and is taken again unchanged', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
      const name = displayName(text)
      if (name === null) return
      expect(name).toMatch(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}@<>]+$/u)
      expect(Array.from(name).length).toBeLessThanOrEqual(displayNameMax)
      expect(displayName(name)).toBe(name)
    }),
  )
})
