// No French reader meets "de Alpweb", whatever the name: with one example for each case, and for every name that ever comes.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { elidable, elided } from './elision.ts'

const say = (message: string, name: string, language = 'fr') => elided(elidable(message).replace('{name}', name), language)

test('before a vowel the e goes, before anything else it stays', () => {
  expect(say('l’accès de {name}', 'Alpweb AG')).toBe('l’accès d’Alpweb AG')
  expect(say('l’accès de {name}', 'Webwerk GmbH')).toBe('l’accès de Webwerk GmbH')
  expect(say('parce que {name} demande', 'Élan Sàrl')).toBe('parce qu’Élan Sàrl demande')
  expect(say('de <b>{name}</b>', 'Œuvre SA')).toBe('d’<b>Œuvre SA</b>')
  expect(say('le canton de {name}', 'Yverdon')).toBe('le canton d’Yverdon')
  expect(say('le compte de {name}', 'Yahoo')).toBe('le compte de Yahoo')
  expect(say('l’aide {name}', 'Alpweb')).toBe('l’aide Alpweb')
})

test('other languages keep their words', () => {
  expect(say('{name}', 'Alpweb', 'es')).toBe('Alpweb')
  expect(say('los derechos de {name}', 'Alpweb', 'es')).toBe('los derechos de Alpweb')
})

test('a name is never changed, and nothing private is left', () => {
  fc.assert(
    fc.property(
      fc.string().map((name) => name.replaceAll(/[\uE001$]/g, '')),
      (name) => {
        const text = say('de {name}', name)
        expect([`de ${name}`, `d’${name}`]).toContain(text)
      },
    ),
  )
})
