// One invoice, credit note or order: for whom, who pays, and line by line what for.
import { useSuspenseQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { getInvoice } from '../../server/billing/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useParam, usePlace } from '../place.ts'
import { Fact } from '../products/product-facts.tsx'
import { HelpLink } from '../shell/help-link.tsx'
import { usePageTitle } from '../shell/page-title.tsx'
import { useTexts } from '../texts.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { Payer } from './documents.tsx'
import { StandingMark } from './standing-mark.tsx'

type Invoice = z.output<typeof getInvoice.answer>
type Line = Invoice['lines'][number] & { readonly at: number }

export function InvoiceScreen() {
  const t = useTexts()
  const place = usePlace()
  const id = useParam('invoice')
  const { data: invoice } = useSuspenseQuery(api.query(getInvoice, `${place.api}/billing/invoices/{invoice}`, { params: { invoice: id } }))
  const title = t('billing.document', { kind: invoice.kind, number: invoice.number })
  usePageTitle(title)
  return (
    <div className="flex max-w-6xl flex-col gap-6">
      <PageHeader
        help={<HelpLink />}
        crumbs={[{ label: t('billing.title'), link: { to: `${place.path}/billing` as never } }]}
        title={title}
      />
      <Facts invoice={invoice} />
      <Lines invoice={invoice} />
    </div>
  )
}

function Facts({ invoice }: { invoice: Invoice }) {
  const t = useTexts()
  const formats = useFormats()
  const { standing, issuedOn, dueOn, paidOn, owner, orderedBy } = invoice
  return (
    <dl className="flex flex-wrap gap-x-12 gap-y-4 rounded-lg border border-line bg-surface px-4 py-4 sm:px-6">
      <Fact term={t('common.status')}>
        <StandingMark standing={standing} />
      </Fact>
      <Fact term={t('billing.issued')}>{formats.date(issuedOn)}</Fact>
      {dueOn && <Fact term={t('billing.due_on')}>{formats.date(dueOn)}</Fact>}
      {paidOn && <Fact term={t('billing.paid_on')}>{formats.date(paidOn)}</Fact>}
      <Fact term={t('common.owner')}>{owner}</Fact>
      <Fact term={t('common.payer')}>
        <Payer document={invoice} />
      </Fact>
      {orderedBy && <Fact term={t('billing.ordered_by')}>{orderedBy}</Fact>}
    </dl>
  )
}

function Lines({ invoice }: { invoice: Invoice }) {
  const t = useTexts()
  const formats = useFormats()
  const money = (amount: number) => formats.money({ amount, currency: invoice.total.currency })
  const columns: readonly Column<Line>[] = [
    {
      id: 'description',
      header: t('billing.line'),
      main: true,
      cell: ({ description, product }) => (
        <span>
          {description}
          {product && product !== description && <span className="block font-normal text-muted">{product}</span>}
        </span>
      ),
    },
    {
      id: 'period',
      header: t('billing.period'),
      cell: ({ periodFrom, periodTo }) => (periodFrom && periodTo ? `${formats.date(periodFrom)} – ${formats.date(periodTo)}` : '–'),
    },
    { id: 'net', header: t('billing.net'), align: 'end', cell: ({ net }) => money(net) },
    {
      id: 'vat',
      header: t('billing.vat'),
      align: 'end',
      cell: ({ vat, vatRate }) => `${money(vat)} (${formats.number(vatRate / 100, { style: 'percent', maximumFractionDigits: 2 })})`,
    },
    { id: 'gross', header: t('billing.amount'), align: 'end', cell: ({ gross }) => money(gross) },
  ]
  const sums = [
    { term: t('billing.net'), text: formats.money(invoice.net) },
    { term: t('billing.vat'), text: formats.money(invoice.vat) },
    { term: t('billing.total'), text: formats.money(invoice.total), strong: true },
  ]
  return (
    <section aria-labelledby="lines" className="flex flex-col gap-3">
      <h2 id="lines" className="text-base font-semibold">
        {t('billing.lines')}
      </h2>
      <Table
        caption={t('billing.lines')}
        rows={invoice.lines.map((line, at) => ({ ...line, at }))}
        columns={columns}
        keyOf={({ at }) => String(at)}
        nameOf={({ description }) => description}
      />
      <dl className="ml-auto flex w-full max-w-72 flex-col gap-1 px-4 tabular-nums">
        {sums.map(({ term, text, strong }) => (
          <div key={term} className={strong ? 'flex justify-between gap-6 pt-1 font-semibold' : 'flex justify-between gap-6 text-muted'}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
