// More about something, on a press: may hold links and controls.
import { lazy, type ReactElement, type ReactNode } from 'react'
import { Behind } from './behind.tsx'

export type PopoverProps = {
  trigger: ReactElement
  title: string
  titleHidden?: boolean | undefined
  children: ReactNode
  align?: 'start' | 'center' | 'end' | undefined
  open?: boolean | undefined
  onOpenChange?: ((open: boolean) => void) | undefined
  /**
   * For what is long, and never beside the banner of a visit: on a phone, where there is too little room above and below the button, it lies over it.
   * What is behind it, and often seen in part only, rests until it is closed: a press there closes it and does nothing else.
   */
  mayCover?: boolean | undefined
  /** Without a margin, for content that brings its own. */
  bare?: boolean | undefined
}

const load = () => import('./popover-card.tsx')
const PopoverCard = lazy(async () => ({ default: (await load()).PopoverCard }))

export function Popover(popover: PopoverProps) {
  return (
    <Behind popup="dialog" load={load} trigger={popover.trigger} open={popover.open} onOpenChange={popover.onOpenChange}>
      <PopoverCard {...popover} />
    </Behind>
  )
}
