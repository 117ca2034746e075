// One matter of a page in a frame: title, what it is about, its content, and what follows from it.
import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'

export type SectionCardProps = {
  title: ReactNode
  description?: ReactNode
  actions?: ReactNode
  children?: ReactNode
  footer?: ReactNode
  /** The content reaches the frame, for tables and lists. */
  flush?: boolean | undefined
}

export function SectionCard({ title, description, actions, children, footer, flush = false }: SectionCardProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="min-w-0 rounded-lg border border-line bg-surface">
      <header
        className={classNames(
          'flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 sm:px-6',
          actions ? 'pt-3 sm:pt-4' : 'pt-4 sm:pt-5',
          !children && 'pb-4 sm:pb-5',
        )}
      >
        <div className={actions ? classNames('grow basis-0 pt-1', description ? besideSentence : besideTitle) : 'min-w-0'}>
          <h2 id={id} className="text-base font-semibold">
            {title}
          </h2>
          {description && <div className="mt-0.5 max-w-prose text-muted">{description}</div>}
        </div>
        {actions && <div className="flex min-h-8 flex-wrap items-center gap-2">{actions}</div>}
      </header>
      {children && <div className={flush ? flushClass : 'px-4 pt-4 pb-4 sm:px-6 sm:pb-6'}>{children}</div>}
      {footer && <footer className="border-t border-line px-4 py-3 text-muted sm:px-6">{footer}</footer>}
    </section>
  )
}

/** Beside a button a title needs less than a sentence, which is squeezed by it on a narrow page: there the button stands below. */
const [besideTitle, besideSentence] = ['min-w-[min(100%,9rem)]', 'min-w-[min(100%,13rem)]']
/** Clipped, not hidden, so that the head of a table still sticks to the page; its columns begin where the title begins. */
const flushClass = 'mt-4 overflow-clip rounded-b-lg border-t border-line [--table-inset:--spacing(4)] sm:[--table-inset:--spacing(6)]'
