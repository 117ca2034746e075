// The words on screen: every text a screen asks for exists in every language, and names from outside stay words.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { languages } from '../domain/language.ts'
import { readCatalogue } from '../locales/server-texts.ts'
import { shielded, withElements } from './rich-text.ts'

const web = import.meta.dirname

test.each(languages)('every text a screen names exists in %s', (language) => {
  const catalogue = readCatalogue(language)
  const asked = readdirSync(web, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|^gallery/.test(file))
    .flatMap((file) =>
      [...readFileSync(path.join(web, file), 'utf8').matchAll(/\b(?:t\(\s*|translate\(\s*|id=)['"]([a-z][\w-]*(?:\.[\w-]+)+)['"]/g)].map(
        ([, id]) => `${id} (${file})`,
      ),
    )
  expect(asked.length).toBeGreaterThan(100)
  expect(asked.filter((entry) => !Object.hasOwn(catalogue, entry.slice(0, entry.indexOf(' '))))).toEqual([])
})

describe('text with elements inside', () => {
  test('a tag of the text becomes its element', () => {
    expect(withElements('Read <b>this</b> now', { b: { type: 'strong', key: null, props: {} } })).toMatchObject([
      'Read ',
      { props: { children: 'this' } },
      ' now',
    ])
  })

  test('a tag in a name stays a name', () => {
    const text = `You act for ${shielded('<b>Evil</b>')}`
    expect(withElements(text, { b: { type: 'strong', key: null, props: {} } })).toEqual(['You act for <b>Evil</b>'])
  })
})
