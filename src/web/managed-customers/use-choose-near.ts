// Selects the rows shown, or none of them. Pressed while those of a new search are still coming, it means those and waits for them.
import { useEffect, useState } from 'react'
import { useSameFunction } from '../unchanged.ts'
import { isSelected, type Selected, withRows } from './selection.ts'
import type { CustomerListData } from './use-customer-list.ts'

type Near = Pick<CustomerListData, 'near' | 'isChanging' | 'failure'>

export function useChooseNear({ near, isChanging, failure }: Near, selected: Selected | undefined, onSelect: Select) {
  const [meant, mean] = useState<boolean>()
  const isThere = !isChanging && near.length > 0
  const choose = useSameFunction((on: boolean) => {
    const ids = near.map(({ id }) => id)
    if (isThere) onSelect((before) => withRows(before, ids, on))
    // Pressed again, it was not meant.
    mean(isThere || meant !== undefined ? undefined : on)
  })
  useEffect(() => {
    if (meant !== undefined && isThere) choose(meant)
  }, [meant, isThere, choose])
  // Of rows that do not come nothing was said.
  if (failure && meant !== undefined) mean(undefined)
  const count = selected ? near.filter(({ id }) => isSelected(selected, id)).length : 0
  const chosen = meant === undefined ? (count === 0 ? 'none' : count === near.length ? 'all' : 'some') : meant ? 'all' : 'none'
  return [chosen, choose] as const
}

type Select = (change: (before: Selected) => Selected) => void
