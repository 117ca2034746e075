// A message about the page as a whole, with an icon and words for its weight, and what one can do about it.
import { CircleAlert, CircleCheck, Eye, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type BannerTone = 'info' | 'success' | 'warning' | 'danger' | 'violet'
export type BannerProps = {
  tone?: BannerTone | undefined
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode /** Spoken as soon as it appears. */
  urgent?: boolean | undefined
}

export function Banner({ tone = 'info', title, children, actions, urgent = false }: BannerProps) {
  const { icon: Icon, frame, ink } = tones[tone]
  return (
    <div
      role={urgent ? 'alert' : undefined}
      className={classNames(
        'flex flex-wrap gap-x-3 gap-y-2 rounded-lg border px-4 py-3 text-sm',
        'items-start',
        (!children || !title) && 'sm:items-center',
        frame,
      )}
    >
      <Icon aria-hidden="true" className={classNames('mt-0.5 size-4 shrink-0', (!children || !title) && 'sm:mt-0', ink)} />
      <div className="min-w-0 grow basis-48">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className={classNames('max-w-prose', title ? 'text-muted' : undefined)}>{children}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </div>
  )
}

const tones = {
  info: { icon: Info, frame: 'border-line bg-sunken', ink: 'text-muted' },
  success: { icon: CircleCheck, frame: 'border-success-line bg-success-soft', ink: 'text-success-ink' },
  warning: { icon: TriangleAlert, frame: 'border-warning-line bg-warning-soft', ink: 'text-warning-ink' },
  danger: { icon: CircleAlert, frame: 'border-danger-line bg-danger-soft', ink: 'text-danger-ink' },
  violet: { icon: Eye, frame: 'border-violet-line bg-violet-soft', ink: 'text-violet-ink' },
} as const
