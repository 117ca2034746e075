// What can be done with the customers that are selected: those on the page, or all that the filters leave.
import { useNavigate } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { useState } from 'react'
import { countSelected, type Selected } from '../managed-customers/selection.ts'
import { useTexts } from '../texts.tsx'
import { staysBelow } from '../ui/bottom-bar.ts'
import { Button } from '../ui/button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../ui/menu.tsx'
import { useCommand } from '../use-command.ts'
import { AskManyDialog } from './ask-many-dialog.tsx'
import { createTargetList } from './create-list.ts'
import { ExportItems } from './export-items.tsx'
import { type HandOut, HandOutManyDialog, handOuts } from './hand-out-many-dialog.tsx'

export type SelectionBarProps = {
  organisation: string
  selected: Selected
  /** What the list is filtered by, as the server takes it. */
  filter: Record<string, unknown>
  /** How many that leaves; null until they are counted. */
  total: number | null
  onAll: () => void
  onClear: () => void
}
export type ListTarget = { readonly ids: string[] } | { readonly filter: Record<string, unknown>; readonly except?: string[] }

const plain = ['extend', 'remind', 'withdraw', 'end'] as const

export function SelectionBar({ organisation, selected, filter, total, onAll, onClear }: SelectionBarProps) {
  const t = useTexts()
  const navigate = useNavigate()
  const [isAsking, ask] = useState(false)
  const [handedOut, handOut] = useState<HandOut>()
  const target = targetOf(selected, filter)
  const count = countSelected(selected, total)
  const begin = useCommand({
    run: (action: string) => createTargetList(organisation, { action, chosen: {}, target: target as never }),
    after: (bulk) => void navigate({ to: '/o/$organisation/lists/$bulk', params: { organisation, bulk } }),
  })
  if (count === 0) return null
  return (
    <section
      ref={staysBelow}
      className="sticky bottom-4 z-10 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-surface px-4 py-2.5 text-sm shadow-float"
      aria-label={t('lists.selection')}
    >
      <p className="font-medium tabular-nums">{count === null ? t('lists.selected_matching') : t('lists.selected', { count })}</p>
      {selected.kind === 'some' && total !== null && count !== null && total > count && (
        <Button size="small" kind="quiet" onClick={onAll}>
          {t('lists.select_all', { count: total })}
        </Button>
      )}
      <span className="grow" />
      <Menu trigger={<Button busy={begin.isPending}>{t('lists.with_selected')}</Button>}>
        <MenuItem onSelect={() => ask(true)}>{t('lists.action.ask')}</MenuItem>
        {handOuts.map((action) => (
          <MenuItem key={action} onSelect={() => handOut(action)}>
            {t(`lists.action.${action}`)}
          </MenuItem>
        ))}
        <ExportItems {...{ organisation, filter, selected }} />
        <MenuSeparator />
        {plain.map((action) => (
          <MenuItem key={action} onSelect={() => begin.mutate(action)}>
            {t(`lists.action.${action}`)}
          </MenuItem>
        ))}
      </Menu>
      <Button size="small" kind="quiet" onClick={onClear}>
        <X aria-hidden="true" className="sm:hidden" />
        <span className="max-sm:sr-only">{t('lists.selection.clear')}</span>
      </Button>
      {handedOut && <HandOutManyDialog organisation={organisation} action={handedOut} target={target} onClose={() => handOut(undefined)} />}
      {isAsking && <AskManyDialog organisation={organisation} target={target} onClose={() => ask(false)} />}
    </section>
  )
}

function targetOf(selected: Selected, filter: Record<string, unknown>): ListTarget {
  if (selected.kind === 'some') return { ids: [...selected.ids] }
  return { filter, ...(selected.except.size > 0 && { except: [...selected.except] }) }
}
