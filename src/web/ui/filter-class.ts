// The look of a button with a filter behind it, by whether it filters.
import { classNames } from './class-names.ts'

export function filterClass(isActive: boolean): string {
  return classNames(shape, isActive ? active : idle)
}

const shape =
  'inline-flex min-h-8 max-w-64 items-center gap-1 rounded-md border pr-1.5 pl-2.5 text-sm pointer-coarse:min-h-11 data-popup-open:bg-hover'
const active =
  'border-accent bg-accent-soft text-accent-ink forced-colors:border-[Highlight] forced-colors:outline forced-colors:outline-[Highlight]'
const idle = 'border-line text-muted hover:bg-hover hover:text-ink'
