// The way back up: the pages above this one.
import { Link, type LinkProps } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { useTexts } from '../texts.tsx'

export type Crumb = Readonly<{ label: string; link: LinkProps }>

export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useTexts()
  return (
    <nav aria-label={t('ui.breadcrumb')}>
      <ol className="flex flex-wrap items-center gap-1 text-sm text-muted">
        {crumbs.map(({ label, link }) => (
          <li key={label} className="flex items-center gap-1">
            <Link {...link} className="rounded-sm hover:text-ink hover:underline">
              {label}
            </Link>
            <ChevronRight aria-hidden="true" className="size-3.5 text-faint" />
          </li>
        ))}
      </ol>
    </nav>
  )
}
