// The head of a page: where it stands, what it is, how much there is, and what one can do here.
import type { ReactNode } from 'react'
import { useFormats } from '../formats.ts'
import { Breadcrumb, type Crumb } from './breadcrumb.tsx'

export type PageHeaderProps = {
  title: ReactNode
  count?: number | undefined
  description?: ReactNode
  /** Buttons; the primary one last. */
  actions?: ReactNode
  crumbs?: readonly Crumb[] | undefined
  /** The link to the page's help article. */
  help?: ReactNode
  /** A picture before the title, for example an avatar. */
  picture?: ReactNode
}

export function PageHeader({ title, count, description, actions, crumbs, help, picture }: PageHeaderProps) {
  const formats = useFormats()
  return (
    <header className="flex flex-col gap-2">
      {crumbs && <Breadcrumb crumbs={crumbs} />}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 items-center gap-3">
          {picture}
          <h1 className="flex min-w-0 flex-wrap items-baseline gap-x-3 text-lg font-semibold tracking-tight sm:text-xl">
            <span className="min-w-0">{title}</span>
            {count !== undefined && <span className="font-normal text-faint tabular-nums">{formats.number(count)}</span>}
          </h1>
          {help}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {description && <div className="max-w-prose text-muted">{description}</div>}
    </header>
  )
}
