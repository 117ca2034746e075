// The head of one part of a product: what it is, a word about it, and what may be added.
import type { ReactNode } from 'react'

export function PartHeader({ id, title, what, action }: { id: string; title: string; what?: string; action?: ReactNode }) {
  return (
    <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <div className="min-w-0">
        <h2 id={id} className="text-base font-semibold">
          {title}
        </h2>
        {what && <p className="max-w-prose text-muted">{what}</p>}
      </div>
      {action}
    </header>
  )
}
