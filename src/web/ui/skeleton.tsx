// What stands in for content that is still on its way. It appears after 300 ms, so that fast answers never flicker.
import { classNames } from './class-names.ts'

/** `isStill`: where so many pass by that each one that moves is felt. */
export function Skeleton({ className = 'h-4 w-full', isStill = false }: { className?: string | undefined; isStill?: boolean | undefined }) {
  const look = classNames('block rounded-sm bg-pressed forced-colors:border', !isStill && 'animate-breathe')
  return <span aria-hidden="true" className={classNames(look, className)} />
}

/** A list or text on its way. `label` tells screen readers what is loading. */
export function SkeletonLines({ label, lines = 4 }: { label: string; lines?: number | undefined }) {
  return (
    <div className="skeleton-late flex flex-col gap-3">
      <output className="sr-only">{label}</output>
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <Skeleton key={line} className={classNames('h-4', widths[line % widths.length])} />
      ))}
    </div>
  )
}

/** A page on its way: title, then rows. */
export function SkeletonPage({ label }: { label: string }) {
  return (
    <div className="skeleton-late flex min-h-dvh flex-col gap-6">
      <output className="sr-only">{label}</output>
      <Skeleton className="h-8 w-56 max-w-full" />
      <Skeleton className="h-24 w-full rounded-lg" />
      <Skeleton className="h-64 w-full rounded-lg" />
    </div>
  )
}

const widths = ['w-full', 'w-11/12', 'w-4/5', 'w-2/3']
