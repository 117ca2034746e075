// Managed customers: the partner's list, searched, filtered and sorted, with the ways in and out at the end of each row.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { getOwnShell } from '../../server/shell/contract.ts'
import { api } from '../api.ts'
import { ExportListMenu } from '../exports/export-list-menu.tsx'
import { SelectionBar } from '../lists/selection-bar.tsx'
import { useParam } from '../place.ts'
import { ReleasePrepared } from '../requests/release-prepared.tsx'
import { HelpLink } from '../shell/help-link.tsx'
import { usePageTitle } from '../shell/page-title.tsx'
import { useTexts } from '../texts.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { AddCustomerButton, AddCustomerNote } from './add-customer-button.tsx'
import { CustomerFilters } from './customer-filters.tsx'
import { CustomerList } from './customer-list.tsx'
import { ListLook, useListLook } from './list-look.tsx'
import { isFiltered, writeState } from './list-state.ts'
import { OtherCustomers } from './other-customers.tsx'
import { useCustomerList, useListState } from './use-customer-list.ts'
import { useViews } from './views/views-data.ts'
import { ViewsMenu } from './views/views-menu.tsx'

export function CustomersScreen() {
  const t = useTexts()
  const organisation = useParam('organisation')
  const { data: shell } = useSuspenseQuery(api.query(getOwnShell, '/api/o/{organisation}/shell', { params: { organisation } }))
  const [state, change] = useListState(organisation)
  const views = useViews(organisation, state)
  const [look, changeLook] = useListLook(organisation)
  const list = useCustomerList(organisation, state)
  usePageTitle(t('managed-customers.title'))
  const { role } = shell
  const isUnused = list.counts?.all === 0
  const [selected, select] = useState<ReadonlySet<string>>(new Set())
  const mayMany = shell.organisation.isPartner && role !== 'collaborator'
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={t('managed-customers.title')}
        count={list.counts?.all}
        help={<HelpLink />}
        description={shell.organisation.isPartner && <AddCustomerNote role={role} />}
        actions={
          shell.organisation.isPartner && (
            <>
              {role !== 'collaborator' && !isUnused && <ExportListMenu organisation={organisation} state={state} total={list.total} />}
              <AddCustomerButton organisation={organisation} role={role} />
            </>
          )
        }
      />
      <ReleasePrepared organisation={organisation} />
      {!isUnused && (
        <div className="flex items-start justify-between gap-2 max-sm:flex-col-reverse">
          <CustomerFilters organisation={organisation} state={state} counts={list.counts} onChange={change} />
          <div className="flex shrink-0 items-center gap-1 max-sm:w-full max-sm:justify-between">
            {(views.views.length > 0 || isFiltered(state)) && <ViewsMenu {...{ organisation, state, views }} />}
            <ListLook look={look} onChange={changeLook} />
          </div>
        </div>
      )}
      <CustomerList
        organisation={organisation}
        shell={shell}
        list={list}
        isComing={views.isComing}
        state={state}
        look={look}
        onChange={change}
        selection={mayMany ? { keys: selected, onChange: select } : undefined}
      />
      {mayMany && (
        <SelectionBar
          organisation={organisation}
          ids={selected}
          filter={writeState(state)}
          total={list.total}
          onClear={() => select(new Set())}
        />
      )}
      {role === 'collaborator' && <OtherCustomers organisation={organisation} name={shell.organisation.name} search={state.search} />}
    </div>
  )
}
