// Invoices, credit notes or orders as a list, page by page, each with its owner and its payer apart.
import { type InfiniteData, type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import type { billingDocument } from '../../server/billing/contract.ts'
import { useFormats } from '../formats.ts'
import { usePlace } from '../place.ts'
import { Loaded } from '../products/loaded.tsx'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { StandingMark } from './standing-mark.tsx'

export type Document = z.output<typeof billingDocument>
type Page = { readonly documents: readonly Document[]; readonly next: string | null }
type Pages = UseInfiniteQueryResult<InfiniteData<Page, string | undefined>>

export function useDocuments(address: string, load: (after: string | undefined) => Promise<Page>): Pages {
  return useInfiniteQuery({
    queryKey: [address],
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
}

export function Documents({
  pages,
  title,
  none,
  columns,
}: {
  pages: Pages
  title: string
  none: string
  columns: readonly Column<Document>[]
}) {
  const t = useTexts()
  return (
    <Loaded query={pages} label={title}>
      {(data) => {
        const documents = data.pages.flatMap((page) => page.documents)
        if (documents.length === 0) return <EmptyState title={none} level={3} />
        return (
          <div className="flex flex-col gap-4">
            <Table caption={title} rows={documents} columns={columns} keyOf={({ id }) => id} nameOf={({ number }) => number} />
            {pages.hasNextPage && (
              <div>
                <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                  {t('billing.more')}
                </Button>
              </div>
            )}
          </div>
        )
      }}
    </Loaded>
  )
}

/** What invoices and orders have in common. */
export function useColumns(): Readonly<
  Record<'number' | 'issued' | 'due' | 'standing' | 'owner' | 'payer' | 'by' | 'total', Column<Document>>
> {
  const t = useTexts()
  const formats = useFormats()
  return {
    number: { id: 'number', header: t('billing.number'), main: true, cell: (document) => <Numbered document={document} /> },
    issued: { id: 'issued', header: t('billing.issued'), cell: ({ issuedOn }) => formats.date(issuedOn) },
    due: { id: 'due', header: t('billing.due_on'), cell: ({ dueOn }) => (dueOn ? formats.date(dueOn) : '–') },
    standing: { id: 'standing', header: t('common.status'), cell: ({ standing }) => <StandingMark standing={standing} /> },
    owner: { id: 'owner', header: t('common.owner'), cell: ({ owner }) => owner },
    payer: { id: 'payer', header: t('common.payer'), cell: (document) => <Payer document={document} /> },
    by: { id: 'by', header: t('billing.ordered_by'), cell: ({ orderedBy }) => orderedBy ?? '–' },
    total: { id: 'total', header: t('billing.amount'), align: 'end', cell: ({ total }) => formats.money(total) },
  }
}

function Numbered({ document: { id, number, kind } }: { document: Document }) {
  const t = useTexts()
  const place = usePlace()
  return (
    <span>
      <Link to={`${place.path}/billing/${id}` as never} className="rounded-sm hover:underline">
        {number}
      </Link>
      {kind === 'credit_note' && <span className="block font-normal text-muted">{t('billing.kind.credit_note')}</span>}
    </span>
  )
}

export function Payer({ document: { payer, paymentMethod } }: { document: Pick<Document, 'payer' | 'paymentMethod'> }) {
  return (
    <span>
      {payer}
      {paymentMethod && <span className="block text-xs whitespace-nowrap text-muted tabular-nums">{methodName(paymentMethod)}</span>}
    </span>
  )
}

export const methodName = ({ brand, lastFour }: { readonly brand: string; readonly lastFour: string | null }): string =>
  lastFour === null ? brand : `${brand} ···· ${lastFour}`
