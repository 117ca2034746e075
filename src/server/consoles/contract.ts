// Opening a product in the console that serves its family, and what the console shows of whoever acts in it.
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

const named = z.strictObject({ id, name: z.string() })

/** GET …/on-behalf: also for consoles, in somebody's name. */
export const showOnBehalf = {
  params: z.object({ organisation: id.optional(), partnership: id.optional() }),
  answer: z.strictObject({
    /** The customer in a visit; otherwise the own organisation. */
    organisation: named,
    /** Of the person, in a visit. */
    partner: named.nullable(),
    person: named,
  }),
  summary: 'For whom somebody is here, by name',
}
