// Inside the account switcher: the search field, the two tabs and the list, all moved by the keyboard.
import { Combobox } from '@base-ui/react/combobox'
import { Search } from 'lucide-react'
import { memo, startTransition, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useTexts } from '../texts.tsx'
import { afterPaint } from '../ui/after-paint.ts'
import { groupLabelClass } from '../ui/popup-class.ts'
import { useSameFunction } from '../unchanged.ts'
import { useMe } from './me.ts'
import type { ActingShellData } from './navigation.ts'
import { type Found, useFound, usePin } from './switcher-data.ts'
import { customerGroups, type Entry, type EntryGroup, foundGroups, organisationGroups } from './switcher-entries.ts'
import { SwitcherEntry } from './switcher-entry.tsx'
import { type SwitcherTab, SwitcherTabs } from './switcher-tabs.tsx'
import { useGo, usePages } from './use-switching.ts'

type SwitcherPanelProps = { organisation: string; acting: ActingShellData | undefined; onDone: () => void }

/** What is found is drawn in small steps, between which the next letter is heard. */
export function SwitcherPanel({ organisation, acting, onDone }: SwitcherPanelProps) {
  const [search, find] = useState('')
  const found = useDeferredValue(useFound(organisation, search))
  return <SwitcherList {...{ organisation, acting, found, find }} onDone={useSameFunction(onDone)} />
}

type SwitcherListProps = SwitcherPanelProps & { found: Found; find: (search: string) => void }

const SwitcherList = memo(function SwitcherList({ organisation, acting, found, find, onDone }: SwitcherListProps) {
  const { search, customers, total, isPartner, isComing } = found
  const t = useTexts()
  const go = useGo(acting, onDone)
  const me = useMe()
  const [tab, setTab] = useState<SwitcherTab>(isPartner ? 'customers' : 'organisations')
  /** The field itself holds what is typed; what is found follows once the letter is painted. */
  const typed = useRef('')
  const highlighted = useRef<Entry>(undefined)
  /** What was typed when Enter came before it had been found. */
  const awaited = useRef<string>(undefined)
  const pin = usePin(organisation)
  const pages = usePages(organisation, acting, search)
  const groups = useMemo(() => {
    const organisations = organisationGroups(me.organisations, search)
    const managed = customerGroups(customers, search !== '')
    const [first, others] = tab === 'organisations' ? [organisations, managed] : [managed, organisations]
    return search === '' ? first : foundGroups(first, others, pages, search)
  }, [tab, me.organisations, customers, search, pages])

  const [first] = groups[0]?.items ?? []
  /** The field is painted, and takes letters, before the entries are. */
  const isPainted = useIsPainted()
  useEffect(() => {
    if (isComing || typed.current !== search || awaited.current !== search || !first) return
    awaited.current = undefined
    go(first)
  }, [isComing, search, first, go])

  return (
    <Combobox.Root
      inline
      open
      items={isPainted ? groups : none}
      filter={null}
      value={null}
      onValueChange={(entry: Entry | null) => entry && go(entry)}
      onInputValueChange={(value) => {
        typed.current = value.trim()
        startTransition(() => find(value.trim()))
      }}
      itemToStringLabel={({ name }: Entry) => name}
      onItemHighlighted={(entry: Entry | undefined) => {
        highlighted.current = entry
      }}
      autoHighlight
    >
      <div className="flex items-center gap-2 border-b border-line px-3">
        <Search aria-hidden="true" className="size-4 shrink-0 text-muted" />
        <Combobox.Input
          aria-label={t('shell.switcher.search')}
          placeholder={t('shell.switcher.search')}
          className="min-h-11 min-w-0 grow bg-transparent text-sm outline-none pointer-coarse:text-base"
          onKeyDown={(event) => {
            // This Enter ends a letter that is composed of several keys.
            if (event.nativeEvent.isComposing) return
            const chosen = highlighted.current ?? first
            const isOld = typed.current !== search || (isComing && (chosen === undefined || chosen.kind === 'customer'))
            const isTooSoon = event.key === 'Enter' && isOld
            awaited.current = isTooSoon ? typed.current : undefined
            if (isTooSoon) return event.preventBaseUIHandler()
            // What is found a moment after typing is not chosen by itself; Enter means the first all the same.
            if (event.key === 'Enter' && highlighted.current === undefined && first) return go(first)
            if (!event.altKey || event.code !== 'KeyP' || highlighted.current?.kind !== 'customer') return
            event.preventDefault()
            pin.mutate(highlighted.current.customer)
          }}
        />
      </div>
      {isPartner && <SwitcherTabs value={tab} onChange={setTab} organisations={me.organisations.length} customers={total} />}
      <Combobox.Empty hidden={!isPainted} className="px-4 py-6 text-sm text-muted empty:hidden">
        {t(search === '' ? 'shell.switcher.no_customers' : 'shell.switcher.nothing')}
      </Combobox.Empty>
      <Combobox.List aria-label={t('shell.switcher.title')} className="min-h-0 grow overflow-y-auto p-1 empty:hidden">
        {(group: EntryGroup) => (
          <Combobox.Group key={group.value} items={group.items}>
            {group.label && <Combobox.GroupLabel className={groupLabelClass}>{t(`shell.switcher.${group.label}`)}</Combobox.GroupLabel>}
            <Combobox.Collection>
              {(entry: Entry) => <SwitcherEntry key={entry.key} entry={entry} current={entry.key === organisation} onPin={pin.mutate} />}
            </Combobox.Collection>
          </Combobox.Group>
        )}
      </Combobox.List>
      {acting && (
        <p className="border-t border-line px-3 py-2 text-xs text-violet-ink">
          {t('shell.switcher.leaves', { customer: acting.customer.name })}
        </p>
      )}
      {tab === 'customers' && <Foot shown={customers.length} total={search === '' ? (total ?? 0) : 0} />}
    </Combobox.Root>
  )
})

const none: readonly EntryGroup[] = []

function useIsPainted(): boolean {
  const [isPainted, setPainted] = useState(false)
  useEffect(() => afterPaint(() => startTransition(() => setPainted(true))), [])
  return isPainted
}

function Foot({ shown, total }: { shown: number; total: number }) {
  const t = useTexts()
  return (
    <footer className="flex flex-wrap justify-between gap-x-4 border-t border-line px-3 py-2 text-xs text-muted">
      <span className="pointer-coarse:hidden">{t('shell.switcher.keys')}</span>
      {total > shown && <output>{t('shell.switcher.more', { count: total - shown })}</output>}
    </footer>
  )
}
