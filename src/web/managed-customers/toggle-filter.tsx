// A filter that is on or off, with how many it would leave.
import { Check } from 'lucide-react'
import { classNames } from '../ui/class-names.ts'

export type ToggleFilterProps = { label: string; hint?: string | undefined; on: boolean; onChange: (on: boolean) => void }

export function ToggleFilter({ label, hint, on, onChange }: ToggleFilterProps) {
  return (
    <button type="button" aria-pressed={on} onClick={() => onChange(!on)} className={classNames(toggleClass, on ? onClass : offClass)}>
      {on && <Check aria-hidden="true" className="size-4 shrink-0" />}
      <span className={on ? 'font-medium' : undefined}>{label}</span>
      {hint && <span className="text-xs tabular-nums">{hint}</span>}
    </button>
  )
}

const toggleClass = 'inline-flex min-h-8 items-center gap-1.5 rounded-md border px-2.5 text-sm pointer-coarse:min-h-11'
const onClass =
  'border-accent bg-accent-soft text-accent-ink forced-colors:border-[Highlight] forced-colors:bg-[Highlight] forced-colors:text-[HighlightText] forced-colors:forced-color-adjust-none'
const offClass = 'border-line text-muted hover:bg-hover hover:text-ink'
