// A signed-in person reads their own language, unless the address asks for another (?lang=fr).
import { useEffect } from 'react'
import type { Language } from '../../domain/language.ts'
import { speak } from '../texts.tsx'

/** Once for each signed-in person: whoever changes the language on screen keeps the new one. */
let followed: Language | undefined

export function useOwnLanguage(language: Language): void {
  useEffect(() => {
    if (followed === language || new URLSearchParams(location.search).has('lang')) return
    followed = language
    void speak(language)
  }, [language])
}
