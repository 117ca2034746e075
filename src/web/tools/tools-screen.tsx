// The tools of the reseller area in one place: what each is for, and the way to it. What is used stands in the navigation too.
import { Link } from '@tanstack/react-router'
import { BadgeCheck, ClipboardCheck, LayoutTemplate, ListChecks, type LucideIcon, Megaphone } from 'lucide-react'
import { useParam } from '../place.ts'
import { HelpLink } from '../shell/help-link.tsx'
import { usePageTitle } from '../shell/page-title.tsx'
import { useTexts } from '../texts.tsx'
import { PageHeader } from '../ui/page-header.tsx'

type Tool = { readonly to: string; readonly name: string; readonly what: string; readonly icon: LucideIcon }

const tools: readonly Tool[] = [
  { to: '/o/$organisation/templates', name: 'templates.title', what: 'templates.what', icon: LayoutTemplate },
  { to: '/o/$organisation/lists', name: 'lists.lists', what: 'lists.none.lists.what', icon: ListChecks },
  { to: '/o/$organisation/campaigns', name: 'lists.campaigns', what: 'lists.none.campaigns.what', icon: Megaphone },
  { to: '/o/$organisation/reviews', name: 'reviews.link.partner', what: 'tools.reviews', icon: ClipboardCheck },
  { to: '/o/$organisation/verification', name: 'verification.title', what: 'verification.what', icon: BadgeCheck },
]

export function ToolsScreen() {
  const t = useTexts()
  const organisation = useParam('organisation')
  usePageTitle(t('tools.title'))
  return (
    <div className="flex max-w-5xl flex-col gap-6">
      <PageHeader help={<HelpLink />} title={t('tools.title')} description={t('tools.what')} />
      <ul className="grid gap-3 sm:grid-cols-2">
        {tools.map(({ to, name, what, icon: Icon }) => (
          <li key={to} className="relative flex gap-3 rounded-lg border border-line bg-surface p-4 hover:bg-hover">
            <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-muted" />
            <span className="flex min-w-0 flex-col gap-1">
              <Link to={to} params={{ organisation }} className="font-medium after:absolute after:inset-0 after:rounded-lg">
                {t(name)}
              </Link>
              <span className="text-sm text-muted">{t(what)}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
