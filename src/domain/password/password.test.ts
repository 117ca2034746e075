import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { passwordLength, readPassword, weaknessOf } from './password.ts'

const alone = { hasSecondFactor: false, names: ['Anna Keller', 'anna.keller@alpweb.example', 'Bäckerei Zürcher GmbH'] }
const withSecond = { ...alone, hasSecondFactor: true }
/** Letters only, nothing a list could hold. */
const random = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'bcdfghjkmnpqrtvwxz'.split('')), minLength, maxLength })

describe('the length', () => {
  test('a password that is the only factor has at least 15 characters', () => {
    expect(weaknessOf('vogelstrumpfkan', alone)).toBe(null)
    expect(weaknessOf('vogelstrumpfka', alone)).toBe('too_short_alone')
  })

  test('with a second factor eight are enough', () => {
    expect(weaknessOf('vogelstr', withSecond)).toBe(null)
    expect(weaknessOf('vogelst', withSecond)).toBe('too_short')
  })

  test('256 are allowed, one more is not, and nothing is cut off', () => {
    const long = 'vogel strumpf kanne 7 '.repeat(20)
    expect(weaknessOf(`${long.slice(0, 255)}q`, alone)).toBe(null)
    expect(weaknessOf(`${long.slice(0, 255)}qq`, alone)).toBe('too_long')
  })

  test('characters count, not bytes', () => {
    expect(passwordLength('🦊🐢é')).toBe(3)
  })

  test('whatever the letters, the length alone decides about unguessable ones', () => {
    fc.assert(fc.property(random(8, 14), (text) => weaknessOf(text, alone) === 'too_short_alone'))
    fc.assert(fc.property(random(0, 7), (text) => weaknessOf(text, withSecond) === 'too_short'))
    fc.assert(
      fc.property(random(15, 256), (text) => {
        fc.pre(new Set(text).size > 8)
        return weaknessOf(text, alone) === null
      }),
    )
  })
})

test('every way of typing the same text is the same password', () => {
  expect(readPassword('Zu\u0308rich')).toBe(readPassword('Zürich'))
  expect(readPassword('ｐａｓｓ')).toBe('pass')
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => readPassword(readPassword(text)) === readPassword(text)))
})

test('no kind of character is asked for: a sentence in small letters is fine', () => {
  for (const password of [
    'der regen fällt auf sieben dächer',
    'correct goat battery window',
    '482 906 175 338 264',
    'müde kühe trinken nie kaffee',
  ])
    expect(weaknessOf(readPassword(password), alone)).toBe(null)
})

test('what many others chose is refused, however it is dressed up', () => {
  const common = [
    'password',
    'Passw0rd!',
    'P@ssw0rd2024',
    'qwertz123',
    'Sommer2024!',
    'iloveyou2',
    '12345678',
    '87654321',
    'aaaaaaaa',
    'abcdefgh',
    '1q2w3e4r5t',
    'qazwsxedc',
    '24.12.1988',
    'Liverpool1!',
  ]
  expect(common.filter((password) => weaknessOf(password, withSecond) !== 'common')).toEqual([])
  const long = [
    'passwordpassword',
    'Sommer2024Sommer2024',
    '123456789012345',
    'qwertyuiopasdfgh',
    'abcabcabcabcabc',
    'iloveyouforever1',
    '111111111111111111',
    'michaeljennifer!!',
  ]
  expect(long.filter((password) => weaknessOf(password, alone) !== 'common')).toEqual([])
})

test('the own name, address, organisation or this product is no password', () => {
  for (const password of ['Prokura-Prokura', 'annakeller-2024', 'alpweb.alpweb.24', 'BäckereiZürcher1'])
    expect(weaknessOf(password, alone)).toBe('own_name')
})

/* oxlint-disable no-restricted-globals -- what the processor takes, whatever else the machine does meanwhile, only the process knows */
test('an absurdly repetitive or long text is judged quickly', () => {
  const began = process.threadCpuUsage()
  weaknessOf('ab'.repeat(128), alone)
  weaknessOf('a1'.repeat(50_000), alone)
  expect(process.threadCpuUsage(began).user / 1000).toBeLessThan(500)
})
