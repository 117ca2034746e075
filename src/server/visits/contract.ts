// A visit: one stay of a partner's member in a customer's Manager. How it begins, what the page shows meanwhile, how it ends.

import { z } from 'zod'
import { familyName, rightName } from '../authorization/catalogue-contract.ts'
import { reasonMax, words } from '../partnerships/contract.ts'

const id = z.uuid()
const time = z.iso.datetime()
const params = z.strictObject({ partnership: id })

const visit = z.strictObject({
  id,
  startedAt: time,
  /** Without another request the visit ends here. */
  idleUntil: time,
  /** The visit ends here at the latest. */
  until: time,
})

/** GET /api/c/{partnership}/entry: whose door this is, and whether a reason is asked for there. */
export const getEntry = {
  params,
  answer: z.strictObject({
    customer: z.strictObject({ id, name: z.string() }),
    partner: z.strictObject({ id, name: z.string() }),
    reasonNeeded: z.boolean(),
  }),
  summary: 'What is asked of whoever enters this customer’s Manager',
}

/**
 * POST /api/c/{partnership}/visit: enters the customer's Manager. Entering again during a visit answers that visit.
 * Problems: `visit_reason_needed`.
 */
export const enterVisit = { params, body: z.strictObject({ reason: words(reasonMax).optional() }), answer: visit }

/** DELETE /api/c/{partnership}/visit: leaves. */
export const leaveVisit = { params, answer: z.strictObject({}) }

/** GET /api/c/{partnership}/shell: the frame while acting. Problems: `visit_needed`, `visit_ended`, `not_found`. */
export const getActingShell = {
  params,
  answer: z.strictObject({
    partnershipId: id,
    customer: z.strictObject({ id, name: z.string(), number: z.string() }),
    partner: z.strictObject({ id, name: z.string() }),
    person: z.strictObject({ name: z.string() }),
    visit: visit.extend({ /** What one entered for, in one's own words. */ reason: z.string().nullable() }),
    /** The rights in force for this person in this visit. */
    rights: z.array(rightName),
    /** Rights granted and assigned that wait for this person's second factor. */
    needSecondFactor: z.array(rightName),
    /** The product families of which this person may see at least one product. */
    families: z.array(familyName),
    maySeeBilling: z.boolean(),
    maySeeMembers: z.boolean(),
    maySeeOrganisation: z.boolean(),
  }),
}

export const whyOver = [
  'left',
  'idle',
  'too_long',
  'ended_by_customer',
  'access_stopped',
  'partnership_ended',
  'suspended_by_operator',
  'signed_out',
  'rights_changed',
  'unassigned',
  'time_over',
  'second_factor_needed',
] as const

/** Data of the event `visit-ended` on GET /api/c/{partnership}/live. */
export const visitEnded = z.strictObject({
  why: z.enum(whyOver),
  /** Who ended it, where the reader may know. */
  by: z.string().nullable(),
})

/** Data of the event `changed` on GET /api/c/{partnership}/live and GET /api/o/{organisation}/live: what changed, in event kinds. */
export const changed = z.strictObject({ kinds: z.array(z.string()) })

/** GET /api/c/{partnership}/live: server-sent events `changed` and, at the end, `visit-ended`. */
export const liveVisit = {
  params,
  query: z.strictObject({ since: z.coerce.number().int().nonnegative().optional() }),
  answer: z.unknown(),
}
