// The window of a question before something with consequences.
import { AlertDialog } from '@base-ui/react/alert-dialog'
import { useTexts } from '../texts.tsx'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import type { ConfirmDialogProps } from './confirm-dialog.tsx'
import { backdropClass, DialogActions, dialogClass, viewportClass } from './dialog-frame.tsx'
import { useMeant } from './use-meant.ts'

export function ConfirmWindow({
  open,
  onOpenChange,
  title,
  children,
  confirm,
  onConfirm,
  kind = 'danger',
  busy = false,
  disabled = false,
  shows,
}: ConfirmDialogProps) {
  const t = useTexts()
  const meant = useMeant(shows, onConfirm)
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={backdropClass} />
        <AlertDialog.Viewport className={viewportClass}>
          <AlertDialog.Popup className={classNames(dialogClass, 'sm:max-w-md')}>
            <div className="flex flex-col gap-3 p-6">
              <AlertDialog.Title className="text-base font-semibold text-balance">{title}</AlertDialog.Title>
              <AlertDialog.Description className="text-muted" render={<div />}>
                {children}
              </AlertDialog.Description>
            </div>
            <DialogActions>
              <Button kind={kind} busy={busy} disabled={disabled} {...meant}>
                {confirm}
              </Button>
              <AlertDialog.Close render={<Button disabled={busy}>{t('ui.cancel')}</Button>} />
            </DialogActions>
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
