// A question or a small form above the page. Escape and the close button leave it; focus returns to where it came from.
import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { useTexts } from '../texts.tsx'
import { classNames } from './class-names.ts'
import { iconButtonClass } from './icon-button-class.ts'

export type DialogProps = {
  title: string
  description?: ReactNode
  children?: ReactNode
  /** Buttons, the primary one first. */
  actions?: ReactNode
  size?: 'small' | 'medium' | 'large' | undefined
  trigger?: ReactElement | undefined
  open?: boolean | undefined
  onOpenChange?: ((open: boolean) => void) | undefined
  /** Where focus goes at the end if the place it came from is gone then. */
  finalFocus?: (() => HTMLElement | null) | undefined
}

export function Dialog({ title, description, children, actions, size = 'medium', trigger, open, onOpenChange, finalFocus }: DialogProps) {
  const t = useTexts()
  return (
    <BaseDialog.Root {...(open === undefined ? {} : { open })} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger && <BaseDialog.Trigger render={trigger} />}
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={backdropClass} />
        <BaseDialog.Viewport className="fixed inset-0 z-40 flex items-end justify-center overflow-y-auto sm:items-start sm:p-6 sm:pt-[12dvh]">
          <BaseDialog.Popup className={classNames(dialogClass, sizes[size])} {...(finalFocus && { finalFocus })}>
            <header className="flex items-start justify-between gap-4 pt-4 pr-3 pl-6">
              <BaseDialog.Title className="pt-1 text-base font-semibold text-balance">{title}</BaseDialog.Title>
              <BaseDialog.Close aria-label={t('ui.close')} className={iconButtonClass('medium')}>
                <X />
              </BaseDialog.Close>
            </header>
            <div className={classNames('flex flex-col gap-4 px-6 pb-6', description ? 'pt-1' : 'pt-3')}>
              {description && (
                <BaseDialog.Description className="max-w-prose text-muted" render={<div />}>
                  {description}
                </BaseDialog.Description>
              )}
              {children}
            </div>
            {actions && <DialogActions>{actions}</DialogActions>}
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}

/** The buttons at the foot. In the code the primary one comes first; on a wide screen it stands at the right. */
export function DialogActions({ children }: { children: ReactNode }) {
  return (
    <footer className="sticky bottom-0 flex flex-col gap-2 rounded-b-lg border-t border-line bg-float px-6 py-3 sm:flex-row-reverse [&>*]:w-full sm:[&>*]:w-auto">
      {children}
    </footer>
  )
}

/** Put this around a button that closes the dialog it stands in. */
export const DialogClose = BaseDialog.Close

export const backdropClass = 'fixed inset-0 z-40 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0'
export const dialogClass =
  'max-h-dvh w-full overflow-y-auto rounded-t-lg border border-line bg-float text-ink shadow-float outline-none transition-[opacity,translate] ' +
  'data-ending-style:opacity-0 data-starting-style:translate-y-1 data-starting-style:opacity-0 sm:max-h-none sm:rounded-lg forced-colors:border-[CanvasText]'
const sizes = { small: 'sm:max-w-md', medium: 'sm:max-w-lg', large: 'sm:max-w-3xl' }
