// The rows of the list, however many: those near the window are in the page, at the place they have among all. Heads and names stay in sight.
/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that come and go are no native table */
// biome-ignore-all lint/a11y/useSemanticElements: rows that come and go are no native table
import { type CSSProperties, useCallback, useMemo } from 'react'
import { customerStatuses } from '../../domain/managed-customer.ts'
import type { OrderTerm } from '../../server/managed-customers/contract.ts'
import type { ListView } from '../../server/managed-customers/look-contract.ts'
import { useTexts } from '../texts.tsx'
import { classNames } from '../ui/class-names.ts'
import { useMediaQuery } from '../ui/use-media-query.ts'
import { columnsOf } from './customer-columns.tsx'
import { statusText } from './customer-status.tsx'
import { GridHeader } from './grid-header.tsx'
import { GridRow } from './grid-row.tsx'
import { layoutOf, rowHeights, statusRemFor } from './list-layout.ts'
import { isSelected, type Selected, withRows } from './selection.ts'
import { useChooseNear } from './use-choose-near.ts'
import type { CustomerListData } from './use-customer-list.ts'
import { useRowKeys } from './use-row-keys.ts'
import { useSidewaysTogether } from './use-sideways-together.ts'
import { useWindowRows } from './use-window-rows.ts'

export type CustomerGridProps = {
  organisation: string
  list: CustomerListData
  look: ListView
  order: readonly OrderTerm[]
  onOrder: (order: readonly OrderTerm[]) => void
  /** Undefined where nothing can be done with many. */
  selected: Selected | undefined
  onSelect: (change: (before: Selected) => Selected) => void
  hasKeys: boolean
}

export function CustomerGrid({ organisation, list, look, order, onOrder, selected, onSelect, hasKeys }: CustomerGridProps) {
  const t = useTexts()
  const isCard = !useMediaQuery('(min-width: 44rem)')
  const isCompact = look.density === 'compact'
  const columns = useMemo(() => columnsOf(look.columns, organisation, t), [look.columns, organisation, t])
  const statusRem = statusRemFor(customerStatuses.map((status) => t(statusText(status))))
  const layout = layoutOf(['name', ...look.columns], selected !== undefined, statusRem)
  const usualHeight = rowHeights[isCard ? 'card' : look.density]
  const { place, height, items, measure, goTo } = useWindowRows(list, usualHeight)
  const { head, body } = useSidewaysTogether()
  const select = useCallback((id: string, on: boolean) => onSelect((before) => withRows(before, [id], on)), [onSelect])
  const [chosen, chooseNear] = useChooseNear(list, selected, onSelect)
  useRowKeys({ isOn: hasKeys, list: place, move: goTo, length: list.length })
  const style = {
    '--list-columns': layout.columns,
    '--list-least': layout.atLeast,
    '--list-name': layout.nameLeft,
    '--list-row': `${usualHeight / 16}rem`,
  } as CSSProperties
  return (
    <div
      role="table"
      aria-label={t('managed-customers.title')}
      aria-rowcount={list.total === null ? -1 : list.total + 1}
      style={style}
      data-compact={isCompact && !isCard ? '' : undefined}
      className={classNames('rounded-lg border border-line bg-surface text-sm', isCard && 'overflow-clip')}
    >
      <div ref={head} role="rowgroup" className={isCard ? 'sr-only' : 'list-head'}>
        <GridHeader {...{ columns, order, onOrder }} chosen={selected && chosen} onChoose={chooseNear} />
      </div>
      <div ref={body} role="rowgroup" className={isCard ? undefined : 'list-body'}>
        <div
          ref={place}
          role="presentation"
          className="relative"
          style={{ minHeight: height, minWidth: isCard ? undefined : layout.atLeast }}
        >
          {items.map(({ index, top }) => {
            const customer = list.rowAt(index)
            return (
              <div
                key={index}
                ref={measure}
                role="presentation"
                data-index={index}
                className={top === undefined ? undefined : 'absolute inset-x-0 top-0'}
                style={top === undefined ? undefined : { transform: `translateY(${top}px)` }}
              >
                <GridRow
                  key={customer?.id}
                  {...{ index, customer, columns, organisation, isCard, isCompact }}
                  selected={selected && customer && isSelected(selected, customer.id)}
                  onSelect={select}
                />
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
