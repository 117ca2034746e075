// What decides the order, first, second and third: what Shift does on the heads of columns, for everybody else and for narrow windows.
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type CustomerSort, customerSorts, type OrderTerm, ordersMax } from '../../server/managed-customers/contract.ts'
import { useTexts } from '../texts.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { NativeSelect } from '../ui/native-select.tsx'

export type OrderFieldsProps = { order: readonly OrderTerm[]; onOrder: (order: readonly OrderTerm[]) => void }
const none = 'none'

export function OrderFields({ order, onOrder }: OrderFieldsProps) {
  const t = useTexts()
  const places = [...order, undefined].slice(0, ordersMax)
  const put = (place: number, term: OrderTerm | undefined) => {
    const changed = [...order.slice(0, place), ...(term ? [term] : []), ...order.slice(place + 1)]
    if (changed.length > 0) onOrder(changed)
  }
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="pb-1.5 text-sm font-medium">{t('managed-customers.order')}</legend>
      {places.map((term, place) => {
        const free = customerSorts.filter((by) => by === term?.by || !order.some((one) => one.by === by))
        const choose = (by: string) =>
          put(place, by === none ? undefined : { by: by as CustomerSort, direction: term?.direction ?? 'ascending' })
        return (
          <div key={term?.by ?? none} className="flex items-center gap-1">
            <NativeSelect
              label={t('managed-customers.order.place', { place: place + 1 })}
              labelHidden
              value={term?.by ?? none}
              options={[
                ...(order.length > 1 || term === undefined
                  ? [{ value: none, label: t(place === 0 ? 'managed-customers.order.remove' : 'managed-customers.order.none') }]
                  : []),
                ...free.map((by) => ({ value: by, label: t(`managed-customers.column.${by}`) })),
              ]}
              onChange={choose}
            />
            {term && <Direction term={term} onChange={(direction) => put(place, { ...term, direction })} />}
          </div>
        )
      })}
    </fieldset>
  )
}

function Direction({ term, onChange }: { term: OrderTerm; onChange: (direction: OrderTerm['direction']) => void }) {
  const t = useTexts()
  const isUp = term.direction === 'ascending'
  return (
    <IconButton
      label={t(isUp ? 'managed-customers.order.ascending' : 'managed-customers.order.descending', {
        column: t(`managed-customers.column.${term.by}`),
      })}
      icon={isUp ? <ArrowUp aria-hidden="true" /> : <ArrowDown aria-hidden="true" />}
      onClick={() => onChange(isUp ? 'descending' : 'ascending')}
    />
  )
}
