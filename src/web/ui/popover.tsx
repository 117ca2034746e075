// More about something, on a press: may hold links and controls.
import { Popover as BasePopover } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { popupClass } from './popup-class.ts'

export type PopoverProps = {
  trigger: ReactElement
  title: string
  titleHidden?: boolean | undefined
  children: ReactNode
  align?: 'start' | 'center' | 'end' | undefined
  open?: boolean | undefined
  onOpenChange?: ((open: boolean) => void) | undefined
  /** Without a margin, for content that brings its own. */
  bare?: boolean | undefined
}

export function Popover({
  trigger,
  title,
  titleHidden = false,
  children,
  align = 'start',
  open,
  onOpenChange,
  bare = false,
}: PopoverProps) {
  return (
    <BasePopover.Root {...(open === undefined ? {} : { open })} onOpenChange={(next) => onOpenChange?.(next)}>
      <BasePopover.Trigger render={trigger} />
      <BasePopover.Portal>
        <BasePopover.Positioner align={align} sideOffset={6} collisionPadding={8} className="z-50">
          <BasePopover.Popup
            className={classNames(popupClass, 'max-h-(--available-height) w-96 max-w-(--available-width) overflow-y-auto', !bare && 'p-4')}
          >
            <BasePopover.Title className={titleHidden ? 'sr-only' : 'mb-2 text-sm font-semibold'}>{title}</BasePopover.Title>
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  )
}
