// What the provider's own systems tell: products, payment methods and invoices, each under a reference of their own. Telling the
// same twice changes nothing. Never the number of a card: bodies in which something looks like one are refused.

import { z } from 'zod'
import { holdsCardNumber } from '../../domain/billing/card-number.ts'
import { documentKinds, documentStatuses } from '../../domain/billing/invoice.ts'
import { isHostName } from '../../domain/products/host-name.ts'
import { familyName } from '../authorization/catalogue-contract.ts'
import { recordInput, recordsMax } from '../products/contract.ts'

const date = z.iso.date()
const nothing = z.strictObject({})
const reference = z
  .string()
  .regex(/^[A-Za-z0-9._:-]{1,100}$/)
  .refine((text) => !holdsCardNumber(text))
const number = z.string().regex(/^[A-Za-z0-9-]{1,40}$/)
const params = z.strictObject({ number, reference })
const told = z.strictObject({ id: z.uuid(), outcome: z.enum(['created', 'changed', 'unchanged']) })
const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^\P{Cc}*$/u)
const host = z.string().trim().toLowerCase().refine(isHostName)
const currency = z.string().regex(/^[A-Z]{3}$/)

/** No text anywhere in it looks like the number of a card. */
function withoutCards<S extends z.ZodType>(shape: S): S {
  return shape.refine((body) => !stringsIn(body).some(holdsCardNumber), { error: 'This looks like the number of a card' })
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

/** PUT /api/provider/organisations/{number}/products/{reference} */
export const tellProduct = {
  params,
  body: withoutCards(
    z.strictObject({
      family: familyName,
      /** Of a domain and of mail: the domain's name. */
      name: text(253),
      status: z.enum(['active', 'locked']).default('active'),
      /** The number of the organisation that pays; the owner when left out. */
      payer: number.optional(),
      createdOn: date.optional(),
      renewsOn: date.nullable().default(null),
      endsOn: date.nullable().default(null),
      renewal: z.enum(['automatic', 'manual']).default('automatic'),
      price: z
        .strictObject({ amount: z.int().min(0), currency, period: z.enum(['month', 'year']) })
        .nullable()
        .default(null),
      /** For a domain. Records are taken over when it is told for the first time; afterwards they are its owner's. */
      domain: z
        .strictObject({ nameServers: z.array(host).min(2).max(13), records: z.array(recordInput).max(recordsMax).default([]) })
        .optional(),
      /** For a hosting: where it is reached. */
      hosting: z.strictObject({ host, ipv4: z.ipv4(), ipv6: z.ipv6().nullable().default(null) }).optional(),
    }),
  ),
  answer: told,
  summary: 'Tells a product of an organisation: new, or as it is now',
}

/** DELETE /api/provider/organisations/{number}/products/{reference}: it was cancelled. */
export const cancelProduct = { params, answer: nothing, summary: 'Tells that a product was cancelled' }

/** PUT /api/provider/organisations/{number}/products/{reference}/usage: figures, which nobody did and the journal does not name. */
export const tellUsage = {
  params,
  body: z.strictObject({
    mailboxes: z
      .array(z.strictObject({ address: z.string().max(254), usedMb: z.int().min(0) }))
      .max(1000)
      .default([]),
    sites: z
      .array(z.strictObject({ hostName: z.string().max(253), visitsLastMonth: z.int().min(0), storageMb: z.int().min(0) }))
      .max(1000)
      .default([]),
  }),
  answer: nothing,
  summary: 'Tells how much is used of a product',
}

/** PUT /api/provider/organisations/{number}/payment-methods/{reference} */
export const tellPaymentMethod = {
  params,
  body: withoutCards(
    z.strictObject({
      kind: z.enum(['card', 'iban', 'invoice', 'prepaid']),
      brand: text(40).refine((brand) => !/\d{5}/.test(brand)),
      lastFour: z
        .string()
        .regex(/^\d{4}$/)
        .nullable()
        .default(null),
      expiresOn: date.nullable().default(null),
      /** Of the vault that keeps the number; never shown to anybody. */
      token: z
        .string()
        .regex(/^[A-Za-z0-9._:-]{1,200}$/)
        .refine((token) => !/\d{12}/.test(token)),
      isDefault: z.boolean().default(false),
    }),
  ),
  answer: told,
  summary: 'Tells a payment method by its reference: brand, last four digits and a token, never a number',
}

/** DELETE /api/provider/organisations/{number}/payment-methods/{reference} */
export const removePaymentMethod = { params, answer: nothing, summary: 'Tells that a payment method is gone' }

const amount = z.int().min(-1_000_000_000).max(1_000_000_000)

/** PUT /api/provider/organisations/{number}/invoices/{reference}: an invoice, a credit note or an order, with its lines. */
export const tellInvoice = {
  params,
  body: withoutCards(
    z.strictObject({
      kind: z.enum(documentKinds).default('invoice'),
      number: text(60),
      status: z.enum(documentStatuses),
      issuedOn: date,
      dueOn: date.nullable().default(null),
      paidOn: date.nullable().default(null),
      currency,
      payer: number.optional(),
      /** The reference of the payment method that is used. */
      paymentMethod: reference.nullable().default(null),
      /** The person who ordered. */
      orderedBy: z.uuid().nullable().default(null),
      /** The partnership in which it was ordered, as the acting token names it. Without it: that of the person's visit, or of a partner that pays. */
      partnership: z.uuid().nullable().default(null),
      /** Amounts in minor units; net and vat make gross. */
      lines: z
        .array(
          z.strictObject({
            description: text(200),
            product: reference.nullable().default(null),
            periodFrom: date.nullable().default(null),
            periodTo: date.nullable().default(null),
            net: amount,
            vatRate: z.number().min(0).max(100).multipleOf(0.01),
            vat: amount,
            gross: amount,
          }),
        )
        .min(1)
        .max(500),
    }),
  ),
  answer: told,
  summary: 'Tells an invoice, a credit note or an order: new, or as it is now',
}

/** DELETE /api/provider/organisations/{number}/invoices/{reference} */
export const cancelInvoice = { params, answer: nothing, summary: 'Tells that an invoice, a credit note or an order was cancelled' }

/** GET /api/provider/mailbox-passwords: oldest first; confirm each once the mail system has it. */
export const listMailboxPasswords = {
  answer: z.strictObject({
    passwords: z.array(
      z.strictObject({
        id: z.uuid(),
        organisation: z.string(),
        address: z.string(),
        /** argon2id in PHC form. */ passwordHash: z.string(),
        setAt: z.iso.datetime(),
      }),
    ),
  }),
  summary: 'New passwords of mailboxes on their way to the mail system, as hashes',
}

/** DELETE /api/provider/mailbox-passwords/{reference}: the mail system has it; it is forgotten here. */
export const confirmMailboxPassword = {
  params: z.strictObject({ reference: z.uuid() }),
  answer: nothing,
  summary: 'Confirms that the mail system has a password',
}
