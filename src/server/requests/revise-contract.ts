// A request that nobody claimed yet, changed: a new version under the same link.
import { z } from 'zod'
import { terms } from '../partnerships/contract.ts'
import { askedFor, openForDays, requestCode } from './contract.ts'

const id = z.uuid()

/**
 * POST /api/o/{organisation}/customers/{managedCustomer}/revise: sent by a legal representative; what waits for release goes on waiting.
 * Problems: `nothing_changed`, `already_claimed`, `request_expired`, `request_withdrawn`, `changed_meanwhile` (another version than the one read).
 */
export const reviseRequest = {
  params: z.strictObject({ organisation: id, managedCustomer: id }),
  body: z.strictObject({
    /** The version that was read. */
    number: z.int().positive(),
    what: askedFor,
    terms,
    validityDays: openForDays,
    /** As when it is sent again: without one, the code it carries counts. */
    requestCode: requestCode.optional(),
  }),
  answer: z.strictObject({ number: z.int().positive(), state: z.enum(['sent', 'prepared']) }),
  summary: 'Changes a request before anybody answered: a new version under the same link',
}
