// What the provider's own systems tell of money, and fetch of mailboxes, each under a reference of their own. Telling the same twice
// changes nothing.

import { z } from 'zod'
import { documentKinds, documentStatuses } from '../../domain/billing/invoice.ts'
import { currency, date, nothing, number, params, reference, text, told, withoutCards } from './told-shapes.ts'

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
