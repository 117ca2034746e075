// The state of something, told by the shape of its mark, by colour and always by a word; and a badge for a mark beside a name.
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'
export type Mark = 'full' | 'half' | 'empty' | 'diamond' | 'paused' | 'crossed'
export type StatusProps = { tone?: Tone | undefined; mark?: Mark | undefined; children: ReactNode }

export function Status({ tone = 'neutral', mark = 'full', children }: StatusProps) {
  return (
    <span className="inline-flex max-w-full items-baseline gap-1.5">
      <MarkShape mark={mark} className={classNames('translate-y-px', marks[tone])} />
      <span className="min-w-0 max-sm:wrap-anywhere">{children}</span>
    </span>
  )
}

/** In the colour of what it stands in, if none is given. */
export function MarkShape({ mark, className }: { mark: Mark; className?: string | undefined }) {
  return (
    <svg viewBox="0 0 10 10" aria-hidden="true" className={classNames('size-2.5 shrink-0', className)}>
      {shapes[mark]}
    </svg>
  )
}

export function Badge({ tone = 'neutral', children }: { tone?: Tone | undefined; children: ReactNode }) {
  return (
    <span
      className={classNames(
        'inline-flex min-h-5 items-center gap-1 rounded-sm border px-1.5 text-xs font-medium whitespace-nowrap [&_svg]:size-3',
        badges[tone],
      )}
    >
      {children}
    </span>
  )
}

const stroke = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 }

const shapes: Readonly<Record<Mark, ReactNode>> = {
  full: <circle cx="5" cy="5" r="4" fill="currentColor" />,
  half: (
    <>
      <circle cx="5" cy="5" r="4" {...stroke} />
      <path d="M5 1a4 4 0 0 0 0 8z" fill="currentColor" />
    </>
  ),
  empty: <circle cx="5" cy="5" r="4" {...stroke} />,
  diamond: <path d="M5 0 10 5 5 10 0 5z" fill="currentColor" />,
  paused: <path d="M2 1h2v8H2zM6 1h2v8H6z" fill="currentColor" />,
  crossed: <path d="M1.5 1.5l7 7M8.5 1.5l-7 7" {...stroke} />,
}

const marks: Readonly<Record<Tone, string>> = {
  neutral: 'text-faint',
  info: 'text-accent',
  success: 'text-success',
  warning: 'text-warning',
  danger: 'text-danger',
}

const badges: Readonly<Record<Tone, string>> = {
  neutral: 'border-line bg-sunken text-muted',
  info: 'border-accent-line bg-accent-soft text-accent-ink',
  success: 'border-success-line bg-success-soft text-success-ink',
  warning: 'border-warning-line bg-warning-soft text-warning-ink',
  danger: 'border-danger-line bg-danger-soft text-danger-ink',
}
