// Which columns a person shows and how close the rows stand, kept for them on the server.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Settings2 } from 'lucide-react'
import {
  getListView,
  type ListColumn,
  type ListView,
  listColumns,
  setListView,
  standardView,
} from '../../server/managed-customers/contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { iconButtonClass } from '../ui/icon-button-class.ts'
import { Popover } from '../ui/popover.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { useCommand } from '../use-command.ts'

const path = '/api/o/{organisation}/customers/view'

export function useListLook(organisation: string): readonly [ListView, (look: ListView) => void] {
  const query = api.query(getListView, path, { params: { organisation } })
  const client = useQueryClient()
  const { data = standardView } = useQuery(query)
  const save = useCommand({
    run: (body: ListView) => api.put(setListView, path, { params: { organisation }, body }),
    refreshes: query.queryKey[0] ?? '',
  })
  const change = (look: ListView) => {
    client.setQueryData(query.queryKey, look)
    save.mutate(look)
  }
  return [data, change]
}

export function ListLook({ look, onChange }: { look: ListView; onChange: (look: ListView) => void }) {
  const t = useTexts()
  const show = (column: ListColumn, on: boolean) =>
    onChange({ ...look, columns: listColumns.filter((one) => (one === column ? on : look.columns.includes(one))) })
  return (
    <Popover
      title={t('managed-customers.look')}
      align="end"
      trigger={
        <button
          type="button"
          aria-label={t('managed-customers.look')}
          title={t('managed-customers.look')}
          className={iconButtonClass('medium')}
        >
          <Settings2 aria-hidden="true" />
        </button>
      }
    >
      <div className="flex flex-col gap-4">
        <SegmentedControl
          label={t('managed-customers.look.density')}
          options={[
            { value: 'comfortable', label: t('managed-customers.look.comfortable') },
            { value: 'compact', label: t('managed-customers.look.compact') },
          ]}
          value={look.density}
          onChange={(density) => onChange({ ...look, density })}
        />
        <fieldset className="flex flex-col gap-1.5">
          <legend className="pb-1.5 text-sm font-medium">{t('managed-customers.look.columns')}</legend>
          <div className="grid grid-cols-1 gap-x-4 gap-y-1.5 sm:grid-cols-2">
            {listColumns.map((column) => (
              <Checkbox
                key={column}
                label={t(`managed-customers.column.${column}`)}
                checked={look.columns.includes(column)}
                onChange={(on) => show(column, on)}
              />
            ))}
          </div>
        </fieldset>
      </div>
    </Popover>
  )
}
