// TABLE: the columns of the list, by which each can be sorted, and what stands in them.
import type { ReactNode } from 'react'
import type { CustomerRow, CustomerSort } from '../../server/managed-customers/contract.ts'
import type { ListColumn } from '../../server/managed-customers/look-contract.ts'
import type { Translate } from '../texts.tsx'
import {
  AccessCell,
  CountCell,
  DateCell,
  DeliveryCell,
  LimitCell,
  NameCell,
  PayerCell,
  PeopleCell,
  TextCell,
  TimeCell,
  UntilCell,
} from './customer-cells.tsx'
import { CustomerStatusMark } from './customer-status.tsx'

export type CustomerColumn = {
  readonly id: ListColumn | 'name'
  readonly header: string
  readonly sort: CustomerSort | undefined
  readonly isNumber: boolean
  readonly cell: (customer: CustomerRow) => ReactNode
}
type Spec = {
  readonly sort?: CustomerSort
  readonly isNumber?: true
  readonly cell: (customer: CustomerRow, t: Translate) => ReactNode
}

const specs: Readonly<Record<ListColumn, Spec>> = {
  number: { sort: 'number', cell: ({ number }) => <TextCell text={number} /> },
  reference: { sort: 'reference', cell: ({ ownReference }) => <TextCell text={ownReference} /> },
  status: { sort: 'status', cell: ({ status }) => <CustomerStatusMark status={status} /> },
  access: { sort: 'access', cell: (customer) => <AccessCell customer={customer} /> },
  payer: { sort: 'payer', cell: (customer) => <PayerCell customer={customer} /> },
  payment_method: { cell: ({ paymentMethod }) => <TextCell text={paymentMethod} /> },
  products: { isNumber: true, cell: ({ products }) => <CountCell count={products} /> },
  starts_on: { cell: ({ startsOn }) => <DateCell date={startsOn} /> },
  until: { sort: 'until', cell: (customer) => <UntilCell customer={customer} /> },
  people: { cell: (customer) => <PeopleCell customer={customer} /> },
  teams: { cell: ({ teams }) => <TextCell text={teams.join(', ')} /> },
  tags: { cell: ({ tags }) => <TextCell text={tags.join(', ')} /> },
  last_visit: { sort: 'last_visit', cell: ({ lastVisit }) => <TimeCell at={lastVisit?.at ?? null} by={lastVisit?.by?.name} /> },
  requested: { sort: 'requested', cell: ({ requestedAt, requestedBy }) => <TimeCell at={requestedAt} by={requestedBy?.name} /> },
  sent_to: { cell: ({ sentTo }) => <TextCell text={sentTo} /> },
  language: { cell: ({ language }, t) => <TextCell text={language && t(`common.language.${language}`)} /> },
  country: { cell: ({ country }) => <TextCell text={country} /> },
  status_since: { cell: ({ statusSince }) => <TimeCell at={statusSince} /> },
  delivery: { cell: (customer) => <DeliveryCell customer={customer} /> },
  answered: { cell: ({ answeredAt }) => <TimeCell at={answeredAt} /> },
  open_request: { cell: ({ openRequest }, t) => <TextCell text={openRequest && t(`managed-customers.open_request.${openRequest}`)} /> },
  request_until: { cell: ({ requestUntil }) => <TimeCell at={requestUntil} /> },
  rights_requested: { isNumber: true, cell: ({ rightsRequested }) => <CountCell count={rightsRequested} /> },
  rights_granted: { isNumber: true, cell: ({ rightsGranted }) => <CountCell count={rightsGranted} /> },
  missing: { cell: ({ requiredMissing }, t) => <TextCell text={requiredMissing.map((right) => t(`rights.${right}.name`)).join(', ')} /> },
  limit: { isNumber: true, cell: (customer) => <LimitCell customer={customer} /> },
  note: { cell: ({ note }) => <TextCell text={note} /> },
}

export function columnsOf(shown: readonly ListColumn[], organisation: string, t: Translate): readonly CustomerColumn[] {
  const name: CustomerColumn = {
    id: 'name',
    header: t('managed-customers.column.name'),
    sort: 'name',
    isNumber: false,
    cell: (customer) => <NameCell customer={customer} organisation={organisation} />,
  }
  const others = shown.map((id): CustomerColumn => {
    const { sort, isNumber = false, cell } = specs[id]
    return { id, header: t(`managed-customers.column.${id}`), sort, isNumber, cell: (customer) => cell(customer, t) }
  })
  return [name, ...others]
}
