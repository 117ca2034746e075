// The words on screen: texts by id in the person's language, plain (useTexts) or with elements inside (Text).
import { setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { I18nProvider, useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { elidable, elided } from '../domain/elision.ts'
import { isLanguage, type Language } from '../domain/language.ts'
import { type NamedFamily, textsOf } from '../domain/rights/named-family.ts'
import { loadCatalogue } from '../locales/catalogues.ts'
import { type Elements, shielded, withElements } from './rich-text.ts'

export type TextValues = Readonly<Record<string, string | number>>
export type Translate = (id: string, values?: TextValues) => string

const i18n = setupI18n()
const compiled = new Map<string, ReturnType<typeof compileMessage>>()

i18n.setMessagesCompiler((message) => {
  const known = compiled.get(message) ?? compileMessage(elidable(message))
  compiled.set(message, known)
  return known
})

let named: Promise<readonly NamedFamily[]> = Promise.resolve([])

/** Families that the operator named are spoken of like ours. Before the first `speak`. */
export function speakOf(families: Promise<readonly NamedFamily[]>): void {
  named = families
}

/** What the pages need that nobody has to sign in for, until another page is opened: then all texts. */
let isWhole = false
let wished: Language | undefined
let everything: Promise<void> | undefined

/** Shows everything in this language from now on, and remembers it in this browser. */
export async function speak(language: Language): Promise<void> {
  if (wished === language && i18n.locale === language) return
  wished = language
  await load(language)
  document.documentElement.lang = locales[language]
  localStorage.setItem('language', language)
}

/** Before the first page that is not among the first. */
export function speakOfEverything(): Promise<void> {
  everything ??= loadEverything().catch((failure: unknown) => {
    everything = undefined
    isWhole = false
    throw failure
  })
  return everything
}

/** For a page that is drawn elsewhere than in a browser: nothing is remembered. */
export async function showTexts(language: Language): Promise<void> {
  isWhole = true
  wished = language
  await load(language)
}

async function loadEverything(): Promise<void> {
  isWhole = true
  if (wished !== undefined) await load(wished)
}

let turns = 0

/** Of two that are loaded at the same time the later one is shown, whichever comes first. */
async function load(language: Language): Promise<void> {
  turns += 1
  const turn = turns
  const [messages, own] = await Promise.all([loadCatalogue(language, isWhole), named])
  if (turn !== turns) return
  i18n.loadAndActivate({ locale: language, locales: locales[language], messages: { ...messages, ...textsOf(own, language) } })
}

export const locales: Readonly<Record<Language, string>> = { de: 'de-CH', fr: 'fr-CH', it: 'it-CH', en: 'en-CH', es: 'es-ES' }

/** The language before anyone has signed in: ?lang, then the last one used here, then the browser's. */
export function firstLanguage(): Language {
  const wished = [new URLSearchParams(location.search).get('lang'), localStorage.getItem('language'), ...navigator.languages]
  return wished.map((tag) => tag?.slice(0, 2).toLowerCase()).find((code) => code !== undefined && isLanguage(code)) ?? 'en'
}

export function Texts({ children }: { children: ReactNode }) {
  return <I18nProvider i18n={i18n}>{children}</I18nProvider>
}

/** `t(id, { name })`: the text in the person's language; an id is the area, a dot, the key. */
export function useTexts(): Translate {
  useLingui()
  return translate
}

export function useLanguage(): Language {
  const { locale } = useLingui().i18n
  return isLanguage(locale) ? locale : 'en'
}

/** For code outside components; components use useTexts, so that they follow a change of language. */
export function translate(id: string, values?: TextValues): string {
  return elided(i18n._(id, values), i18n.locale)
}

export function hasText(id: string): boolean {
  return Object.hasOwn(i18n.messages, id)
}

/** A text with elements: `<Text id="…" components={{ link: <Link … /> }} />` for "Read <link>the guide</link>". Values never become elements. */
export function Text({
  id,
  values = {},
  components = {},
}: {
  id: string
  values?: TextValues | undefined
  components?: Elements | undefined
}) {
  useLingui()
  const plain = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shielded(value)]))
  return <>{withElements(translate(id, plain), components)}</>
}
