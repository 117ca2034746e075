// The head of a page: where it stands, what it is, how much there is, and what one can do here.
import type { ReactNode } from 'react'
import { useFormats } from '../formats.ts'
import { Breadcrumb, type Crumb } from './breadcrumb.tsx'
import { classNames } from './class-names.ts'

export type PageHeaderProps = {
  title: ReactNode
  count?: number | undefined
  description?: ReactNode
  /** Buttons; the primary one last. */
  actions?: ReactNode
  /** A menu of what is done rarely: where there is little room, it stays at the top, beside the crumbs or the title. */
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
    <header className="relative flex flex-col gap-2">
      {crumbs && <Breadcrumb crumbs={crumbs} />}
      <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
        <div className="flex min-w-[min(100%,12rem)] grow basis-0 items-center gap-3">
          {picture && <span className="flex max-sm:[&>*]:size-9 max-sm:[&>*]:text-xs">{picture}</span>}
          <h1 className="flex min-w-0 flex-wrap items-baseline gap-x-3 text-lg font-semibold tracking-tight md:text-xl">
            <span className="min-w-0">{title}</span>
            {count !== undefined && <span className="font-normal text-faint tabular-nums">{formats.number(count)}</span>}
          </h1>
          {help}
        </div>
        {menu && <div className={classNames('flex', crumbs && 'max-sm:absolute max-sm:-top-1.5 max-sm:right-0')}>{menu}</div>}
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
