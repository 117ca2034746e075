// Which columns a person shows, in which order, and how close the rows stand, kept for them on the server.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Settings2 } from 'lucide-react'
import { memo } from 'react'
import { getListView, type ListView, setListView, standardView } from '../../server/managed-customers/look-contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { iconButtonClass } from '../ui/icon-button-class.ts'
import { Popover } from '../ui/popover.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { useSameFunction } from '../unchanged.ts'
import { useCommand } from '../use-command.ts'
import { ColumnChooser } from './column-chooser.tsx'
import { OrderFields, type OrderFieldsProps } from './order-fields.tsx'

const path = '/api/o/{organisation}/customers/view'

export function useListLook(organisation: string): readonly [ListView, (look: ListView) => void] {
  const query = api.query(getListView, path, { params: { organisation } })
  const client = useQueryClient()
  const { data = standardView } = useQuery(query)
  const save = useCommand({
    run: (body: ListView) => api.put(setListView, path, { params: { organisation }, body }),
    refreshes: query.queryKey[0] ?? '',
  })
  const change = useSameFunction((look: ListView) => {
    client.setQueryData(query.queryKey, look)
    save.mutate(look)
  })
  return [data, change]
}

export type ListLookProps = OrderFieldsProps & { look: ListView; onChange: (look: ListView) => void }

export const ListLook = memo(function ListLook({ look, onChange, ...order }: ListLookProps) {
  const t = useTexts()
  return (
    <Popover
      title={t('managed-customers.look')}
      align="end"
      mayCover
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
      <div className="flex flex-col gap-5">
        <SegmentedControl
          label={t('managed-customers.look.density')}
          options={[
            { value: 'comfortable', label: t('managed-customers.look.comfortable') },
            { value: 'compact', label: t('managed-customers.look.compact') },
          ]}
          value={look.density}
          onChange={(density) => onChange({ ...look, density })}
        />
        <OrderFields {...order} />
        <ColumnChooser columns={look.columns} onChange={(columns) => onChange({ ...look, columns: [...columns] })} />
        <Button size="small" kind="quiet" onClick={() => onChange(standardView)}>
          {t('managed-customers.look.standard')}
        </Button>
      </div>
    </Popover>
  )
})
