// The account switcher: the house's name with a chevron, or Ctrl/⌘ K. Search, own organisations, customers, the pinned and recent ones first.
import { Popover } from '@base-ui/react/popover'
import { ChevronsUpDown } from 'lucide-react'
import { Suspense, useEffect, useState } from 'react'
import { useTexts } from '../texts.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { classNames } from '../ui/class-names.ts'
import { popupClass } from '../ui/popup-class.ts'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { SwitcherPanel } from './switcher-panel.tsx'

export type SwitcherProps = {
  name: string /** Whose customers are offered: the organisation one is in or acts from. */
  organisation: string
  acting?: boolean
}

export function Switcher({ name, organisation, acting = false }: SwitcherProps) {
  const t = useTexts()
  const [open, setOpen] = useState(false)
  useShortcut(() => setOpen((now) => !now))
  return (
    <Popover.Root open={open} onOpenChange={(next) => setOpen(next)}>
      <Popover.Trigger
        aria-label={t('shell.switcher.open', { name })}
        className="flex min-h-9 w-full items-center gap-2 rounded-md px-1.5 py-1 text-left text-sm font-medium transition-colors hover:bg-hover data-popup-open:bg-hover pointer-coarse:min-h-11"
      >
        <Avatar name={name} shape="square" size="small" />
        <span className={classNames('min-w-0 grow truncate', acting && 'text-violet-ink')}>{name}</span>
        <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-muted" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner align="start" sideOffset={4} collisionPadding={8} className="z-50">
          <Popover.Popup
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
              <SwitcherPanel organisation={organisation} onDone={() => setOpen(false)} />
            </Suspense>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function useShortcut(run: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      run()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  })
}
