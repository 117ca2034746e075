// A partner that gives its business up names a successor; the successor agrees; each customer is asked, and silence means no.
import { z } from 'zod'
import { successionStates } from '../../domain/partnership/succession.ts'

const id = z.uuid()
const time = z.iso.datetime()
const inOrganisation = z.strictObject({ organisation: id })
const ofSuccession = z.strictObject({ organisation: id, succession: id })
const nothing = z.strictObject({})

export const succession = z.strictObject({
  id,
  state: z.enum(successionStates),
  /** Whether this organisation goes, or follows. */
  role: z.enum(['from', 'to']),
  other: z.strictObject({ id, name: z.string() }),
  namedAt: time,
  /** Until when customers may answer; null until the successor agreed. */
  until: time.nullable(),
  /** Customers there are, and of how many the partner pays; then what those who were asked have said. */
  counts: z.strictObject({
    customers: z.int(),
    partnerPays: z.int(),
    asked: z.int(),
    granted: z.int(),
    declined: z.int(),
    lapsed: z.int(),
  }),
  may: z.array(z.enum(['agree', 'refuse', 'withdraw'])),
})

/** GET /api/o/{organisation}/successions: those in which it goes or follows, the newest first. `mayName`: one is not under way. */
export const listSuccessions = {
  params: inOrganisation,
  answer: z.strictObject({ successions: z.array(succession), mayName: z.boolean() }),
  summary: 'The successions in which this partner goes or follows',
}

/**
 * POST /api/o/{organisation}/successions (fresh): names a verified partner. Problems: `partner_not_verified`, `already_open`, `nothing_changed`
 * (the same legal person: nothing has to pass on).
 */
export const nameSuccessor = {
  params: inOrganisation,
  body: z.strictObject({ successorId: id }),
  answer: z.strictObject({ id }),
  summary: 'Names the partner that shall follow this one',
}

/** POST …/successions/{succession}/agree (fresh): takes every customer who says yes, on the terms of today. The customers are asked. */
export const agreeToSucceed = { params: ofSuccession, body: nothing, answer: nothing, summary: 'Agrees to follow; the customers are asked' }

/** POST …/successions/{succession}/refuse */
export const refuseToSucceed = { params: ofSuccession, body: nothing, answer: nothing, summary: 'Refuses to follow' }

/** POST …/successions/{succession}/withdraw: until the successor answered. */
export const withdrawSuccession = { params: ofSuccession, body: nothing, answer: nothing, summary: 'Takes the naming of a successor back' }
