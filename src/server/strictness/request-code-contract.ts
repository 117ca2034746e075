// The request code: what a partner must know in order to ask by customer number or by an address of one of the customer's people.
import { z } from 'zod'

const id = z.uuid()
const inOrganisation = z.strictObject({ organisation: id })
/** Eight digits; null when anybody may ask. */
const code = z.strictObject({ code: z.string().nullable() })

/** GET /api/o/{organisation}/request-code */
export const getRequestCode = {
  params: inOrganisation,
  answer: code.extend({ mayChange: z.boolean() }),
  summary: 'The code that partners must know in order to ask',
}

/** POST …/request-code (fresh): a new one; the one before opens nothing any more. Without the right code a request reaches nobody. */
export const renewRequestCode = {
  params: inOrganisation,
  body: z.strictObject({}),
  answer: code,
  summary: 'Demands a request code, or renews it',
}

/** DELETE …/request-code (fresh): anybody may ask again. */
export const dropRequestCode = { params: inOrganisation, answer: code, summary: 'Demands no request code any more' }
