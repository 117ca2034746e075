// The window of a dialog itself. It begins open, as it comes when it was asked for.
import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useTexts } from '../texts.tsx'
import { classNames } from './class-names.ts'
import type { DialogProps } from './dialog.tsx'
import { backdropClass, DialogActions, dialogClass, viewportClass } from './dialog-frame.tsx'
import { iconButtonClass } from './icon-button-class.ts'
import { useOpen } from './use-open.ts'

export function DialogWindow({
  title,
  description,
  children,
  actions,
  size = 'medium',
  trigger,
  open,
  onOpenChange,
  finalFocus,
}: DialogProps) {
  const t = useTexts()
  const opening = useOpen({ open, onOpenChange })
  return (
    <BaseDialog.Root {...opening}>
      {trigger && <BaseDialog.Trigger render={trigger} />}
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={backdropClass} />
        <BaseDialog.Viewport className={viewportClass}>
          <BaseDialog.Popup className={classNames(dialogClass, sizes[size])} {...(finalFocus && { finalFocus })}>
            <header className="flex items-start justify-between gap-4 pt-4 pr-3 pl-6">
              <BaseDialog.Title className="min-w-0 pt-1 text-base font-semibold text-balance">{title}</BaseDialog.Title>
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

export const DialogClose = BaseDialog.Close

const sizes = { small: 'sm:max-w-md', medium: 'sm:max-w-lg', large: 'sm:max-w-3xl' }
