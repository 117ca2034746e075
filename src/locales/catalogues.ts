// How the browser loads the texts on screen: one chunk per language.
import type { Language } from '../domain/language.ts'

const load = {
  de: () => import('./catalogue-de.ts'),
  fr: () => import('./catalogue-fr.ts'),
  it: () => import('./catalogue-it.ts'),
  en: () => import('./catalogue-en.ts'),
  es: () => import('./catalogue-es.ts'),
} satisfies Record<Language, () => Promise<{ areas: Record<string, Record<string, string>> }>>

/** Message id ("area.key") to ICU message, for one language. */
export async function loadCatalogue(language: Language): Promise<Record<string, string>> {
  const { areas } = await load[language]()
  return Object.fromEntries(Object.entries(areas).flatMap(([file, texts]) => withArea(areaOf(file), texts)))
}

function areaOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1, -'.json'.length)
}

function withArea(area: string, texts: Record<string, string>): [string, string][] {
  return Object.entries(texts).map(([key, text]) => [`${area}.${key}`, text])
}
