// Nothing here yet: what will stand here, and the one thing to do about it.
import type { ReactNode } from 'react'

export type EmptyStateProps = {
  title: string
  children?: ReactNode
  action?: ReactNode
  icon?: ReactNode /** The level of the heading, for sections that have their own. */
  level?: 2 | 3 | undefined
}

export function EmptyState({ title, children, action, icon, level = 2 }: EmptyStateProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className="flex flex-col items-start gap-3 rounded-lg border border-dashed border-line px-6 py-8 wrap-anywhere">
      {icon && <span className="flex text-faint [&_svg]:size-5">{icon}</span>}
      <Heading className="text-base font-semibold">{title}</Heading>
      {children && <div className="max-w-prose text-muted">{children}</div>}
      {action && <div className="flex flex-wrap gap-2 pt-1">{action}</div>}
    </div>
  )
}
