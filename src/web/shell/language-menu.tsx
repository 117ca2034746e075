// The language of the screens: changes at once, and is kept for mails too once somebody is signed in. A native choice: each phone draws its own,
// and the page of a request needs no menu for it.
import { Languages } from 'lucide-react'
import { isLanguage, type Language, languages } from '../../domain/language.ts'
import { setLanguage } from '../../server/shell/contract.ts'
import { api } from '../api.ts'
import { speak, useLanguage, useTexts } from '../texts.tsx'
import { buttonClass } from '../ui/button-class.ts'

/** Languages in their own words, so that everybody finds theirs. */
const names: Readonly<Record<Language, string>> = { de: 'Deutsch', fr: 'Français', it: 'Italiano', en: 'English', es: 'Español' }

export function LanguageMenu({ signedIn = false }: { signedIn?: boolean }) {
  const t = useTexts()
  const language = useLanguage()
  return (
    <span className={`${buttonClass({ kind: 'quiet', size: 'small' })} has-focus-visible:outline-2 has-focus-visible:outline-offset-2`}>
      <Languages aria-hidden="true" />
      {language.toUpperCase()}
      <select
        aria-label={t('shell.person.language')}
        value={language}
        onChange={({ target }) => isLanguage(target.value) && void choose(target.value, signedIn)}
        className="absolute inset-0 cursor-pointer opacity-0"
      >
        {languages.map((value) => (
          <option key={value} value={value} lang={value}>
            {names[value]}
          </option>
        ))}
      </select>
    </span>
  )
}

async function choose(language: Language, signedIn: boolean): Promise<void> {
  await speak(language)
  if (signedIn) await api.put(setLanguage, '/api/me/language', { body: { language } }).catch(() => undefined)
}
