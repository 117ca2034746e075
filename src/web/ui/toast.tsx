// Short messages in the corner: what was done (with undo where there is one) or what went wrong. Spoken politely.
import { Toast as BaseToast } from '@base-ui/react/toast'
import { CircleAlert, CircleCheck, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTexts } from '../texts.tsx'
import { buttonClass } from './button-class.ts'
import { iconButtonClass } from './icon-button-class.ts'

const queue = BaseToast.createToastManager()

export type ToastAction = Readonly<{ label: string; run: () => void }>

/** Callable from anywhere, also outside components. */
export const toasts = {
  done: (title: string, action?: ToastAction) => show('done', title, action),
  problem: (title: string, action?: ToastAction) => show('problem', title, action),
}

function show(type: 'done' | 'problem', title: string, action: ToastAction | undefined): void {
  const run = () => {
    action?.run()
    queue.close(id)
  }
  const id = queue.add({
    type,
    title,
    timeout: action || type === 'problem' ? 10_000 : 5_000,
    priority: type === 'problem' ? 'high' : 'low',
    ...(action && { actionProps: { children: action.label, onClick: run } }),
  })
}

export function Toasts({ children }: { children: ReactNode }) {
  return (
    <BaseToast.Provider toastManager={queue}>
      {children}
      <BaseToast.Portal>
        <BaseToast.Viewport className="fixed inset-x-4 bottom-4 z-60 mx-auto flex max-w-96 flex-col gap-2 sm:right-6 sm:bottom-6 sm:left-auto sm:w-96">
          <ToastList />
        </BaseToast.Viewport>
      </BaseToast.Portal>
    </BaseToast.Provider>
  )
}

function ToastList() {
  const t = useTexts()
  return BaseToast.useToastManager().toasts.map((toast) => (
    <BaseToast.Root
      key={toast.id}
      toast={toast}
      swipeDirection={['right', 'down']}
      className="rounded-lg border border-line bg-float shadow-float transition-[opacity,translate] data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-1 data-starting-style:opacity-0"
    >
      <BaseToast.Content className="flex items-start gap-3 py-2 pr-2 pl-3">
        <span className="mt-1.5 shrink-0">
          {toast.type === 'problem' ? <CircleAlert className="size-4 text-danger" /> : <CircleCheck className="size-4 text-success" />}
        </span>
        <BaseToast.Title className="min-w-0 grow py-1.5 text-sm font-normal" />
        {toast.actionProps && <BaseToast.Action className={buttonClass({ size: 'medium', kind: 'quiet' })} />}
        <BaseToast.Close aria-label={t('ui.close')} className={iconButtonClass('medium')}>
          <X />
        </BaseToast.Close>
      </BaseToast.Content>
    </BaseToast.Root>
  ))
}
