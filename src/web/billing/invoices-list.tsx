// Invoices and credit notes, newest first.
import { useState } from 'react'
import { listInvoices } from '../../server/billing/contract.ts'
import { addressOf, api } from '../api.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { Documents, useColumns, useDocuments } from './documents.tsx'

type Shown = 'all' | 'due' | 'paid'

export function InvoicesList() {
  const t = useTexts()
  const [shown, show] = useState<Shown>('all')
  return (
    <div className="flex flex-col gap-4">
      <SegmentedControl<Shown>
        label={t('billing.show')}
        labelHidden
        value={shown}
        onChange={show}
        options={(['all', 'due', 'paid'] as const).map((value) => ({ value, label: t(`billing.show.${value}`) }))}
      />
      <Invoices key={shown} shown={shown} />
    </div>
  )
}

function Invoices({ shown }: { shown: Shown }) {
  const t = useTexts()
  const { api: base } = usePlace()
  const { number, issued, due, standing, owner, payer, total } = useColumns()
  const query = shown === 'all' ? {} : { show: shown }
  const pages = useDocuments(addressOf(`${base}/billing/invoices`, { query }), async (after) => {
    const { invoices, next } = await api.get(listInvoices, `${base}/billing/invoices`, {
      params: {},
      query: { ...query, ...(after ? { after } : {}) },
    })
    return { documents: invoices, next }
  })
  return (
    <Documents
      pages={pages}
      title={t('billing.part.invoices')}
      none={t(shown === 'due' ? 'billing.due.none' : 'billing.invoices.none')}
      columns={[number, issued, due, standing, owner, payer, total]}
    />
  )
}
