// How the browser loads the texts on screen: for each language one chunk that the first page needs, and one with all others.
import type { Language } from '../domain/language.ts'

type Chunk = () => Promise<{ areas: Record<string, Record<string, string>> }>

const first: Readonly<Record<Language, Chunk>> = {
  de: () => import('./first-de.ts'),
  fr: () => import('./first-fr.ts'),
  it: () => import('./first-it.ts'),
  en: () => import('./first-en.ts'),
  es: () => import('./first-es.ts'),
}

const rest: Readonly<Record<Language, Chunk>> = {
  de: () => import('./rest-de.ts'),
  fr: () => import('./rest-fr.ts'),
  it: () => import('./rest-it.ts'),
  en: () => import('./rest-en.ts'),
  es: () => import('./rest-es.ts'),
}

/** Message id ("area.key") to ICU message, for one language. */
export async function loadCatalogue(language: Language, isWhole: boolean): Promise<Record<string, string>> {
  const chunks = await Promise.all((isWhole ? [first, rest] : [first]).map((part) => part[language]()))
  const catalogue: Record<string, string> = {}
  for (const { areas } of chunks) {
    for (const [file, texts] of Object.entries(areas)) {
      const area = areaOf(file)
      for (const key in texts) catalogue[`${area}.${key}`] = texts[key] ?? ''
    }
  }
  return catalogue
}

function areaOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1, -'.json'.length)
}
