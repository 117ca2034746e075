// What opens from a button is loaded when somebody reaches for the button. Until then there is the button alone, which looks and speaks the same.
import { cloneElement, type KeyboardEvent, type ReactElement, type ReactNode, Suspense, useState } from 'react'

export type BehindProps = {
  trigger: ReactElement | undefined
  popup: 'menu' | 'dialog'
  load: () => Promise<unknown>
  /** Whoever uses it decides when it is open; undefined: it does so itself. */
  open: boolean | undefined
  onOpenChange: ((open: boolean) => void) | undefined
  /** A lazy component that begins open. */
  children: ReactNode
}

export function Behind({ trigger, popup, load, open, onOpenChange, children }: BehindProps) {
  const [wasOpened, noticeOpening] = useState(open === true)
  if (open && !wasOpened) noticeOpening(true)
  const press = () => {
    noticeOpening(true)
    onOpenChange?.(true)
  }
  const button = trigger && cloneElement(trigger as ReactElement<Reached>, reaching(popup, load, press))
  if (!wasOpened) return button ?? null
  return <Suspense fallback={button ?? null}>{children}</Suspense>
}

type Reached = ReturnType<typeof reaching>

function reaching(popup: BehindProps['popup'], load: () => Promise<unknown>, press: () => void) {
  const soon = () => void load()
  return {
    'aria-haspopup': popup,
    'aria-expanded': false,
    onPointerEnter: soon,
    onFocus: soon,
    onClick: press,
    ...(popup === 'menu' && {
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
        event.preventDefault()
        press()
      },
    }),
  }
}
