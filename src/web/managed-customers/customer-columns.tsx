// TABLE: the columns of the list, by which each can be sorted, and what stands in them.
import type { ReactNode } from 'react'
import type { CustomerRow, CustomerSort, ListColumn } from '../../server/managed-customers/contract.ts'
import type { Translate } from '../texts.tsx'
import type { Column } from '../ui/table.tsx'
import { AccessCell, CountCell, DateCell, NameCell, PayerCell, PeopleCell, TextCell, TimeCell, UntilCell } from './customer-cells.tsx'
import { CustomerStatusMark } from './customer-status.tsx'

type Spec = {
  readonly sort?: CustomerSort
  readonly align?: 'end'
  /** Also where there is little room. */
  readonly always?: true
  readonly cell: (customer: CustomerRow, t: Translate) => ReactNode
}

const specs: Readonly<Record<ListColumn, Spec>> = {
  number: { sort: 'number', cell: ({ number }) => <TextCell text={number} /> },
  reference: { sort: 'reference', cell: ({ ownReference }) => <TextCell text={ownReference} /> },
  status: {
    sort: 'status',
    always: true,
    cell: ({ status }) => (
      <span className="@3xl:whitespace-nowrap">
        <CustomerStatusMark status={status} />
      </span>
    ),
  },
  access: { sort: 'access', always: true, cell: (customer) => <AccessCell customer={customer} /> },
  payer: { sort: 'payer', cell: (customer) => <PayerCell customer={customer} /> },
  payment_method: { cell: ({ paymentMethod }) => <TextCell text={paymentMethod} /> },
  products: { align: 'end', cell: ({ products }) => <CountCell count={products} /> },
  starts_on: { cell: ({ startsOn }) => <DateCell date={startsOn} /> },
  until: { sort: 'until', always: true, cell: (customer) => <UntilCell customer={customer} /> },
  people: { cell: (customer) => <PeopleCell customer={customer} /> },
  teams: { cell: ({ teams }) => <TextCell text={teams.join(', ')} /> },
  tags: { cell: ({ tags }) => <TextCell text={tags.join(', ')} /> },
  last_visit: { sort: 'last_visit', cell: ({ lastVisit }) => <TimeCell at={lastVisit?.at ?? null} by={lastVisit?.by?.name} /> },
  requested: { sort: 'requested', cell: ({ requestedAt, requestedBy }) => <TimeCell at={requestedAt} by={requestedBy?.name} /> },
  sent_to: { cell: ({ sentTo }) => <TextCell text={sentTo} /> },
  language: { cell: ({ language }, t) => <TextCell text={language && t(`common.language.${language}`)} /> },
  country: { cell: ({ country }) => <TextCell text={country} /> },
}

/** The column of an order is called after it. */
export const sortOfColumn = (id: string): CustomerSort => (id === 'name' ? 'name' : (specs[id as ListColumn].sort ?? 'name'))

export function columnsOf(shown: readonly ListColumn[], organisation: string, t: Translate): readonly Column<CustomerRow>[] {
  const name: Column<CustomerRow> = {
    id: 'name',
    header: t('managed-customers.column.name'),
    main: true,
    sortable: true,
    cell: (customer) => <NameCell customer={customer} organisation={organisation} />,
  }
  const others = shown.map((id): Column<CustomerRow> => {
    const { sort, align, always = false, cell } = specs[id]
    return {
      id,
      header: t(`managed-customers.column.${id}`),
      sortable: sort !== undefined,
      align,
      wideOnly: !always,
      cell: (customer) => cell(customer, t),
    }
  })
  return [name, ...others]
}
