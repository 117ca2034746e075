// Keys of the list: a button that shows them, where it takes no room from the search, and `/` and `?`. Whoever wants none turns them off, here or in the
// own settings.
import { Keyboard } from 'lucide-react'
import { memo, useEffect, useState } from 'react'
import { changeMe } from '../../server/account/contract.ts'
import { api } from '../api.ts'
import { useMe } from '../shell/me.ts'
import { useTexts } from '../texts.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { isTyping } from '../ui/is-typing.ts'
import { Switch } from '../ui/switch.tsx'
import { useCommand } from '../use-command.ts'
import { focusSearch } from './search-place.ts'

const keys = [
  ['/', 'search'],
  ['j', 'next'],
  ['k', 'back'],
  ['x', 'select'],
  ['Enter', 'open'],
  ['s', 'enter'],
  ['?', 'help'],
] as const

/** Nothing of the list changes it. */
export const KeysButton = memo(function KeysButton() {
  const t = useTexts()
  const { person } = useMe()
  const [isOpen, open] = useState(false)
  usePageKeys(person.hasShortcuts, () => open(true))
  return (
    <>
      <span className="max-[30rem]:hidden pointer-coarse:hidden">
        <IconButton label={t('managed-customers.keys')} icon={<Keyboard aria-hidden="true" />} onClick={() => open(true)} />
      </span>
      <Dialog
        open={isOpen}
        onOpenChange={open}
        size="small"
        title={t('managed-customers.keys')}
        description={t('managed-customers.keys.what')}
      >
        <Keys hasShortcuts={person.hasShortcuts} />
      </Dialog>
    </>
  )
})

function Keys({ hasShortcuts }: { hasShortcuts: boolean }) {
  const t = useTexts()
  const change = useCommand({
    run: (on: boolean) => api.patch(changeMe, '/api/me', { body: { hasShortcuts: on } }),
    refreshes: '/api/me',
  })
  return (
    <>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2 text-sm">
        {keys.map(([key, what]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="inline-block min-w-6 rounded-sm border border-edge bg-sunken px-1.5 text-center font-mono text-xs leading-5">
                {key}
              </kbd>
            </dt>
            <dd>{t(`managed-customers.keys.${what}`)}</dd>
          </div>
        ))}
      </dl>
      <Switch label={t('account.shortcuts')} checked={hasShortcuts} onChange={(on) => change.mutate(on)} />
    </>
  )
}

function usePageKeys(isOn: boolean, showKeys: () => void): void {
  useEffect(() => {
    if (!isOn) return
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const act = event.key === '/' ? focusSearch : event.key === '?' ? showKeys : undefined
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })
}
