// The DNS records of a domain: what leads where, and what may be done about it.
import { Download, Plus } from 'lucide-react'
import { useState } from 'react'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { buttonClass } from '../ui/button-class.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { SearchInput } from '../ui/search-input.tsx'
import { Badge } from '../ui/status.tsx'
import { type Column, Table } from '../ui/table.tsx'
import type { ZoneHere, ZoneRecord } from './domain-page.tsx'
import { DomainText } from './domain-text.tsx'
import { Gate, WhyNot } from './may.tsx'
import { RecordActions } from './record-actions.tsx'
import { RecordDialog } from './record-dialog.tsx'

const searchFrom = 12

export function RecordsSection(here: ZoneHere) {
  const { zone, active } = here
  const t = useTexts()
  const [adding, setAdding] = useState(false)
  const [typed, type] = useState('')
  const columns = useColumns(zone.domain)
  const rows = zone.records.filter(({ name, type: kind, value }) =>
    `${name} ${kind} ${value}`.toLowerCase().includes(typed.trim().toLowerCase()),
  )
  return (
    <section aria-labelledby="records" className="flex flex-col gap-3">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="records" className="text-base font-semibold">
          {t('products.records.title')}
        </h2>
        <div className="flex flex-wrap items-center gap-2">
          <ZoneFileLink product={here.product} />
          <Gate rights={zone} right="domain.manage">
            {(disabled) => (
              <Button kind="primary" icon={<Plus aria-hidden="true" />} disabled={disabled || !active} onClick={() => setAdding(true)}>
                {t('products.records.add')}
              </Button>
            )}
          </Gate>
        </div>
      </header>
      <WhyNot rights={zone} wanted={['domain.manage']} />
      {zone.records.length >= searchFrom && (
        <div className="sm:w-72">
          <SearchInput label={t('products.records.search')} placeholder={t('products.records.search')} value={typed} onChange={type} />
        </div>
      )}
      {zone.records.length === 0 ? (
        <EmptyState title={t('products.records.none')} level={3}>
          {t('products.records.none.hint')}
        </EmptyState>
      ) : (
        <Table
          caption={t('products.records.title')}
          rows={rows}
          columns={columns}
          keyOf={({ id }) => id}
          nameOf={(record) => `${record.name} ${record.type}`}
          density="compact"
          {...(active &&
            zone.may.includes('domain.manage') && { actions: (record: ZoneRecord) => <RecordActions {...here} record={record} /> })}
        />
      )}
      {adding && <RecordDialog {...here} onClose={() => setAdding(false)} />}
    </section>
  )
}

function ZoneFileLink({ product }: { product: string }) {
  const t = useTexts()
  const place = usePlace()
  return (
    <a href={`${place.api}/products/${product}/zone-file`} download className={buttonClass()}>
      <Download aria-hidden="true" />
      {t('products.zone_file')}
    </a>
  )
}

function useColumns(domain: string): readonly Column<ZoneRecord>[] {
  const t = useTexts()
  return [
    {
      id: 'name',
      header: t('common.name'),
      main: true,
      cell: ({ name }) => (
        <span className="wrap-anywhere" title={name === '@' ? domain : `${name}.${domain}`}>
          {name === '@' ? (
            <>
              @{' '}
              <span className="font-normal text-muted">
                <DomainText>{domain}</DomainText>
              </span>
            </>
          ) : (
            <DomainText>{name}</DomainText>
          )}
        </span>
      ),
    },
    { id: 'type', header: t('products.record.type'), cell: ({ type }) => <Badge>{type}</Badge> },
    {
      id: 'value',
      header: t('products.record.value'),
      cell: ({ value, priority }) => (
        <span className="font-mono text-xs wrap-anywhere">
          {priority !== null && <span className="text-muted">{priority} </span>}
          <DomainText>{value}</DomainText>
        </span>
      ),
    },
    { id: 'ttl', header: t('products.record.ttl'), align: 'end', wideOnly: true, cell: ({ ttl }) => <Ttl seconds={ttl} /> },
  ]
}

function Ttl({ seconds }: { seconds: number }) {
  const t = useTexts()
  if (seconds % 86_400 === 0) return t('products.ttl.days', { count: seconds / 86_400 })
  if (seconds % 3600 === 0) return t('products.ttl.hours', { count: seconds / 3600 })
  return seconds % 60 === 0 ? t('products.ttl.minutes', { count: seconds / 60 }) : t('products.ttl.seconds', { count: seconds })
}
