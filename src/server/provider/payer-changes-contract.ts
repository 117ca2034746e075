// Products whose payer changes from a day on, as the provider's systems learn of it.
import { z } from 'zod'

const nothing = z.strictObject({})

/** GET /api/provider/payer-changes: who pays a product from a day on, by the number of the organisations; oldest day first. Confirm each once it is known. */
export const listPayerChanges = {
  answer: z.strictObject({
    changes: z.array(
      z.strictObject({
        id: z.uuid(),
        organisation: z.string(),
        /** The provider's own reference; null for a product it never told. */
        product: z.string().nullable(),
        productId: z.uuid(),
        /** Who pays until then, and who from then on. */
        from: z.string(),
        payer: z.string(),
        on: z.iso.date(),
      }),
    ),
  }),
  summary: 'Products whose payer changes at a renewal, because a partner ended or stopped paying',
}

/** DELETE /api/provider/payer-changes/{reference} */
export const confirmPayerChange = {
  params: z.strictObject({ reference: z.uuid() }),
  answer: nothing,
  summary: 'Confirms that a change of payer is known',
}
