// The five languages Prokura speaks.

export const languages = ['de', 'fr', 'it', 'en', 'es'] as const
export type Language = (typeof languages)[number]

export function isLanguage(text: string): text is Language {
  return languages.some((language) => language === text)
}
