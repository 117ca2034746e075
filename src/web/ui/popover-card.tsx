// What is behind the button of a popover. It begins open, as it comes when the button was pressed.
import { Popover as BasePopover } from '@base-ui/react/popover'
import { X } from 'lucide-react'
import { useTexts } from '../texts.tsx'
import { classNames } from './class-names.ts'
import { iconButtonClass } from './icon-button-class.ts'
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
  const t = useTexts()
  const opening = useOpen({ open, onOpenChange })
  const covers = useMediaQuery('(max-width: 40rem)') && mayCover
  return (
    <BasePopover.Root {...opening} modal={mayCover}>
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
              'w-96 max-w-(--available-width)',
              mayCover ? 'flex flex-col' : 'overflow-y-auto',
              covers ? 'max-h-[calc(100dvh-1rem)]' : 'max-h-(--available-height)',
              !bare && 'p-4',
            )}
          >
            <BasePopover.Title className={titleHidden ? 'sr-only' : classNames('text-sm font-semibold', mayCover ? 'mb-3 pr-8' : 'mb-2')}>
              {title}
            </BasePopover.Title>
            {mayCover ? <div className="-mx-4 min-h-0 overflow-y-auto px-4">{children}</div> : children}
            {mayCover && (
              <BasePopover.Close aria-label={t('ui.close')} className={classNames(iconButtonClass('medium'), 'absolute top-2.5 right-2.5')}>
                <X aria-hidden="true" />
              </BasePopover.Close>
            )}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  )
}
