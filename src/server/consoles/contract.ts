// Opening a product in the console that serves its family.
import { z } from 'zod'

const id = z.uuid()

/** GET …/products/{product}/console */
export const openConsole = {
  params: z.object({ organisation: id.optional(), partnership: id.optional(), product: id }),
  answer: z.strictObject({
    /** Null when no console serves the product's family. */
    console: z.strictObject({ name: z.string(), /** Where signing in to it begins, with the product it opens. */ url: z.url() }).nullable(),
  }),
  summary: 'Where a product opens in the console of its family',
}
