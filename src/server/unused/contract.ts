// What nobody used for 90 days: rights of a partnership and people of the partner who may enter, for both sides.

import { z } from 'zod'
import { rightName } from '../authorization/catalogue-contract.ts'

const id = z.uuid()
const time = z.iso.datetime()

const unused = z.strictObject({
  days: z.int(),
  /** The version of the grant that this is about. */
  version: z.int().positive(),
  rights: z.array(z.strictObject({ right: rightName, since: time, lastUsedAt: time.nullable() })),
  /** Whoever is assigned and did not come. */
  people: z.array(z.strictObject({ id, name: z.string(), since: time, lastVisitAt: time.nullable() })),
})

/** GET /api/o/{organisation}/partnerships/{partnership}/unused */
export const listUnused = {
  params: z.strictObject({ organisation: id, partnership: id }),
  answer: unused,
  summary: 'Rights and people of a partner that were not used for 90 days',
}

/** GET /api/o/{organisation}/customers/{managedCustomer}/unused */
export const listUnusedAtCustomer = {
  params: z.strictObject({ organisation: id, managedCustomer: id }),
  answer: unused,
  summary: 'Rights granted by a customer and own people there that were not used for 90 days',
}
