// What an organisation pays and how: invoices, orders, payment methods (brand and last four digits), and the billing address.
import { z } from 'zod'
import { documentKinds, standings } from '../../domain/billing/invoice.ts'
import { rightsHere } from '../authorization/contract.ts'

const id = z.uuid()
const date = z.iso.date()
/** The organisation or the partnership is in the path; use cases know it from their context. */
const where = z.object({ organisation: id.optional(), partnership: id.optional() })
/** `amount` in minor units. */
const money = z.strictObject({ amount: z.int(), currency: z.string() })
const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^\P{Cc}*$/u)

export const paymentMethod = z.strictObject({
  id,
  kind: z.enum(['card', 'iban', 'invoice', 'prepaid']),
  brand: z.string(),
  lastFour: z.string().nullable(),
  expiresOn: date.nullable(),
  isDefault: z.boolean(),
})

const profile = {
  name: text(80),
  street: text(120),
  postalCode: text(20),
  city: text(80),
  country: z.union([z.literal(''), z.string().regex(/^[A-Z]{2}$/)]),
  /** What the organisation wants to read on its invoices. */
  reference: text(80),
  /** Who receives the invoices. */
  recipients: z.array(z.string().trim().max(254)).max(10),
}
export const billingProfile = z.strictObject(profile)

/** GET …/billing */
export const getBilling = {
  params: where,
  answer: z.strictObject({
    profile: billingProfile,
    paymentMethods: z.array(paymentMethod),
    /** What this organisation has to pay, for each currency. */
    due: z.array(z.strictObject({ total: money, count: z.int(), overdue: z.int() })),
    ...rightsHere,
  }),
  summary: 'Billing address, payment methods, and what is due',
}

/** PUT …/billing/profile. Problems: `invalid_address`. */
export const setBillingProfile = {
  params: where,
  body: billingProfile,
  answer: billingProfile,
  summary: 'Changes the billing address, the reference and who receives the invoices',
}

const document = {
  id,
  number: z.string(),
  kind: z.enum(documentKinds),
  /** `overdue` once it is open past `dueOn`. */
  standing: z.enum(standings),
  issuedOn: date,
  dueOn: date.nullable(),
  paidOn: date.nullable(),
  total: money,
  /** Whose products it is for, and who pays: named apart. */
  owner: z.string(),
  payer: z.string(),
  payerIsOwner: z.boolean(),
  paymentMethod: z.strictObject({ brand: z.string(), lastFour: z.string().nullable() }).nullable(),
  /** Who ordered, where a person did. */
  orderedBy: z.string().nullable(),
}
export const billingDocument = z.strictObject(document)

const cursor = z
  .string()
  .regex(/^[1-9]\d{3}-\d{2}-\d{2}_[0-9a-f-]{36}$/)
  .refine((text) => z.iso.date().safeParse(text.slice(0, 10)).success && z.uuid().safeParse(text.slice(11)).success)
const page = { after: cursor.optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }

/** GET …/billing/invoices: invoices and credit notes, newest first; `next` is the `after` of the next page. */
export const listInvoices = {
  params: where,
  query: z.strictObject({
    ...page,
    show: z.enum(['due', 'paid']).optional(),
    year: z.coerce.number().int().min(2000).max(2999).optional(),
  }),
  answer: z.strictObject({ invoices: z.array(billingDocument), next: cursor.nullable() }),
  summary: 'Invoices and credit notes, newest first',
}

/** GET …/billing/orders */
export const listOrders = {
  params: where,
  query: z.strictObject(page),
  answer: z.strictObject({ orders: z.array(billingDocument), next: cursor.nullable() }),
  summary: 'Orders, newest first',
}

/** GET …/billing/invoices/{invoice}: an invoice, a credit note or an order with its lines. */
export const getInvoice = {
  params: where.extend({ invoice: z.string() }),
  answer: z.strictObject({
    ...document,
    net: money,
    vat: money,
    lines: z.array(
      z.strictObject({
        description: z.string(),
        product: z.string().nullable(),
        periodFrom: date.nullable(),
        periodTo: date.nullable(),
        net: z.int(),
        /** In per cent. */
        vatRate: z.number(),
        vat: z.int(),
        gross: z.int(),
      }),
    ),
  }),
  summary: 'One invoice, credit note or order with its lines',
}
