// A quiet button whose dialog is loaded when it is pressed for the first time. What is inside begins open, behind a button that looks the same.
import { type ReactNode, Suspense, useState } from 'react'
import { Button } from './button.tsx'

export type OpensLaterProps = {
  label: string
  icon: ReactNode
  /** A lazy component with a trigger of its own. */
  children: ReactNode
  /** As if it had been pressed already. */
  pressed?: boolean | undefined
}

export function OpensLater({ label, icon, children, pressed = false }: OpensLaterProps) {
  const [wasPressed, press] = useState(pressed)
  const button = (
    <Button kind="quiet" icon={icon} busy={wasPressed} onClick={() => press(true)}>
      {label}
    </Button>
  )
  return wasPressed ? <Suspense fallback={button}>{children}</Suspense> : button
}
