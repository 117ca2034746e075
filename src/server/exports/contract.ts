// What a partner takes along of one customer: four files, or all of them in one archive.
import { z } from 'zod'

const id = z.uuid()

export const customerFiles = ['products', 'rights', 'billing', 'activity'] as const
export type CustomerFileName = (typeof customerFiles)[number]

/** GET /api/o/{organisation}/customers/{managedCustomer}/export: what the rights in force allow, and nothing else. The customer reads of it. */
export const exportCustomer = {
  params: z.strictObject({ organisation: id, managedCustomer: id }),
  query: z.strictObject({
    file: z.enum([...customerFiles, 'all']).default('products'),
    form: z.enum(['excel', 'machine']).default('excel'),
  }),
  answer: z.string(),
  summary: 'Files about one customer: products, rights, billing, activity, or all as ZIP',
}
