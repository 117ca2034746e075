// A form above the page: fields, what went wrong with the whole of it, and the button that says what happens.
import { type FormEvent, type ReactNode, useId } from 'react'
import { SaveProblem } from '../save-problem.tsx'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogClose } from '../ui/dialog.tsx'

export type FormDialogProps = {
  title: string
  description?: ReactNode
  submit: string
  children: ReactNode
  busy: boolean
  /** Shown above the fields, unless a field says it. */
  problem?: unknown
  disabled?: boolean
  /** Somebody else changed it while it was open: their state is shown, with what was changed here. */
  isChangedByOthers?: boolean
  onSubmit: () => void
  onClose: () => void
}

export function FormDialog({
  title,
  description,
  submit,
  children,
  busy,
  problem,
  disabled = false,
  isChangedByOthers = false,
  onSubmit,
  onClose,
}: FormDialogProps) {
  const t = useTexts()
  const id = useId()
  const send = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      actions={
        <>
          <Button type="submit" form={id} kind="primary" busy={busy} disabled={disabled}>
            {submit}
          </Button>
          <DialogClose render={<Button disabled={busy}>{t('ui.cancel')}</Button>} />
        </>
      }
    >
      <form id={id} noValidate onSubmit={send} className="flex flex-col gap-5">
        <SaveProblem error={problem} isChangedByOthers={isChangedByOthers} />
        {children}
      </form>
    </Dialog>
  )
}
