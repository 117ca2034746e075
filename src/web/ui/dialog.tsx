// A question or a small form above the page. Escape and the close button leave it; focus returns to where it came from.
import { lazy, type ReactElement, type ReactNode } from 'react'
import { Behind } from './behind.tsx'

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

const load = () => import('./dialog-window.tsx')
const DialogWindow = lazy(async () => ({ default: (await load()).DialogWindow }))

/** Put this around a button that closes the dialog it stands in. */
export const DialogClose = lazy(async () => ({ default: (await load()).DialogClose }))

export function Dialog(dialog: DialogProps) {
  return (
    <Behind popup="dialog" load={load} trigger={dialog.trigger} open={dialog.open} onOpenChange={dialog.onOpenChange}>
      <DialogWindow {...dialog} />
    </Behind>
  )
}
