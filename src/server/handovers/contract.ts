// Handing over from one partner to another: both have access for a while, then the first one ends by itself. Partners do not see each other.
import { z } from 'zod'
import { handoverStates, longestOverlapDays, standardOverlapDays } from '../../domain/partnership/handover.ts'

const id = z.uuid()
const time = z.iso.datetime()
const ofPartnership = z.strictObject({ organisation: id, partnership: id })
const ofCustomer = z.strictObject({ organisation: id, managedCustomer: id })
const nothing = z.strictObject({})

const handover = z.strictObject({
  id,
  state: z.enum(handoverStates),
  /** Whether the partnership of the path ends with it, or goes on. */
  role: z.enum(['from', 'to']),
  other: z.strictObject({ partnershipId: id, name: z.string() }),
  overlapDays: z.int(),
  namesTold: z.boolean(),
  /** Null until the next partner has access. */
  endsAt: time.nullable(),
})

/** GET /api/o/{organisation}/partnerships/{partnership}/handover: the one under way, if there is one. */
export const getHandover = {
  params: ofPartnership,
  answer: z.strictObject({ handover: handover.nullable() }),
  summary: 'The hand-over under way from or to this partner',
}

/**
 * POST …/handover (fresh): from this partner to the other one, which has a partnership already or was made an offer. `namesTold`: both partners
 * learn each other's name. Problems: `already_open`, `already_customer`, `not_active`, `end_out_of_bounds`.
 */
export const beginHandover = {
  params: ofPartnership,
  body: z.strictObject({
    to: id,
    overlapDays: z.int().min(0).max(longestOverlapDays).default(standardOverlapDays),
    namesTold: z.boolean().default(false),
  }),
  answer: z.strictObject({ state: z.enum(handoverStates), endsAt: time.nullable() }),
  summary: 'Hands over from this partner to another one',
}

/** POST …/handover/call-off (fresh): everything stays as it is. */
export const callOffHandover = { params: ofPartnership, body: nothing, answer: nothing, summary: 'Calls a hand-over off' }

/** POST …/handover/end-now (fresh): the overlap is over. */
export const endNow = {
  params: ofPartnership,
  body: nothing,
  answer: z.strictObject({ visitsEnded: z.int(), receipt: z.strictObject({ id }).nullable() }),
  summary: 'Ends the partnership that is handed over before the overlap is over',
}

/** GET /api/o/{organisation}/customers/{managedCustomer}/handover: what its partner may know. */
export const getHandoverAsPartner = {
  params: ofCustomer,
  answer: z.strictObject({
    handover: z.strictObject({ role: z.enum(['from', 'to']), endsAt: time, otherName: z.string().nullable() }).nullable(),
  }),
  summary: 'Whether and when the customer hands this partnership over, or takes it on',
}
