// How far a longer job has come, in words and as a bar.
import { Progress as BaseProgress } from '@base-ui/react/progress'
import { useFormats } from '../formats.ts'

export type ProgressProps = {
  label: string /** Null while the size of the job is unknown. */
  value: number | null
  max?: number | undefined
  hint?: string | undefined
}

export function Progress({ label, value, max = 100, hint }: ProgressProps) {
  const formats = useFormats()
  return (
    <BaseProgress.Root value={value} max={max} className="flex flex-col gap-1.5">
      <span className="flex flex-wrap items-baseline justify-between gap-x-3">
        <BaseProgress.Label className="text-sm font-medium">{label}</BaseProgress.Label>
        <span className="text-xs text-muted tabular-nums">{hint ?? (value === null ? null : formats.percent(value / max))}</span>
      </span>
      <BaseProgress.Track className="h-1.5 overflow-hidden rounded-full bg-pressed forced-colors:border">
        <BaseProgress.Indicator className="h-full rounded-full bg-accent transition-[width] data-indeterminate:w-1/3 data-indeterminate:animate-breathe forced-colors:bg-[Highlight]" />
      </BaseProgress.Track>
    </BaseProgress.Root>
  )
}
