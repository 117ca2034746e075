// Short messages in the corner: what was done (with undo where there is one) or what went wrong. Spoken politely.
/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions -- pointing at them only keeps them there */
import { CircleAlert, CircleCheck, ListChecks, X } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { useTexts } from '../texts.tsx'
import { buttonClass } from './button-class.ts'
import { classNames } from './class-names.ts'
import { iconButtonClass } from './icon-button-class.ts'
import { dismiss, follow, shown, type Toast } from './toast-queue.ts'

/** The newest three; none goes while somebody points at them, or is in them with the keyboard. */
export function Toasts() {
  const t = useTexts()
  const toasts = useSyncExternalStore(follow, shown)
  const [isRead, read] = useState(false)
  return createPortal(
    // Always there, so that what comes into it is read out.
    <section
      aria-label={t('ui.notifications')}
      aria-live="polite"
      aria-relevant="additions"
      onPointerEnter={() => read(true)}
      onPointerLeave={() => read(false)}
      onFocus={() => read(true)}
      onBlur={() => read(false)}
      className="pointer-events-none fixed inset-x-4 bottom-4 z-60 mx-auto flex max-w-96 flex-col gap-2 sm:right-6 sm:bottom-6 sm:left-auto sm:w-96 print:hidden"
    >
      {toasts.slice(-3).map((toast) => (
        <Message key={toast.id} toast={toast} waits={isRead} />
      ))}
    </section>,
    document.body,
  )
}

const icons = { done: CircleCheck, problem: CircleAlert, news: ListChecks } as const
const tones = { done: 'text-success', problem: 'text-danger', news: 'text-muted' } as const

function Message({ toast, waits }: { toast: Toast; waits: boolean }) {
  const t = useTexts()
  const { id, kind, title, action, stays, seen } = toast
  useEffect(() => {
    if (waits || stays === null) return
    const timer = setTimeout(() => dismiss(id), stays)
    return () => clearTimeout(timer)
  }, [id, stays, waits])
  const Icon = icons[kind]
  const close = () => {
    dismiss(id)
    seen?.()
  }
  return (
    <div
      role={kind === 'problem' ? 'alert' : undefined}
      className="pointer-events-auto flex items-start gap-3 rounded-lg border border-line bg-float py-2 pr-2 pl-3 shadow-float transition-[opacity,translate] starting:translate-y-1 starting:opacity-0"
    >
      <Icon aria-hidden="true" className={`mt-1.5 size-4 shrink-0 ${tones[kind]}`} />
      {/* What is too long to stand beside the action stands above it. */}
      <div className="flex min-w-0 grow flex-wrap items-center gap-x-3">
        <p className="min-w-0 grow py-1.5 text-sm">{title}</p>
        {action && (
          <button
            type="button"
            className={classNames(buttonClass({ kind: 'quiet' }), 'ml-auto')}
            onClick={() => {
              close()
              action.run()
            }}
          >
            {action.label}
          </button>
        )}
      </div>
      <button type="button" aria-label={t('ui.close')} className={iconButtonClass('medium')} onClick={close}>
        <X />
      </button>
    </div>
  )
}
