// Row by row: whom it concerns, what became of it, and why. Only what is scrolled to is fetched, and only what is seen is drawn.
import { useInfiniteQuery } from '@tanstack/react-query'
import { type CSSProperties, useEffect, useRef, useState } from 'react'
import { getListRows, type List, type ListRow } from '../../server/bulk/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { Status } from '../ui/status.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { useSameFunction } from '../unchanged.ts'
import { pathOfList } from './create-list.ts'
import { lookOfResult } from './list-words.ts'

type Only = 'all' | 'going' | 'not_going'
const path = `${pathOfList}/rows`

export function ListRows({ organisation, list }: { organisation: string; list: List }) {
  const t = useTexts()
  const [only, narrow] = useState<Only>('all')
  const params = { organisation, bulk: list.id }
  const rows = useInfiniteQuery({
    // Anew whenever something was done.
    queryKey: [`/api/o/${organisation}/lists/${list.id}/rows`, only, list.state, list.left],
    queryFn: ({ pageParam, signal }) => api.get(getListRows, path, { params, query: { only, after: pageParam, limit: 200 }, signal }),
    initialPageParam: -1,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: (before) => before,
    enabled: list.state !== 'checking',
  })
  const shown = rows.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <section className="flex flex-col gap-3" aria-labelledby="list-rows-title">
      <header className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <h2 id="list-rows-title" className="font-semibold">
          {t('lists.rows')}
        </h2>
        <SegmentedControl<Only>
          label={t('lists.show')}
          labelHidden
          value={only}
          onChange={narrow}
          options={(['all', 'going', 'not_going'] as const).map((value) => ({ value, label: t(`lists.only.${value}`) }))}
        />
      </header>
      {rows.isPending && list.state !== 'checking' && <SkeletonLines label={t('lists.rows')} lines={6} />}
      {shown.length > 0 && (
        <ol
          className="flex flex-col divide-y divide-line rounded-lg border border-line bg-surface"
          style={{ '--place': `${String(list.rows).length + 1}ch` } as CSSProperties}
          aria-label={t('lists.rows')}
        >
          {shown.map((row) => (
            <Row key={row.position} row={row} organisation={organisation} />
          ))}
        </ol>
      )}
      {rows.isSuccess && shown.length === 0 && <p className="text-sm text-muted">{t('lists.no_rows')}</p>}
      {rows.hasNextPage && <More onMore={() => void rows.fetchNextPage()} isBusy={rows.isFetchingNextPage} />}
    </section>
  )
}

function Row({ row, organisation }: { row: ListRow; organisation: string }) {
  const t = useTexts()
  const formats = useFormats()
  const state = row.result ?? row.verdict
  const name = row.cells['organisation_name'] ?? row.name ?? row.cells['email'] ?? row.cells['customer_number'] ?? '–'
  const reached = row.cells['email'] ?? row.cells['customer_number']
  return (
    <li className="grid grid-cols-[var(--place)_minmax(0,1fr)] gap-x-3 gap-y-1 px-4 py-2.5 text-sm [contain-intrinsic-size:auto_3.25rem] [content-visibility:auto] sm:grid-cols-[var(--place)_minmax(0,1fr)_minmax(0,1.4fr)]">
      <span className="text-right text-faint tabular-nums">{formats.number(row.position + 1)}</span>
      <span className="min-w-0">
        {row.managedCustomerId === null ? (
          <span className="block font-medium wrap-anywhere">{name}</span>
        ) : (
          <TextLink to="/o/$organisation/customers/$customer" params={{ organisation, customer: row.managedCustomerId }}>
            {name}
          </TextLink>
        )}
        {reached !== undefined && reached !== name && <span className="block text-muted wrap-anywhere">{reached}</span>}
      </span>
      <span className="col-start-2 min-w-0 sm:col-start-3">
        {row.answer !== null && <Status {...lookOfResult(row.answer)}>{t(`lists.answer.${row.answer}`)}</Status>}
        {row.answer === null && state !== null && <Status {...lookOfResult(state)}>{t(`lists.result.${state}`)}</Status>}
        {row.explanation !== null && <span className="block text-muted">{row.explanation}</span>}
      </span>
    </li>
  )
}

function More({ onMore, isBusy }: { onMore: () => void; isBusy: boolean }) {
  const t = useTexts()
  const end = useRef<HTMLDivElement>(null)
  const more = useSameFunction(onMore)
  useEffect(() => {
    const { current } = end
    if (!current || isBusy) return
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && more(), { rootMargin: '600px 0px' })
    watch.observe(current)
    return () => watch.disconnect()
  }, [isBusy, more])
  return (
    <div ref={end}>
      <Button onClick={onMore} busy={isBusy}>
        {t('managed-customers.more')}
      </Button>
    </div>
  )
}
