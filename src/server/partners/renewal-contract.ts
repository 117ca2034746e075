// Extending with one click, and the yearly review: what both pages show, and what they do. For legal representatives of the customer.

import { z } from 'zod'
import { namesMax } from '../authorization/catalogue-contract.ts'
import { rightId, terms } from '../partnerships/contract.ts'

const id = z.uuid()
const time = z.iso.datetime()
const date = z.iso.date()
const ofPartnership = z.strictObject({ organisation: id, partnership: id })
const version = z.int().positive()
const drop = z.array(rightId).max(namesMax)
const receipt = z.strictObject({ id }).nullable()

/** GET …/renewal */
export const getRenewal = {
  params: ofPartnership,
  answer: z.strictObject({
    partner: z.string(),
    state: z.enum(['active', 'suspended', 'ended', 'not_active']),
    version,
    /** Since when it goes on. */
    since: time,
    /** The last day as it is; null without an end. */
    endsOn: date.nullable(),
    /** The last day of the first sensitive right, where that is earlier. */
    sensitiveUntil: date.nullable(),
    /** What is proposed: by the partner where it did, otherwise twelve months more. */
    end: terms.shape.end,
    rights: z.array(
      z.strictObject({
        right: rightId,
        /** Whether it is proposed to be kept. */
        keep: z.boolean(),
        lastUsedAt: time.nullable(),
        endsOn: date.nullable(),
      }),
    ),
    /** The partner asked for an extension. */
    asked: z.strictObject({ proposalId: id, by: z.string(), until: time }).nullable(),
    /** When somebody last looked at it as a whole. */
    reviewedAt: time.nullable(),
  }),
  summary: 'What extending or reviewing a partnership would keep, and what nobody used',
}

/** POST …/renew (fresh). Problems: `changed_meanwhile`, `end_before_start`, `already_ended`. */
export const renewAccess = {
  params: ofPartnership,
  body: z.strictObject({ version, end: terms.shape.end, drop, proposalId: id.nullable() }),
  answer: z.strictObject({ version, endsOn: date.nullable(), needsSecureSignIn: z.boolean(), receipt }),
  summary: 'Extends a partnership without the rights to drop; answers the partner’s proposal where there is one',
}

/** POST …/review: what is dropped is gone at once; with nothing to drop, only that somebody looked is written down. */
export const reviewAccess = {
  params: ofPartnership,
  body: z.strictObject({ version, drop }),
  answer: z.strictObject({ version, receipt }),
  summary: 'Writes down that a partnership was reviewed, and takes away the rights to drop',
}
