// What is behind the button of a popover. It begins open, as it comes when the button was pressed.
import { Popover as BasePopover } from '@base-ui/react/popover'
import { classNames } from './class-names.ts'
import type { PopoverProps } from './popover.tsx'
import { popupClass } from './popup-class.ts'
import { useMediaQuery } from './use-media-query.ts'
import { useOpen } from './use-open.ts'

export function PopoverCard({
  trigger,
  title,
  titleHidden = false,
  children,
  align = 'start',
  open,
  onOpenChange,
  bare = false,
  mayCover = false,
}: PopoverProps) {
  const opening = useOpen({ open, onOpenChange })
  const covers = useMediaQuery('(max-width: 40rem)') && mayCover
  return (
    <BasePopover.Root {...opening}>
      <BasePopover.Trigger render={trigger} />
      <BasePopover.Portal>
        <BasePopover.Positioner
          align={align}
          sideOffset={6}
          collisionPadding={8}
          {...(covers && { collisionAvoidance: { side: 'shift', align: 'shift' } })}
          className="z-50"
        >
          <BasePopover.Popup
            // What is longer than the window is read by the keyboard, too.
            tabIndex={0}
            className={classNames(
              popupClass,
              'w-96 max-w-(--available-width) overflow-y-auto',
              covers ? 'max-h-[calc(100dvh-1rem)]' : 'max-h-(--available-height)',
              !bare && 'p-4',
            )}
          >
            <BasePopover.Title className={titleHidden ? 'sr-only' : 'mb-2 text-sm font-semibold'}>{title}</BasePopover.Title>
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  )
}
