// Managed customers: the partner's list, searched, filtered and sorted, with the ways in and out at the end of each row.
import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, memo, Suspense, useCallback, useState } from 'react'
import type { OrderTerm } from '../../server/managed-customers/contract.ts'
import { getOwnShell } from '../../server/shell/contract.ts'
import { api } from '../api.ts'
import { ExportListMenu } from '../exports/export-list-menu.tsx'
import { useParam } from '../place.ts'
import { ReleasePrepared } from '../requests/release-prepared.tsx'
import { HelpLink } from '../shell/help-link.tsx'
import { useMe } from '../shell/me.ts'
import { usePageTitle } from '../shell/page-title.tsx'
import { useTexts } from '../texts.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { useSameFunction } from '../unchanged.ts'
import { AddCustomerButton, AddCustomerNote } from './add-customer-button.tsx'
import { CustomerFilters } from './customer-filters.tsx'
import { CustomerList } from './customer-list.tsx'
import { KeysButton } from './keys-button.tsx'
import { type Address, useDrawnAddress } from './list-address.ts'
import { ListLook, useListLook } from './list-look.tsx'
import { isFiltered } from './list-state.ts'
import { nobodySelected, type Selected, selectedNow } from './selection.ts'
import { useCustomerList } from './use-customer-list.ts'
import { useListState } from './use-list-state.ts'
import { useViews } from './views/views-data.ts'
import { ViewsMenu } from './views/views-menu.tsx'

/** What most people do not need at once. */
const SelectionBar = lazy(async () => ({ default: (await import('../lists/selection-bar.tsx')).SelectionBar }))
const OtherCustomers = lazy(async () => ({ default: (await import('./other-customers.tsx')).OtherCustomers }))

/** Nothing of one organisation’s list, such as what is selected, stays for another’s. */
export function CustomersScreen() {
  const organisation = useParam('organisation')
  return <ListInSteps key={organisation} organisation={organisation} />
}

function ListInSteps({ organisation }: { organisation: string }) {
  return <ManagedCustomers organisation={organisation} drawn={useDrawnAddress()} />
}

const ManagedCustomers = memo(function ManagedCustomers({ organisation, drawn }: { organisation: string; drawn: Address }) {
  const t = useTexts()
  const { data: shell } = useSuspenseQuery(api.query(getOwnShell, '/api/o/{organisation}/shell', { params: { organisation } }))
  const { person } = useMe()
  const [state, change] = useListState(organisation, drawn)
  const views = useViews(organisation, state, drawn)
  const [look, changeLook] = useListLook(organisation)
  const list = useCustomerList(organisation, state)
  const stateNow = useSameFunction(() => state)
  const sort = useCallback((order: readonly OrderTerm[]) => change({ order }), [change])
  const [ticked, tick] = useState<Selected>(nobodySelected)
  usePageTitle(t('managed-customers.title'))
  const { role } = shell
  const { isPartner } = shell.organisation
  const isUnused = list.counts?.all === 0
  const filter = JSON.stringify({ ...list.shown, sort: [], direction: [] })
  const mayMany = isPartner && role !== 'collaborator'
  const selected = mayMany ? selectedNow(ticked, filter) : undefined
  const select = useCallback((changed: (before: Selected) => Selected) => tick((before) => changed(selectedNow(before, filter))), [filter])
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={t('managed-customers.title')}
        count={list.counts?.all}
        help={<HelpLink />}
        description={isPartner && <AddCustomerNote role={role} />}
        actions={
          isPartner && (
            <>
              {role !== 'collaborator' && !isUnused && (
                <ExportListMenu organisation={organisation} stateNow={stateNow} total={list.isChanging ? null : list.total} />
              )}
              {!isUnused && <AddCustomerButton organisation={organisation} role={role} />}
            </>
          )
        }
      />
      <ReleasePrepared organisation={organisation} />
      {!isUnused && (
        <CustomerFilters
          {...{ organisation, state }}
          counts={list.counts}
          onChange={change}
          isChanging={list.isChanging}
          isClearedBelow={list.total === 0}
          views={(views.views.length > 0 || isFiltered(state)) && <ViewsMenu {...{ organisation, state, views }} />}
        >
          <KeysButton />
          <ListLook look={look} onChange={changeLook} order={state.order} onOrder={sort} />
        </CustomerFilters>
      )}
      <CustomerList
        {...{ organisation, shell, list, state, look, selected }}
        isComing={views.isComing}
        onChange={change}
        onOrder={sort}
        onSelect={select}
        hasKeys={person.hasShortcuts}
      />
      <Suspense>
        {selected && (selected.kind === 'all' || selected.ids.size > 0) && (
          <SelectionBar
            {...{ organisation, selected }}
            filter={list.shown}
            total={list.total}
            onAll={() => tick({ kind: 'all', except: new Set(), of: filter })}
            onClear={() => tick(nobodySelected)}
          />
        )}
        {role === 'collaborator' && <OtherCustomers organisation={organisation} name={shell.organisation.name} search={state.search} />}
      </Suspense>
    </div>
  )
})
