// One number and what it counts; a link where the things themselves can be seen.
import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type StatProps = { label: string; value: ReactNode; hint?: ReactNode; icon?: ReactNode; link?: LinkProps | undefined }

export function Stat({ label, value, hint, icon, link }: StatProps) {
  const content = (
    <>
      <span className="flex items-center gap-1.5 text-sm text-muted [&_svg]:size-4 [&_svg]:shrink-0">
        {icon}
        <span className="min-w-0 wrap-break-word">{label}</span>
      </span>
      <span className="text-xl font-semibold tracking-tight tabular-nums">{value}</span>
      {hint && <span className="text-xs text-muted">{hint}</span>}
    </>
  )
  const look = 'flex min-w-0 flex-col gap-1 rounded-lg border border-line bg-surface p-4 text-left max-sm:p-2.5'
  if (!link) return <div className={look}>{content}</div>
  return (
    <Link {...link} className={classNames(look, 'hover:border-edge hover:bg-hover')}>
      {content}
    </Link>
  )
}

export function StatGrid({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,8.5rem),1fr))] gap-3">{children}</div>
}
