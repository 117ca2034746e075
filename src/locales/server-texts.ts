// The words outside the browser (mails, help, files): the same catalogues and the same ICU messages as the screens, read once.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { elidable, elided } from '../domain/elision.ts'
import { type NamedFamily, textsOf } from '../domain/rights/named-family.ts'

const locales = { de: 'de-CH', fr: 'fr-CH', it: 'it-CH', en: 'en-CH', es: 'es-ES' } as const

export type Language = keyof typeof locales
export type TextValues = Readonly<Record<string, string | number>>

export type Texts = {
  readonly language: Language
  /** What Intl formats with: de-CH, fr-CH, it-CH, en-CH, es-ES. */
  readonly locale: string
  /** `t('area.key', { name })`; throws when the text does not exist. */
  readonly t: (id: string, values?: TextValues) => string
  readonly has: (id: string) => boolean
}

const texts = new Map<Language, Texts>()
let own: readonly NamedFamily[] = []

/** Families that the operator named are spoken of like ours, from now on. */
export function speakOf(families: readonly NamedFamily[]): void {
  own = families
  texts.clear()
}

export function textsFor(language: Language): Texts {
  const known = texts.get(language) ?? read(language)
  texts.set(language, known)
  return known
}

/** Every message of a language by its id, uncompiled. */
export function readCatalogue(language: Language): Readonly<Record<string, string>> {
  const directory = path.join(import.meta.dirname, language)
  const areas = readdirSync(directory).filter((file) => file.endsWith('.json'))
  return Object.fromEntries(areas.flatMap((file) => readArea(directory, file)))
}

function readArea(directory: string, file: string): [string, string][] {
  const area: Record<string, string> = JSON.parse(readFileSync(path.join(directory, file), 'utf8'))
  return Object.entries(area).map(([key, text]) => [`${file.slice(0, -'.json'.length)}.${key}`, text])
}

function read(language: Language): Texts {
  const catalogue: Readonly<Record<string, string>> = { ...readCatalogue(language), ...textsOf(own, language) }
  const messages = Object.fromEntries(Object.entries(catalogue).map(([id, text]) => [id, compileMessage(elidable(text))]))
  const i18n = setupI18n({ locale: language, locales: locales[language], messages: { [language]: messages } })
  const has = (id: string) => Object.hasOwn(catalogue, id)
  const t = (id: string, values?: TextValues) => {
    if (!has(id)) throw new Error(`No text ${id} in ${language}`)
    return elided(i18n._(id, values), language)
  }
  return { language, locale: locales[language], t, has }
}
