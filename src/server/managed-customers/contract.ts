// The partner's list of its customers: what a row says, how the list is searched, filtered, sorted and paged.

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
/** When a member of the partner was last in the customer’s Manager; each customer is in exactly one. */
export const visitedFilters = ['week', 'month', 'quarter', 'older', 'never'] as const
export const untilFilters = ['7', '30', '90', 'none', 'over'] as const
export const customerSorts = ['name', 'number', 'reference', 'status', 'access', 'payer', 'until', 'last_visit', 'requested'] as const
export type CustomerSort = (typeof customerSorts)[number]
/** The most rows of one page. */
export const pageMax = 200

export type OrderTerm = { readonly by: CustomerSort; readonly direction: (typeof directions)[number] }
export const directions = ['ascending', 'descending'] as const
/** So many columns can decide the order. */
export const ordersMax = 3

/** `?status=active&status=ended` and `?status=active` alike. */
const listed = <T extends z.ZodType>(one: T, most: number) => z.union([z.array(one).min(1).max(most), one.transform((value) => [value])])
const several = <T extends z.ZodType>(one: T) => z.union([z.array(one).max(50), one.transform((value) => [value])]).optional()

/** What the list shows; exports take the same. Several values of one filter mean any of them, several filters all of them. */
export const customerFilter = z.strictObject({
  search: z.string().max(200).optional(),
  status: several(z.enum(customerStatuses)),
  payer: several(z.enum(['customer', 'partner', 'none'])),
  access: several(z.enum(accesses)),
  /** Ends within so many days; has no end; is over. */
  until: z.enum(untilFilters).optional(),
  /** The last day is on or after this one; on or before that one. */
  endsFrom: date.optional(),
  endsTo: date.optional(),
  visited: z.enum(visitedFilters).optional(),
  people: several(id),
  teams: several(id),
  tags: several(tag),
  toCheck: z.enum(['true']).optional(),
  /** What decides first, then second, then third; `direction` in the same places, ascending where it says nothing. */
  sort: listed(z.enum(customerSorts), ordersMax).default(['name']),
  direction: listed(z.enum(directions), ordersMax).default(['ascending']),
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
    limit: z.coerce.number().int().min(1).max(pageMax).default(100),
    cursor: z.string().max(2000).optional(),
    /** So many rows further on, from the beginning or the cursor: for whoever jumps. */
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  answer: z.strictObject({
    customers: z.array(customerRow),
    next: z.string().nullable(),
  }),
  summary: 'Customers of the partner, searched, filtered and sorted, page by page',
}

/** GET /api/o/{organisation}/customers/found: how many rows a filter leaves. */
export const countFound = {
  params: z.strictObject({ organisation: id }),
  query: customerFilter,
  answer: z.strictObject({ count }),
  summary: 'How many customers a search and filters leave',
}

/** GET /api/o/{organisation}/customers/counts: of the whole list, whatever is filtered. */
export const getCounts = {
  params: z.strictObject({ organisation: id }),
  answer: z.strictObject({
    all: count,
    statuses: z.partialRecord(z.enum(customerStatuses), count),
    toCheck: count,
    /** Requests that administrators prepared and a legal representative releases. */
    toRelease: count,
  }),
  summary: 'How many customers the whole list has, by status',
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

/** GET /api/o/{organisation}/customers/export: the list as a CSV file, filtered and sorted like the page; of `ids`, these rows only; without those of `except`. */
export const exportList = {
  params: z.strictObject({ organisation: id }),
  query: customerFilter.extend({ ids: ticked, except: ticked, form: z.enum(csvAudiences).default('excel') }),
  answer: z.string(),
  summary: 'The list of customers as a CSV file',
}

/** GET /api/o/{organisation}/customers/{managedCustomer}/row: one row of the list. */
export const getCustomerRow = {
  params: z.strictObject({ organisation: id, managedCustomer: id }),
  answer: customerRow,
  summary: 'One row of the list of customers',
}
