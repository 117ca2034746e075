// The views of the list behind one button: open one, keep what is shown, share it, begin with it. A dot says that something differs.
import { Check, ChevronDown } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTexts } from '../../texts.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Menu, MenuGroup, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { isFiltered, type ListState } from '../list-state.ts'
import { useViewCommands } from './use-view-commands.ts'
import type { SavedView, Views } from './views-data.ts'

const ViewDialog = lazy(async () => ({ default: (await import('./view-dialog.tsx')).ViewDialog }))

export type ViewsMenuProps = { organisation: string; state: ListState; views: Views }

export function ViewsMenu({ organisation, state, views }: ViewsMenuProps) {
  const t = useTexts()
  const { open, isChanged, show } = views
  const [asked, ask] = useState<'new' | 'edit' | 'delete'>()
  const done = () => ask(undefined)
  const { keep, begin, remove } = useViewCommands(organisation, state, { onRemoved: () => show(undefined) })
  return (
    <>
      <Menu
        trigger={
          <Button>
            {isChanged && <span aria-hidden="true" className="size-2 shrink-0 rounded-full bg-accent" />}
            <span className="max-w-48 truncate">{open?.name ?? t('views.title')}</span>
            {isChanged && <VisuallyHidden>{t('views.changed')}</VisuallyHidden>}
            <ChevronDown aria-hidden="true" className="size-4 text-muted" />
          </Button>
        }
      >
        <MenuItem icon={<Tick shown={open === undefined} />} onSelect={() => show(undefined)}>
          {t('views.all')}
        </MenuItem>
        <Groups views={views} />
        {(open !== undefined || isFiltered(state)) && <MenuSeparator />}
        {open?.mayChange && isChanged && <MenuItem onSelect={() => keep.mutate(open)}>{t('views.keep', { name: open.name })}</MenuItem>}
        {(isChanged || (open === undefined && isFiltered(state))) && <MenuItem onSelect={() => ask('new')}>{t('views.save')}</MenuItem>}
        {open && isChanged && <MenuItem onSelect={() => show(open)}>{t('views.back', { name: open.name })}</MenuItem>}
        {open?.mayChange && <MenuItem onSelect={() => ask('edit')}>{t('views.edit')}</MenuItem>}
        {open && (
          <MenuItem onSelect={() => begin.mutate(open.isDefault ? null : open.id)}>
            {t(open.isDefault ? 'views.default.no' : 'views.default')}
          </MenuItem>
        )}
        {open?.mayDelete && (
          <MenuItem danger onSelect={() => ask('delete')}>
            {t('views.delete')}
          </MenuItem>
        )}
      </Menu>
      {(asked === 'new' || asked === 'edit') && (
        <Suspense>
          <ViewDialog {...{ organisation, state }} view={asked === 'edit' ? open : undefined} onClose={done} />
        </Suspense>
      )}
      {open && (
        <ConfirmDialog
          open={asked === 'delete'}
          onOpenChange={done}
          title={t('views.delete.title', { name: open.name })}
          confirm={t('views.delete')}
          busy={remove.isPending}
          onConfirm={() => remove.mutate(open, { onSuccess: done })}
        >
          {t(open.team ? 'views.delete.team' : 'views.delete.own')}
        </ConfirmDialog>
      )}
    </>
  )
}

/** One's own first, then team by team. */
function Groups({ views: { views, open, show } }: { views: Views }) {
  const t = useTexts()
  const own = views.filter(({ team }) => team === null)
  const shared = Map.groupBy(
    views.filter(({ team }) => team !== null),
    ({ team }) => team?.name ?? '',
  )
  const groups: readonly (readonly [string, readonly SavedView[]])[] = [
    ...(own.length > 0 ? [[t('views.own'), own] as const] : []),
    ...[...shared].map(([team, all]) => [t('views.of_team', { team }), all] as const),
  ]
  return groups.map(([label, all]) => (
    <MenuGroup key={label} label={label}>
      {all.map((view) => (
        <MenuItem
          key={view.id}
          icon={<Tick shown={view.id === open?.id} />}
          hint={view.isDefault ? t('views.is_default') : undefined}
          onSelect={() => show(view)}
        >
          {view.name}
        </MenuItem>
      ))}
    </MenuGroup>
  ))
}

const Tick = ({ shown }: { shown: boolean }) => (
  <Check aria-hidden="true" className={shown ? 'size-4 text-accent-ink' : 'size-4 opacity-0'} />
)
