// The account switcher: the house's name with a chevron, or Ctrl/⌘ K. What it offers is loaded when somebody reaches for it.
import { ChevronsUpDown } from 'lucide-react'
import { lazy, Suspense, startTransition, useEffect, useRef, useState } from 'react'
import { useTexts } from '../texts.tsx'
import { whenIdle } from '../ui/after-paint.ts'
import { Avatar } from '../ui/avatar.tsx'
import { classNames } from '../ui/class-names.ts'
import type { ActingShellData } from './navigation.ts'

const load = () => import('./switcher-popover.tsx')
const SwitcherPopover = lazy(async () => ({ default: (await load()).SwitcherPopover }))

export type SwitcherProps = {
  name: string
  /** Whose customers are offered: the organisation one is in or acts from. */
  organisation: string
  /** The visit one is in: its pages are found too, and whoever goes elsewhere leaves it first. */
  acting?: ActingShellData
}

export function Switcher({ name, organisation, acting }: SwitcherProps) {
  const t = useTexts()
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const [wasOpened, noticeOpening] = useState(false)
  const change = (next: boolean) => {
    // It is taken away in small steps, after the press is answered; it opens at once, so that the next letter is already its own.
    if (!next) return startTransition(() => setOpen(false))
    noticeOpening(true)
    setOpen(true)
  }
  const toggle = () => change(!open)
  useShortcut(toggle)
  useEffect(() => whenIdle(() => void load()), [])
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={t('shell.switcher.open', { name })}
        aria-haspopup="dialog"
        aria-expanded={open}
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
        onClick={toggle}
        className="flex min-h-9 w-full items-center gap-2 rounded-md px-1.5 py-1 text-left text-sm font-medium hover:bg-hover aria-expanded:bg-hover pointer-coarse:min-h-11"
      >
        <Avatar name={name} shape="square" size="small" />
        <span className={classNames('min-w-0 grow truncate', acting && 'text-violet-ink')}>{name}</span>
        <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-muted" />
      </button>
      {wasOpened && (
        <Suspense>
          <SwitcherPopover anchor={button} open={open} onOpenChange={change} {...{ organisation, acting }} />
        </Suspense>
      )}
    </>
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
