// The customer's side of visits: who is and was in its account, how long a visit may last, what is asked on entry and who is told.
import { z } from 'zod'
import { roles } from '../../domain/organisation.ts'

const id = z.uuid()
const time = z.iso.datetime()
const named = z.strictObject({ id, name: z.string() })
const inOrganisation = z.strictObject({ organisation: id })
const ofPartnership = z.strictObject({ organisation: id, partnership: id })

const visit = z.strictObject({
  id,
  partnershipId: id,
  partner: named,
  person: named,
  reason: z.string().nullable(),
  startedAt: time,
  /** The last sign of life, to a few seconds. */
  seenAt: time,
  endedAt: time.nullable(),
  endedBy: z.enum(['person', 'customer', 'partner', 'time', 'operator']).nullable(),
  /** Who of the customer ended it, by name. */
  endedByPerson: z.string().nullable(),
  reads: z.int(),
  changes: z.int(),
  refused: z.int(),
})

/** GET /api/o/{organisation}/visits: those under way first, then the past ones, newest first; `next` is the `before` of the next page. */
export const listVisits = {
  params: inOrganisation,
  query: z.strictObject({
    /** The partner's organisation. */
    partner: id.optional(),
    person: id.optional(),
    before: id.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(25),
  }),
  answer: z.strictObject({
    mayEnd: z.boolean(),
    /** Under way; empty on later pages. */
    now: z.array(visit),
    past: z.array(visit),
    next: id.nullable(),
    /** Whoever ever was inside, for the filters; empty on later pages. */
    partners: z.array(named),
    people: z.array(named),
  }),
  summary: 'Who is and was in the account on behalf of a partner',
}

const limits = z.strictObject({ idleMinutes: z.number(), hours: z.number() })

/** GET /api/o/{organisation}/visit-limits */
export const getVisitLimits = {
  params: inOrganisation,
  answer: limits.extend({ mayChange: z.boolean() }),
  summary: 'How long a visit may last, and how long without a sign of life',
}

/** PUT /api/o/{organisation}/visit-limits: shorter ones hold for visits under way, too. Problems: `visit_limits_out_of_bounds`. */
export const setVisitLimits = { params: inOrganisation, body: limits, answer: limits, summary: 'Sets how long a visit may last' }

/** GET /api/o/{organisation}/partnerships/{partnership}/visit-rules */
export const getVisitRules = {
  params: ofPartnership,
  answer: z.strictObject({
    reasonNeeded: z.boolean(),
    /** Who can be told, and who is. */
    people: z.array(named.extend({ role: z.enum(roles), isTold: z.boolean() })),
    mayChange: z.boolean(),
  }),
  summary: 'What is asked of whoever enters for this partner, and who is told',
}

/** PUT …/visit-rules. Only legal representatives and administrators can be told: somebody else is `not_found`. */
export const setVisitRules = {
  params: ofPartnership,
  body: z.strictObject({ reasonNeeded: z.boolean(), told: z.array(id).max(500) }),
  answer: z.strictObject({}),
  summary: 'Sets whether a reason is needed to enter, and who is told of a visit',
}
