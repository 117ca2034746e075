// A form above the page: fields, what went wrong with the whole of it, and the button that says what happens.
import { type FormEvent, type ReactNode, useId } from 'react'
import { problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
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
  onSubmit: () => void
  onClose: () => void
}

export function FormDialog({ title, description, submit, children, busy, problem, disabled = false, onSubmit, onClose }: FormDialogProps) {
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
        {problem !== undefined && problem !== null && (
          <Banner tone="danger" urgent>
            {problemText(t, problem)}
          </Banner>
        )}
        {children}
      </form>
    </Dialog>
  )
}
