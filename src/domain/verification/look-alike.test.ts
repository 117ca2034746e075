import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lookAlikes, mistakesIn, resemblance } from './look-alike.ts'

test.each([
  ['Alpweb GmbH', 'Alpweb AG', 'same'],
  ['ALPWEB', 'Alpweb AG', 'same'],
  ['Аlpweb AG', 'Alpweb AG', 'same'],
  ['A1pweb AG', 'Alpweb AG', 'same'],
  ['AIpweb AG', 'Alpweb AG', 'same'],
  ['Alp-Web S.A.', 'Alpweb AG', 'same'],
  ['Älpwéb', 'Alpweb AG', 'same'],
  ['Müller & Söhne', 'Mueller und Soehne AG', 'same'],
  ['C0mpuvvare', 'Compuware Inc.', 'same'],
  ['Modem Partner', 'Modern Partner', 'same'],
  ['Partner Alpweb AG', 'Alpweb Partner', 'reordered'],
  ['Alpwebb AG', 'Alpweb AG', 'near'],
  ['Aplweb AG', 'Alpweb AG', 'near'],
  ['Webwerk Bern', 'Webwerk Born GmbH', 'near'],
  ['Alpweb Support AG', 'Alpweb AG', 'contains'],
  ['Alpweb AG', 'Alpweb Support AG', 'contains'],
])('%s is taken for %s: %s', (name, other, how) => {
  expect(resemblance(name, other)).toBe(how)
})

test.each([
  ['Alpweb AG', 'Webwerk GmbH'],
  ['Alpweb AG', 'Almweg AG'],
  ['ABC AG', 'ABD AG'],
  ['IT AG', 'Digital IT AG'],
  ['Rossi & Figli Sagl', 'Bianchi & Figli Sagl'],
  ['Holding AG', 'Alpweb Holding AG'],
  ['', 'Alpweb AG'],
])('%s is not taken for %s', (name, other) => {
  expect(resemblance(name, other)).toBeNull()
})

test('of several, those that resemble are named', () => {
  const known = [
    { of: 1, names: ['Alpweb AG', 'Bergweb AG'] },
    { of: 2, names: ['Webwerk GmbH'] },
  ]
  expect(lookAlikes('Bergwep', known)).toEqual([{ of: 1, how: 'near' }])
})

const letters = Array.from('abcdefghjkmopqrstuvwxyz')
/** Legal forms and joining words, which do not count: a name of nothing else is its own case. */
const isShared = (one: string) => resemblance(`${one} Quappe`, 'Quappe') === 'same'
const word = fc
  .array(fc.constantFrom(...letters), { minLength: 3, maxLength: 9 })
  .map((signs) => signs.join(''))
  .filter((one) => !isShared(one))
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
const forms = fc.constantFrom('AG', 'GmbH', 'S.A.', 'Sàrl', 'Ltd.', '& Co. KG')

describe('whatever the name', () => {
  test('it resembles itself, in any case, with accents, punctuation and any legal form', () => {
    fc.assert(
      fc.property(name, forms, fc.constantFrom('\u0301', '\u0308', ''), (given, form, accent) => {
        const dressed = `${given.toUpperCase().replaceAll('A', `A${accent}`).replaceAll(' ', '-')}, ${form}`
        expect(resemblance(dressed, given)).toBe('same')
      }),
    )
  })

  test('resembling goes both ways', () => {
    fc.assert(fc.property(name, name, (one, other) => resemblance(one, other) === resemblance(other, one)))
    fc.assert(
      fc.property(name, fc.nat(20), fc.constantFrom(...letters), (one, at, sign) => {
        const other = one.slice(0, at) + sign + one.slice(at)
        expect(resemblance(one, other)).toBe(resemblance(other, one))
      }),
    )
  })

  test('signs of other scripts and digits that look alike hide nothing', () => {
    const disguises: Readonly<Record<string, string>> = { a: 'а', c: 'с', e: 'е', o: '0', p: 'р', s: '5', x: 'х', y: 'у', k: 'к', t: 'т' }
    fc.assert(
      fc.property(name, fc.infiniteStream(fc.boolean()), (given, choices) => {
        const disguised = Array.from(given, (sign) => (choices.next().value ? (disguises[sign] ?? sign) : sign)).join('')
        expect(resemblance(disguised, given)).toBe('same')
      }),
    )
  })

  test('the order of its words hides nothing', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 2, maxLength: 4 }), (words) => {
        expect(resemblance(words.toReversed().join(' '), words.join(' '))).not.toBeNull()
      }),
    )
  })

  test('a typing mistake is seen in five letters, two in nine, and none is invented in short names', () => {
    fc.assert(
      fc.property(fc.nat(40), (length) => {
        expect(mistakesIn(length)).toBe(length < 5 ? 0 : length < 9 ? 1 : 2)
      }),
    )
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...Array.from('abkmopqstuxyz')), { minLength: 5, maxLength: 12 }),
        fc.nat(11),
        fc.constantFrom(...Array.from('fghjw')),
        (signs, at, sign) => {
          const given = signs.join('')
          fc.pre(!/ae|oe|ue/.test(given))
          const mistyped = given.slice(0, at % given.length) + sign + given.slice((at % given.length) + 1)
          expect(resemblance(mistyped, given)).not.toBeNull()
        },
      ),
    )
  })

  test('names that share no sign are never taken for one another', () => {
    const from = (signs: string) =>
      fc.array(fc.constantFrom(...Array.from(signs)), { minLength: 3, maxLength: 20 }).map((some) => some.join(''))
    fc.assert(fc.property(from('abcdef'), from('ghjkm'), (one, other) => resemblance(one, other) === null))
  })
})
