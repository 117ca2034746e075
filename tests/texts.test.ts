// The guard of the words: five complete languages, one word for one thing, no text that is missing and none that nobody uses.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { describe, expect, test } from 'vitest'
import { eventKinds } from '../src/domain/event.ts'
import { languages } from '../src/domain/language.ts'
import { refusalCodes } from '../src/domain/refusal.ts'
import { families, neverDelegable, rightIds } from '../src/domain/rights/catalogue.ts'
import { readCatalogue, textsFor } from '../src/locales/server-texts.ts'
import { bannedWords } from './banned-words.ts'
import { type Face, facesIn } from './signs-in-font.ts'

const root = path.join(import.meta.dirname, '..')
const catalogues = Object.fromEntries(languages.map((language) => [language, readCatalogue(language)]))
const english = readCatalogue('en')
const ids = Object.keys(english)
const areas = [...new Set(ids.map((id) => id.slice(0, id.indexOf('.'))))]
const sources = ['src/web', 'src/server', 'scripts/start'].flatMap((directory) => sourceFiles(path.join(root, directory)))
const code = sources.map((file) => ({ file: path.relative(root, file), text: readFileSync(file, 'utf8') }))

test('the guard sees catalogues and source files', () => {
  expect(languages.length).toBe(5)
  expect(areas).toEqual(
    expect.arrayContaining(['rights', 'families', 'presets', 'never', 'statuses', 'roles', 'problems', 'common', 'mails']),
  )
  expect(ids.length).toBeGreaterThan(400)
  expect(code.filter(({ file }) => file.startsWith('src/web')).length).toBeGreaterThan(5)
  expect(code.filter(({ file }) => file.startsWith('src/server')).length).toBeGreaterThan(5)
})

describe.each(languages)('in %s', (language) => {
  const catalogue = readCatalogue(language)
  const texts = Object.entries(catalogue)

  test('every text of every area exists, and no other', () => {
    expect(Object.keys(catalogue).toSorted()).toEqual(ids.toSorted())
  })

  test('no text is empty or begins or ends with a space', () => {
    expect(texts.filter(([, text]) => text.trim() === '' || text.trim() !== text).map(([id]) => id)).toEqual([])
  })

  test('every text is valid ICU', () => {
    expect(texts.filter(([, text]) => !isValid(text)).map(([id]) => id)).toEqual([])
  })

  test('every text has the placeholders, choices and tags of the English one', () => {
    const different = texts.filter(([id, text]) => english[id] !== undefined && shapeOf(text) !== shapeOf(english[id]))
    expect(different.map(([id, text]) => `${id}: ${shapeOf(text)} instead of ${shapeOf(english[id] ?? '')}`)).toEqual([])
  })

  test('no banned word is used', () => {
    const found = texts.flatMap(([id, text]) =>
      bannedWords[language].filter((word) => word.test(text.replaceAll('\u2011', '-'))).map((word) => `${id}: ${word}`),
    )
    expect(found).toEqual([])
  })

  test('no text quotes or escapes with the ASCII apostrophe, which ICU swallows', () => {
    expect(texts.filter(([, text]) => text.includes("'")).map(([id]) => id)).toEqual([])
  })
})

test('German is spelled as in Switzerland', () => {
  const german = Object.entries(catalogues['de'] ?? {})
  expect(german.filter(([, text]) => /[ß„“”]/.test(text)).map(([id]) => id)).toEqual([])
})

test('French parts its signs from the words, and never at the end of a line', () => {
  const torn = /[^\u202f](?:[?!;](?=$|[\s{}<)\u202f])|»)|[^\u00a0]:(?=$|[\s{])|«(?!\u202f)/
  expect(Object.entries(catalogues['fr'] ?? {}).filter(([, text]) => torn.test(text))).toEqual([])
  expect(torn.test('Qui paie ?')).toBe(true)
})

test('on screens no line ends within e-mail: in a sentence its hyphen (U+2011) holds', () => {
  const torn = languages.flatMap((language) =>
    Object.entries(catalogues[language] ?? {}).filter(
      ([id, text]) => !id.startsWith('mails.') && /\s/.test(text) && /\be-mail/i.test(text),
    ),
  )
  expect(torn.map(([id]) => id)).toEqual([])
  expect(Object.values(catalogues['de'] ?? {}).some((text) => text.includes('E\u2011Mail'))).toBe(true)
})

test('French drops the e of de and que before a name that begins with a vowel', () => {
  expect(textsFor('fr').t('partners.rights.others', { partner: 'Alpweb AG' })).toBe('Des droits qu’Alpweb AG n’a pas.')
  expect(textsFor('es').t('partners.rights.others', { partner: 'Alpweb AG' })).toBe('Permisos que Alpweb AG no tiene.')
})

test('every sign of a text has its shape in the fonts that come along', () => {
  const inPackage = facesIn(path.join(root, 'node_modules/@fontsource-variable/inter/wght.css'))
  const ours = facesIn(path.join(root, 'src/web/styles.css'))
  const isDrawn = (sign: string, faces: readonly Face[] = [...inPackage, ...ours]) => {
    const point = sign.codePointAt(0) ?? 0
    return faces.findLast(({ declared }) => declared(point))?.signs.has(point) ?? false
  }
  const lost = languages.flatMap((language) =>
    Object.entries(readCatalogue(language)).filter(([, text]) => Array.from(text).some((sign) => sign !== '\n' && !isDrawn(sign))),
  )
  expect(lost).toEqual([])
  // The package declares this hyphen and has no shape for it, our own file has both.
  expect([isDrawn('\u2011', inPackage), isDrawn('\u2011'), isDrawn('☂')]).toEqual([false, true, false])
})

test('the file of our own signs has all that it declares, and no other', () => {
  const [ours] = facesIn(path.join(root, 'src/web/styles.css'))
  const every = Array.from({ length: 0x10000 }, (_, point) => point)
  expect(every.filter((point) => ours?.declared(point))).toEqual([...(ours?.signs ?? [])].toSorted((one, other) => one - other))
})

test('a wrong text would be noticed', () => {
  expect(isValid('{count, plural, one {# right}')).toBe(false)
  expect(shapeOf('{a} <b>{count, plural, one {x {y}} other {z}}</b>')).toBe('<b> a count y')
  expect(shapeOf('{side, select, customer {x} other {y}}')).toBe('side side=customer')
  expect(bannedWords.de.some((word) => word.test('Ihr gesetzlicher Vertreter'))).toBe(true)
})

test('every right, family, refusal, event and never-list entry has its words', () => {
  const needed = [
    ...rightIds.flatMap((id) => [`rights.${id}`, `rights.${id}.name`]),
    ...families.map((id) => `families.${id}`),
    ...neverDelegable.map((id) => `never.${id}`),
    ...refusalCodes.map((id) => `problems.${id}`),
    ...eventKinds.map((id) => `activity.${id}`),
  ]
  expect(needed.filter((id) => !Object.hasOwn(english, id))).toEqual([])
})

test('whatever the journal says was looked at has its words', () => {
  const shown = code.flatMap(({ text }) =>
    [...text.matchAll(/\b(?:reads: |reading\('[a-z.]+', )'([a-z_]+)'/g)].map(([, what]) => `activity.what.${what}`),
  )
  expect(shown.length).toBeGreaterThan(3)
  expect(shown.filter((id) => !Object.hasOwn(english, id))).toEqual([])
})

test('every text that the code asks for exists', () => {
  const asked = code.flatMap(({ file, text }) => askedIn(text).map((id) => ({ file, id })))
  expect(asked.length).toBeGreaterThan(20)
  expect(asked.filter(({ id }) => !Object.hasOwn(english, id)).map(({ file, id }) => `${id} in ${file}`)).toEqual([])
})

test('the browser asks for no text of a mail, because it is not sent those', () => {
  const asked = code.filter(({ file }) => file.startsWith('src/web')).flatMap(({ text }) => askedIn(text))
  expect(asked.filter((id) => id.startsWith('mails.'))).toEqual([])
})

test('every text is asked for somewhere', () => {
  const mentioned = code.map(({ text }) => text).join('\n')
  const literals = new Set([...mentioned.matchAll(/(?:['"`]|\{\{)([a-z_-]+\.[\w.-]+)(?:['"`]|[^}'"`]*\}\})/g)].map(([, id]) => id))
  const patterns = [...mentioned.matchAll(/`([a-z_-]+\.[^`\s]*\$\{[^`]*)`/g)].map(([, template]) => patternOf(template ?? ''))
  expect(ids.filter((id) => !literals.has(id) && !patterns.some((pattern) => pattern.test(id)))).toEqual([])
})

function sourceFiles(directory: string): string[] {
  const files = readdirSync(directory, { withFileTypes: true, recursive: true })
  return files
    .filter((file) => file.isFile() && /\.(tsx?|md)$/.test(file.name) && !/\.test\.tsx?$/.test(file.name))
    .map((file) => path.join(file.parentPath, file.name))
}

/** `t('area.key')`, `<Text id="area.key">`, and `{{area.key}}` in help articles. */
function askedIn(text: string): string[] {
  const calls = text.matchAll(/\b(?:t|translate)\(\s*['"]([a-z_-]+\.[\w.-]+)['"]/g)
  const elements = text.matchAll(/<Text\b[^>]*?\sid=(?:\{)?['"]([a-z_-]+\.[\w.-]+)['"]/g)
  const inserted = text.matchAll(/\{\{([a-z_-]+\.[\w.-]+)[^}]*\}\}/g)
  return [...calls, ...elements, ...inserted].map(([, id]) => id ?? '')
}

/** A template literal such as rights.${right}.name as the ids it can mean. */
function patternOf(template: string): RegExp {
  const parts = template.split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/)
  return new RegExp(`^${parts.map((part) => part.replaceAll(/[.*+?^$()[\]\\|{}]/g, '\\$&')).join('.+')}$`)
}

/** compileMessage reports a broken message by giving it back unchanged. */
function isValid(text: string): boolean {
  const compiled = compileQuietly(text)
  return !(Array.isArray(compiled) && compiled.length === 1 && compiled[0] === text && /[{}]/.test(text))
}

function shapeOf(text: string): string {
  const tags = [...text.matchAll(/<\/?[a-zA-Z][\w-]*\/?>/g)].map(([tag]) => tag).filter((tag) => !tag.startsWith('</'))
  return [...new Set([...tags, ...placeholders(compileQuietly(text))])].toSorted().join(' ')
}

function placeholders(compiled: unknown): string[] {
  if (!Array.isArray(compiled)) return []
  return compiled.flatMap((token) => {
    if (!Array.isArray(token)) return []
    const [name, format, choices] = token
    if (typeof choices !== 'object' || choices === null) return [String(name)]
    const chosen = format === 'select' ? Object.keys(choices).filter((choice) => choice !== 'other' && choice !== 'offset') : []
    return [String(name), ...chosen.map((choice) => `${name}=${choice}`), ...Object.values(choices).flatMap(placeholders)]
  })
}

function compileQuietly(text: string): unknown {
  const { error } = console
  console.error = () => undefined
  try {
    return compileMessage(text)
  } finally {
    console.error = error
  }
}
