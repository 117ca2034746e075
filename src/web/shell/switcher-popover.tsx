// What the account switcher opens: one panel below its button.
import { Popover } from '@base-ui/react/popover'
import { type RefObject, Suspense } from 'react'
import { useTexts } from '../texts.tsx'
import { classNames } from '../ui/class-names.ts'
import { popupClass } from '../ui/popup-class.ts'
import { SkeletonLines } from '../ui/skeleton.tsx'
import type { ActingShellData } from './navigation.ts'
import { SwitcherPanel } from './switcher-panel.tsx'

export type SwitcherPopoverProps = {
  anchor: RefObject<HTMLButtonElement | null>
  open: boolean
  onOpenChange: (open: boolean) => void
  organisation: string
  acting: ActingShellData | undefined
}

export function SwitcherPopover({ anchor, open, onOpenChange, organisation, acting }: SwitcherPopoverProps) {
  const t = useTexts()
  return (
    <Popover.Root
      open={open}
      // The button itself closes by being pressed.
      onOpenChange={(next, { event }) => {
        if (next || !(event.target instanceof Node && anchor.current?.contains(event.target))) onOpenChange(next)
      }}
    >
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} align="start" sideOffset={4} collisionPadding={8} disableAnchorTracking className="z-50">
          <Popover.Popup
            finalFocus={anchor}
            className={classNames(
              popupClass,
              'flex max-h-[min(34rem,var(--available-height))] w-[26rem] max-w-(--available-width) flex-col',
            )}
          >
            <Popover.Title className="sr-only">{t('shell.switcher.title')}</Popover.Title>
            <Suspense
              fallback={
                <div className="p-4">
                  <SkeletonLines label={t('ui.loading')} />
                </div>
              }
            >
              <SwitcherPanel organisation={organisation} acting={acting} onDone={() => onOpenChange(false)} />
            </Suspense>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
