// What happened, newest first: when, who, what.
import type { ReactNode } from 'react'
import { type Moment, useFormats } from '../formats.ts'
import { classNames } from './class-names.ts'
import type { Tone } from './status.tsx'

export type TimelineEntry = Readonly<{
  id: string
  at: Moment
  title: ReactNode
  children?: ReactNode
  picture?: ReactNode
  tone?: Tone | undefined
}>

export type TimelineProps = {
  entries: readonly TimelineEntry[]
  /** The day stands above the list. */
  withoutDay?: boolean | undefined
}

export function Timeline({ entries, withoutDay = false }: TimelineProps) {
  const formats = useFormats()
  return (
    <ol className="@container flex flex-col">
      {entries.map((entry) => (
        <li key={entry.id} className="group/entry relative flex gap-3 pb-5 last:pb-0">
          <span
            aria-hidden="true"
            className="absolute top-7 bottom-1 left-3 w-px -translate-x-1/2 bg-line group-last/entry:hidden forced-colors:bg-[GrayText]"
          />
          <span className="flex size-6 shrink-0 items-center justify-center">
            {entry.picture ?? (
              <span className={classNames('size-2 rounded-full forced-colors:bg-[CanvasText]', dots[entry.tone ?? 'neutral'])} />
            )}
          </span>
          <div className="min-w-0 grow pt-0.5">
            <p className="flex flex-col gap-x-6 @md:flex-row @md:items-baseline @md:justify-between">
              <span className="max-w-prose min-w-0">{entry.title}</span>
              <time dateTime={new Date(entry.at).toISOString()} className="shrink-0 text-xs text-muted">
                {withoutDay ? formats.time(entry.at) : formats.dateTime(entry.at)}
              </time>
            </p>
            {entry.children && <div className="max-w-prose text-muted">{entry.children}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}

const dots: Readonly<Record<Tone, string>> = {
  neutral: 'bg-edge',
  info: 'bg-accent',
  success: 'bg-success',
  warning: 'bg-warning',
  danger: 'bg-danger',
}
