// Nothing here yet: what will stand here, and the one thing to do about it.
import type { ReactNode } from 'react'

export type EmptyStateProps = { title: string; children?: ReactNode; action?: ReactNode; icon?: ReactNode }

export function EmptyState({ title, children, action, icon }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-3 rounded-lg border border-dashed border-line px-6 py-8">
      {icon && <span className="flex text-faint [&_svg]:size-5">{icon}</span>}
      <h2 className="text-base font-semibold">{title}</h2>
      {children && <div className="max-w-prose text-muted">{children}</div>}
      {action && <div className="flex flex-wrap gap-2 pt-1">{action}</div>}
    </div>
  )
}
