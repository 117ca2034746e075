// Asks before something with consequences: what will happen, in words, and a button that says it again.
import { lazy, type ReactNode } from 'react'
import { Behind } from './behind.tsx'

export type ConfirmDialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  children?: ReactNode
  /** What happens, as on the button: "End partnership". */
  confirm: string
  onConfirm: () => void
  kind?: 'primary' | 'danger' | undefined
  busy?: boolean | undefined
  /** While something that is asked for is missing. */
  disabled?: boolean | undefined
  /** Stands for what others may change while it is read: a press counts only once that has been seen. */
  shows?: string | undefined
}

const load = () => import('./confirm-window.tsx')
const ConfirmWindow = lazy(async () => ({ default: (await load()).ConfirmWindow }))

export function ConfirmDialog(dialog: ConfirmDialogProps) {
  return (
    <Behind popup="dialog" load={load} trigger={undefined} open={dialog.open} onOpenChange={dialog.onOpenChange}>
      <ConfirmWindow {...dialog} />
    </Behind>
  )
}
