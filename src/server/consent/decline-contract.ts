// No to a request: declined, or reported to the provider; and, for whoever wants no more of it, for good.
import { z } from 'zod'

const id = z.uuid()
const params = z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{20,100}$/) })
const nothing = z.strictObject({})

/** POST /api/requests/{token}/decline: without a reason, in the name of an organisation when the person has one. */
export const declineRequest = {
  params,
  body: z.strictObject({
    organisationId: id.nullable(),
    /** No further requests of this partner, to the organisation or, without one, to the proven address. */
    block: z.boolean().default(false),
  }),
  answer: nothing,
}

/** POST /api/requests/{token}/report: to the operator, by anybody who has the link. */
export const reportRequest = {
  params,
  body: z.strictObject({
    reason: z.string().trim().min(1).max(2000),
    /** No further requests of this partner to the address: only for whoever is signed in and proved it. Problems: `address_not_proven`. */
    block: z.boolean().default(false),
  }),
  answer: nothing,
}
