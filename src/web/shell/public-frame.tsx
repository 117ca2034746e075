// Around pages without a sidebar (sign-in, consent, help): the product's name, the language, and one calm column.
import type { ReactNode } from 'react'
import { useTexts } from '../texts.tsx'
import { SkipLink } from '../ui/skip-link.tsx'
import { LanguageMenu } from './language-menu.tsx'
import { WordMark } from './word-mark.tsx'

export type PublicFrameProps = {
  children: ReactNode
  width?: 'narrow' | 'reading' | 'wide' | undefined /** Beside the language, for example the person's menu. */
  end?: ReactNode
  signedIn?: boolean | undefined
}

export function PublicFrame({ children, width = 'narrow', end, signedIn = false }: PublicFrameProps) {
  const t = useTexts()
  return (
    <div className="flex min-h-dvh flex-col text-base">
      <SkipLink to="content">{t('shell.skip')}</SkipLink>
      <header className="bar-line flex h-14 items-center justify-between px-4 sm:px-8">
        <a href="/" className="rounded-md">
          <WordMark />
        </a>
        <span className="flex items-center gap-1">
          <LanguageMenu signedIn={signedIn} />
          {end}
        </span>
      </header>
      <main id="content" tabIndex={-1} className={`mx-auto w-full grow px-4 py-8 outline-none sm:px-8 sm:py-12 ${widths[width]}`}>
        {children}
      </main>
      <footer className="px-4 pb-4 text-sm text-muted sm:px-8">
        <a href="/help/accessibility" className="inline-block rounded-sm py-1 hover:text-ink hover:underline">
          {t('shell.accessibility')}
        </a>
      </footer>
    </div>
  )
}

/** With the same margins as the head of the page. */
const widths = { narrow: 'max-w-md sm:max-w-[30rem]', reading: 'max-w-3xl sm:max-w-[50rem]', wide: 'max-w-6xl sm:max-w-[74rem]' }
