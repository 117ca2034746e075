// Nothing at this address, or nothing this person may know of: the same page for both.
import { Link } from '@tanstack/react-router'
import { useTexts } from '../texts.tsx'
import { buttonClass } from '../ui/button-class.ts'
import { usePageTitle } from './page-title.tsx'

export function NotFoundPage() {
  const t = useTexts()
  usePageTitle(t('shell.not_found.title'))
  return (
    <div className="flex max-w-prose flex-col items-start gap-4">
      <h1 className="text-xl font-semibold tracking-tight">{t('shell.not_found.title')}</h1>
      <p className="text-muted">{t('shell.not_found.what_to_do')}</p>
      <Link to="/go/manager" className={buttonClass()}>
        {t('shell.not_found.to_manager')}
      </Link>
    </div>
  )
}
