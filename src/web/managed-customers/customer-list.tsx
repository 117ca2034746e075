// The rows themselves, or what stands in their place: on the way, none, or not to be had right now.
import type { z } from 'zod'
import type { getOwnShell } from '../../server/shell/contract.ts'
import { useFormats } from '../formats.ts'
import { Problem, problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { classNames } from '../ui/class-names.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { LiveRegion } from '../ui/live-region.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { CustomerGrid, type CustomerGridProps } from './customer-grid.tsx'
import { EmptyList } from './empty-list.tsx'
import { isFiltered, type ListState, readState } from './list-state.ts'
import { NoneFound } from './none-found.tsx'
import type { CustomerListData } from './use-customer-list.ts'
import type { ChangeList } from './use-list-state.ts'

export type CustomerListProps = Omit<CustomerGridProps, 'order'> & {
  shell: z.output<typeof getOwnShell.answer>
  /** The view one begins with is about to be opened. */
  isComing: boolean
  state: ListState
  onChange: ChangeList
}

export function CustomerList({ shell, isComing, state, onChange, ...grid }: CustomerListProps) {
  const { organisation, list } = grid
  const t = useTexts()
  if (list.isPending || isComing) return <SkeletonLines label={t('managed-customers.title')} lines={10} />
  if (list.failure && list.length === 0) return <Failed list={list} failure={list.failure} />
  // Of the rows on screen; `state` may be ahead of them.
  const filtered = isFiltered(readState(list.shown))
  if (list.length === 0 && !filtered)
    return <EmptyList organisation={organisation} role={shell.role} isPartner={shell.organisation.isPartner} />
  return (
    <div
      className={classNames('flex flex-col gap-3', list.isChanging && 'opacity-60 transition-opacity delay-200')}
      aria-busy={list.isChanging}
    >
      {list.length === 0 ? (
        <NoneFound {...{ organisation, state, onChange }} />
      ) : (
        <>
          {filtered && <Found list={list} />}
          {list.failure && <Failed list={list} failure={list.failure} />}
          <CustomerGrid key={grid.look.density} {...grid} order={state.order} />
        </>
      )}
    </div>
  )
}

function Failed({ list, failure }: { list: CustomerListData; failure: Error }) {
  const t = useTexts()
  const requestId = failure instanceof Problem ? failure.requestId : null
  return (
    <ErrorState title={t('managed-customers.failed')} onRetry={list.retry} requestId={requestId}>
      {problemText(t, failure)}
    </ErrorState>
  )
}

/** How many the filters leave, also spoken; its place is kept while they are counted. */
function Found({ list }: { list: CustomerListData }) {
  const t = useTexts()
  const formats = useFormats()
  const { total, counts } = list
  const found = total !== null && counts !== null ? t('managed-customers.found', { count: total, all: formats.number(counts.all) }) : ''
  return (
    <>
      <LiveRegion>{list.isChanging ? '' : found}</LiveRegion>
      <p aria-hidden="true" className="min-h-4 text-xs text-muted tabular-nums">
        {found}
      </p>
    </>
  )
}
