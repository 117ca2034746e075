// The partner's list of its customers: what a row says, how the list is searched, filtered, sorted and paged, and how a person likes to see it.

import { z } from 'zod'
import { languages } from '../../domain/language.ts'
import { customerActs, customerStatuses } from '../../domain/managed-customer.ts'
import { rightName } from '../authorization/catalogue-contract.ts'
import { tag } from '../customer-notes/contract.ts'

const id = z.uuid()
const count = z.int().nonnegative()
const time = z.iso.datetime()
const date = z.iso.date()

export const accesses = ['full', 'limited', 'read_only', 'billing_only', 'custom'] as const
export const untilFilters = ['7', '30', '90', 'none', 'over'] as const
export const customerSorts = ['name', 'number', 'reference', 'status', 'access', 'payer', 'until', 'last_visit', 'requested'] as const
export type CustomerSort = (typeof customerSorts)[number]
export const pageSizes = ['50', '100', '200'] as const

/** `?status=active&status=ended` and `?status=active` alike. */
const several = <T extends z.ZodType>(one: T) => z.union([z.array(one).max(50), one.transform((value) => [value])]).optional()

/** What the list shows; exports take the same. Several values of one filter mean any of them, several filters all of them. */
export const customerFilter = z.strictObject({
  search: z.string().max(200).optional(),
  status: several(z.enum(customerStatuses)),
  payer: several(z.enum(['customer', 'partner', 'none'])),
  access: several(z.enum(accesses)),
  /** Ends within so many days; has no end; is over. */
  until: z.enum(untilFilters).optional(),
  people: several(id),
  teams: several(id),
  tags: several(tag),
  toCheck: z.enum(['true']).optional(),
  sort: z.enum(customerSorts).default('name'),
  direction: z.enum(['ascending', 'descending']).default('ascending'),
})
export type CustomerFilter = z.output<typeof customerFilter>

const namedPerson = z.strictObject({ id, name: z.string() })
const named = namedPerson.nullable()

export const customerRow = z.strictObject({
  /** Stays the same while an invitation becomes a partnership. */
  id,
  partnershipId: id.nullable(),
  number: z.string().nullable(),
  /** The customer's name; until it answered, what the partner calls it, or the address it wrote to. */
  name: z.string(),
  /** For a year after the name changed. */
  formerName: z.string().nullable(),
  ownReference: z.string().nullable(),
  status: z.enum(customerStatuses),
  statusSince: time,
  /** Active, but something that was asked for is not granted. */
  isReduced: z.boolean(),
  /** Answered, and nobody has opened the profile since. */
  toCheck: z.boolean(),
  /** The preset that the rights are or come from; what was asked for until there is an answer. */
  access: z.enum(accesses).nullable(),
  /** Rights of that preset that were asked for and not granted. */
  rightsRemoved: count,
  rightsRequested: count.nullable(),
  rightsGranted: count.nullable(),
  requiredMissing: z.array(rightName),
  payer: z.enum(['customer', 'partner']).nullable(),
  /** Brand and last four digits. */
  paymentMethod: z.string().nullable(),
  spendingLimit: z.strictObject({ amount: z.int(), currency: z.string(), period: z.enum(['order', 'month', 'year']) }).nullable(),
  /** Those in scope. */
  products: count.nullable(),
  startsOn: date.nullable(),
  /** The last day; null without an end. */
  endsOn: date.nullable(),
  people: z.array(namedPerson),
  teams: z.array(z.string()),
  tags: z.array(z.string()),
  /** The partner's own words, for itself. */
  note: z.string().nullable(),
  lastVisit: z.strictObject({ at: time, by: named }).nullable(),
  requestedAt: time.nullable(),
  requestedBy: named,
  sentTo: z.string().nullable(),
  delivery: z.enum(['queued', 'sent', 'not_delivered']).nullable(),
  answeredAt: time.nullable(),
  openRequest: z.enum(['from_partner', 'from_customer']).nullable(),
  requestUntil: time.nullable(),
  language: z.enum(languages).nullable(),
  country: z.string().nullable(),
  /** What this person may do with this customer now. */
  may: z.array(z.enum(customerActs)),
})
export type CustomerRow = z.output<typeof customerRow>

/** GET /api/o/{organisation}/customers: a page of the list. `next` is the `cursor` of the page after it. */
export const listCustomers = {
  params: z.strictObject({ organisation: id }),
  query: customerFilter.extend({
    limit: z.enum(pageSizes).default('100'),
    cursor: z.string().max(1000).optional(),
  }),
  answer: z.strictObject({
    customers: z.array(customerRow),
    next: z.string().nullable(),
    /** How many the filters leave; not counted again on later pages. Beyond 10,000 filtered rows it is a lower bound. */
    total: z.strictObject({ count, exact: z.boolean() }).nullable(),
    /** Of the whole list, whatever is filtered; on the first page only. */
    counts: z
      .strictObject({
        all: count,
        statuses: z.partialRecord(z.enum(customerStatuses), count),
        toCheck: count,
        /** Requests that administrators prepared and a legal representative releases. */
        toRelease: count,
      })
      .nullable(),
  }),
  summary: 'Customers of the partner, searched, filtered and sorted, page by page',
}

export const csvAudiences = ['excel', 'machine'] as const

/** So many ticked rows go into one address; more are all that a filter leaves. */
export const tickedMax = 250
/** Rows by their ids, parted by commas. */
const ticked = z
  .string()
  .max(tickedMax * 37)
  .transform((text) => text.split(','))
  .pipe(z.array(id).min(1).max(tickedMax))
  .optional()

/** GET /api/o/{organisation}/customers/export: the list as a CSV file, filtered and sorted like the page; of `ids`, these rows only. */
export const exportList = {
  params: z.strictObject({ organisation: id }),
  query: customerFilter.extend({ ids: ticked, form: z.enum(csvAudiences).default('excel') }),
  answer: z.string(),
  summary: 'The list of customers as a CSV file',
}

/** GET /api/o/{organisation}/customers/{managedCustomer}/row: one row of the list. */
export const getCustomerRow = {
  params: z.strictObject({ organisation: id, managedCustomer: id }),
  answer: customerRow,
  summary: 'One row of the list of customers',
}

export const listColumns = [
  'number',
  'reference',
  'status',
  'access',
  'payer',
  'payment_method',
  'products',
  'starts_on',
  'until',
  'people',
  'teams',
  'tags',
  'last_visit',
  'requested',
  'sent_to',
  'language',
  'country',
] as const
export type ListColumn = (typeof listColumns)[number]

const view = z.strictObject({
  columns: z.array(z.enum(listColumns)).max(listColumns.length),
  density: z.enum(['comfortable', 'compact']),
})
export type ListView = z.output<typeof view>
export const standardView: ListView = { columns: ['status', 'access', 'payer', 'until', 'people'], density: 'comfortable' }

/** GET and PUT /api/o/{organisation}/customers/view: which columns this person shows, and how close the rows stand. */
export const getListView = { params: z.strictObject({ organisation: id }), answer: view, summary: 'How this person sees the list' }
export const setListView = {
  params: z.strictObject({ organisation: id }),
  body: view,
  answer: z.strictObject({}),
  summary: 'Keeps how this person sees the list',
}

/** GET /api/o/{organisation}/customers/people: whom the list can be filtered by. */
export const listPeople = {
  params: z.strictObject({ organisation: id }),
  answer: z.strictObject({
    people: z.array(namedPerson),
    teams: z.array(z.strictObject({ id, name: z.string() })),
    tags: z.array(z.string()),
  }),
  summary: 'People, teams and tags of the partner, to filter the list by',
}
