// Fictional rows for the gallery.
import type { ReactNode } from 'react'
import type { DiffRow } from '../ui/diff-table.tsx'
import { Badge, Status } from '../ui/status.tsx'
import type { TimelineEntry } from '../ui/timeline.tsx'

export type Customer = Readonly<{
  id: string
  name: string
  status: ReactNode
  access: string
  until: string
  people: readonly string[]
  orders: string
}>

const active = <Status tone="success">Active</Status>
const toCheck = (
  <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
    {active}
    <Badge tone="warning">To check</Badge>
  </span>
)
const requested = (
  <Status tone="info" mark="half">
    Waiting for an answer
  </Status>
)

export const customers: readonly Customer[] = [
  {
    id: '1',
    name: 'Bäckerei Zürcher GmbH',
    status: toCheck,
    access: 'Full, 3 removed',
    until: '31.03.2027',
    people: ['Anna Keller', 'Luca Bernasconi'],
    orders: '12',
  },
  { id: '2', name: 'Müller Söhne AG', status: requested, access: 'Limited requested', until: '–', people: [], orders: '0' },
  {
    id: '3',
    name: 'Rossi & Figli Sagl',
    status: active,
    access: 'Limited, 2 removed',
    until: 'in 12 days',
    people: ['Luca Bernasconi'],
    orders: '1 204',
  },
  {
    id: '4',
    name: 'Hôtel du Lac Léman SA',
    status: (
      <Status tone="warning" mark="diamond">
        Waits for you
      </Status>
    ),
    access: 'Counter-proposal',
    until: '–',
    people: [],
    orders: '3',
  },
  {
    id: '5',
    name: 'Weingut Höß & Söhne KG',
    status: <Status mark="empty">Ended</Status>,
    access: '–',
    until: '02.10.2026',
    people: ['Petra Frei', 'Marc Sutter', 'Anna Keller', 'Luca Bernasconi'],
    orders: '77',
  },
]

const yes = { is: 'yes', text: 'yes' } as const
const no = { is: 'no', text: 'no' } as const

export const differences: readonly DiffRow[] = [
  { id: 'a', label: 'Manage domains', hint: 'all products', cells: [yes, yes, yes] },
  { id: 'b', label: 'Order products', hint: 'up to CHF 500 a month', cells: [yes, { ...no, change: 'less' }, no] },
  { id: 'c', label: 'See invoices', cells: [{ is: 'none', text: 'not asked' }, { ...yes, change: 'more' }, yes] },
  {
    id: 'e',
    label: 'Vertretungsberechtigungen der Genossenschaftsverwaltung lesen',
    cells: [no, { ...no, change: 'same' }, { is: 'none', text: 'not asked' }],
  },
  { id: 'd', label: 'Read website files', cells: [yes, yes, { ...no, change: 'less', hint: 'needs a second factor' }] },
]

export const events: readonly TimelineEntry[] = [
  { id: '1', at: '2026-11-20T09:12:00Z', title: 'Anna Keller changed the address of www.zuercher.example', tone: 'info' },
  { id: '2', at: '2026-11-18T14:02:00Z', title: 'Rights granted', children: '5 of 8 rights, until 31.03.2027.', tone: 'success' },
  { id: '3', at: '2026-11-16T08:30:00Z', title: 'Request sent' },
]
