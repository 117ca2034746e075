// The rows themselves, or what stands in their place: on the way, none, or not to be had right now.
import { useEffect, useRef } from 'react'
import type { z } from 'zod'
import type { ListView } from '../../server/managed-customers/contract.ts'
import type { getOwnShell } from '../../server/shell/contract.ts'
import { useFormats } from '../formats.ts'
import { Problem, problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { LiveRegion } from '../ui/live-region.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import type { Selection } from '../ui/table.tsx'
import { columnsOf, sortOfColumn } from './customer-columns.tsx'
import { CustomerTable } from './customer-table.tsx'
import { EmptyList } from './empty-list.tsx'
import { isFiltered, type ListState, nothingFiltered } from './list-state.ts'
import { RowActions } from './row-actions.tsx'
import type { useCustomerList } from './use-customer-list.ts'

/** More than so many columns are pushed sideways instead of squeezed. */
const roomyColumns = 7

export type CustomerListProps = {
  organisation: string
  shell: z.output<typeof getOwnShell.answer>
  list: ReturnType<typeof useCustomerList>
  /** The view one begins with is about to be opened. */
  isComing: boolean
  state: ListState
  look: ListView
  onChange: (change: Partial<ListState>) => void
  /** Which are selected; none where nothing can be done with many. */
  selection: Selection | undefined
}

export function CustomerList({ organisation, shell, list, isComing, state, look, onChange, selection }: CustomerListProps) {
  const t = useTexts()
  if (list.isPending || isComing) return <SkeletonLines label={t('managed-customers.title')} lines={10} />
  if (list.isError) {
    const requestId = list.error instanceof Problem ? list.error.requestId : null
    return (
      <ErrorState title={t('managed-customers.failed')} onRetry={() => void list.refetch()} requestId={requestId}>
        {problemText(t, list.error)}
      </ErrorState>
    )
  }
  const filtered = isFiltered(state)
  return (
    <div
      className={classNames('flex flex-col gap-3 transition-opacity', list.isPlaceholderData && 'opacity-60')}
      aria-busy={list.isPlaceholderData}
    >
      {filtered && <Found list={list} />}
      {list.customers.length === 0 ? (
        <EmptyList
          role={shell.role}
          isPartner={shell.organisation.isPartner}
          filtered={filtered}
          onClear={() => onChange(nothingFiltered)}
        />
      ) : (
        <div className={look.columns.length > roomyColumns ? 'overflow-x-auto' : undefined}>
          <CustomerTable
            caption={t('managed-customers.title')}
            rows={list.customers}
            columns={columnsOf(look.columns, organisation, t)}
            keyOf={({ id }) => id}
            nameOf={({ name }) => name}
            sort={{ by: state.sort, direction: state.direction }}
            onSort={({ by, direction }) => onChange({ sort: sortOfColumn(by), direction })}
            density={look.density}
            selection={selection}
            actions={(customer) => <RowActions customer={customer} organisation={organisation} />}
          />
        </div>
      )}
      {list.hasNextPage && <More list={list} />}
    </div>
  )
}

/** How many the filters leave, also spoken. */
function Found({ list }: Pick<CustomerListProps, 'list'>) {
  const t = useTexts()
  const formats = useFormats()
  if (!list.total || !list.counts) return null
  const all = formats.number(list.counts.all)
  const found = list.total.exact
    ? t('managed-customers.found', { count: list.total.count, all })
    : t('managed-customers.found_over', { count: formats.number(list.total.count), all })
  return (
    <>
      <LiveRegion>{list.isPlaceholderData ? '' : found}</LiveRegion>
      {list.customers.length > 0 && (
        <p aria-hidden="true" className="text-xs text-muted tabular-nums">
          {found}
        </p>
      )}
    </>
  )
}

/** The next page comes by itself when the end comes near; the button is for keyboards and old browsers. */
function More({ list }: Pick<CustomerListProps, 'list'>) {
  const t = useTexts()
  const end = useRef<HTMLDivElement>(null)
  const { fetchNextPage, isFetchingNextPage } = list
  useEffect(() => {
    const { current } = end
    if (!current || isFetchingNextPage) return
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && void fetchNextPage(), { rootMargin: '600px 0px' })
    watch.observe(current)
    return () => watch.disconnect()
  }, [fetchNextPage, isFetchingNextPage])
  return (
    <div ref={end}>
      <Button onClick={() => void fetchNextPage()} busy={isFetchingNextPage}>
        {t('managed-customers.more')}
      </Button>
    </div>
  )
}
