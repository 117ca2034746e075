// The language of the screens: changes at once, and is kept for mails too once somebody is signed in.
import { Languages } from 'lucide-react'
import { isLanguage, type Language, languages } from '../../domain/language.ts'
import { setLanguage } from '../../server/shell/contract.ts'
import { api } from '../api.ts'
import { speak, useLanguage, useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Menu, MenuChoices } from '../ui/menu.tsx'

/** Languages in their own words, so that everybody finds theirs. */
const names: Readonly<Record<Language, string>> = { de: 'Deutsch', fr: 'Français', it: 'Italiano', en: 'English', es: 'Español' }

export function LanguageMenu({ signedIn = false }: { signedIn?: boolean }) {
  const t = useTexts()
  const language = useLanguage()
  return (
    <Menu
      trigger={
        <Button kind="quiet" size="small" icon={<Languages aria-hidden="true" />}>
          {language.toUpperCase()}
          <span className="sr-only">{t('shell.person.language')}</span>
        </Button>
      }
    >
      <MenuChoices
        label={t('shell.person.language')}
        value={language}
        onChange={(chosen) => isLanguage(chosen) && void choose(chosen, signedIn)}
        choices={languages.map((value) => ({ value, label: names[value] }))}
      />
    </Menu>
  )
}

async function choose(language: Language, signedIn: boolean): Promise<void> {
  await speak(language)
  if (signedIn) await api.put(setLanguage, '/api/me/language', { body: { language } }).catch(() => undefined)
}
