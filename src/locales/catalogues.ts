// The languages of the screens and how the browser loads their texts: one chunk per language.
export const languages = ['de', 'fr', 'it', 'en', 'es'] as const
export type Language = (typeof languages)[number]

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value)
}

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
