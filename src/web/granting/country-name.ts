// The name of a country in the person's language.
import { useMemo } from 'react'
import { locales, useLanguage } from '../texts.tsx'

export function useCountryName(): (code: string) => string {
  const language = useLanguage()
  return useMemo(() => {
    const names = new Intl.DisplayNames(locales[language], { type: 'region' })
    return (code) => names.of(code) ?? code
  }, [language])
}
