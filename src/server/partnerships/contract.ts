// The shapes that requests, answers and partnerships share on the wire: rights with their scopes, and terms.

import { z } from 'zod'
import { asId, type PaymentMethodId, type ProductId } from '../../domain/ids.ts'
import { sides } from '../../domain/organisation.ts'
import { spendingPeriods } from '../../domain/partnership/terms.ts'
import { type LocalDate, localDate } from '../../domain/time.ts'
import { familyName, rightName } from '../authorization/catalogue-contract.ts'

const date = z.iso.date().transform((text): LocalDate => localDate(text))
const productId = z.uuid().transform((id) => asId<ProductId>(id))
const paymentMethodId = z.uuid().transform((id) => asId<PaymentMethodId>(id))

export const rightId = rightName

/** On what a right may be used. */
export const scope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('organisation') }),
  z.strictObject({ kind: z.literal('all'), future: z.boolean() }),
  z.strictObject({ kind: z.literal('family'), family: familyName, future: z.boolean() }),
  z.strictObject({ kind: z.literal('product'), productId }),
])

/** A request may leave the choice of products to the customer. */
export const requestedScope = z.discriminatedUnion('kind', [...scope.options, z.strictObject({ kind: z.literal('customer_chooses') })])

export const reasonMax = 500
export const withoutItMax = 200

/** What one side writes and the other reads: words, lines, and nothing that hides or turns the direction of writing. */
export const words = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !/[^\P{Cc}\n]|[\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u.test(text))

/** One right that is asked for. */
export const requestedRight = z.strictObject({
  right: rightId,
  scope: requestedScope,
  required: z.boolean(),
  reason: words(reasonMax).min(1).nullable(),
  /** What stops working without it. */
  withoutIt: words(withoutItMax).min(1).nullable().optional(),
})

/** One right on everything it was granted for. */
export const grantedScopes = z.strictObject({ right: rightId, scopes: z.array(scope).min(1).max(500) })

export const spendingLimit = z.strictObject({
  amount: z.int().positive(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  period: z.enum(spendingPeriods),
})

/** A right as another partner holds it, to be granted as it is. `from`: null where it has begun. `until`: null where it has no end. */
export const heldRight = z.strictObject({ right: rightId, scope, from: z.iso.datetime().nullable(), until: z.iso.datetime().nullable() })

/** What one legal representative of the customer signed and a second one has yet to sign. */
export const waitsForSecond = z.strictObject({ id: z.uuid(), firstBy: z.string(), at: z.iso.datetime(), until: z.iso.datetime() })

/** From when until when, who pays with what, and up to how much. */
export const terms = z.strictObject({
  startsOn: date.nullable(),
  end: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('on'), date }),
    z.strictObject({ kind: z.literal('after'), days: z.int() }),
  ]),
  payer: z.enum(sides).nullable(),
  paymentMethodId: paymentMethodId.nullable(),
  spendingLimit: spendingLimit.nullable(),
  /** On a living partnership: the whole grant would last until this end, which has to be later than its own. */
  extendsGrant: z.boolean().optional(),
})
