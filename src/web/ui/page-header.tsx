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
  /** A menu of what is done rarely: it stays beside the title where there is little room. */
  menu?: ReactNode
  crumbs?: readonly Crumb[] | undefined
  /** The link to the page's help article. */
  help?: ReactNode
  /** A picture before the title, for example an avatar. */
  picture?: ReactNode
}

export function PageHeader({ title, count, description, actions, menu, crumbs, help, picture }: PageHeaderProps) {
  const formats = useFormats()
  return (
    <header className="flex flex-col gap-2">
      {crumbs && <Breadcrumb crumbs={crumbs} />}
      <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
        <div className="flex min-w-[min(100%,12rem)] grow basis-0 items-center gap-3">
          {picture}
          <h1 className="flex min-w-0 flex-wrap items-baseline gap-x-3 text-lg font-semibold tracking-tight sm:text-xl">
            <span className="min-w-0">{title}</span>
            {count !== undefined && <span className="font-normal text-faint tabular-nums">{formats.number(count)}</span>}
          </h1>
          {help}
        </div>
        {menu}
        {actions && <div className="flex flex-wrap items-center gap-2 max-sm:order-last">{actions}</div>}
        {description && (
          <div className="basis-full text-muted">
            <div className="max-w-prose">{description}</div>
          </div>
        )}
      </div>
    </header>
  )
}
