// Access reviews: who has what, since when, last used; keep or drop, one by one; the result as a table and as a file.

import { z } from 'zod'
import { reviewDecisions, reviewResults, reviewSides, reviewStates } from '../../domain/review.ts'
import { rightId, scope } from '../partnerships/contract.ts'

const id = z.uuid()
const time = z.iso.datetime()
const inOrganisation = z.strictObject({ organisation: id })
const ofReview = inOrganisation.extend({ review: id })
export const mostItems = 5_000

const counts = z.strictObject({ items: z.int(), keep: z.int(), drop: z.int(), open: z.int() })
const review = z.strictObject({
  id,
  side: z.enum(reviewSides),
  state: z.enum(reviewStates),
  startedBy: z.string(),
  startedAt: time,
  closedBy: z.string().nullable(),
  closedAt: time.nullable(),
  counts,
})

/** One thing that somebody had when the review began. */
const item = z.strictObject({
  position: z.int(),
  partnershipId: id,
  /** The partner, in a customer's review; the customer, in a partner's. */
  other: z.string(),
  /** In a customer's review: the right, and on what. */
  right: rightId.nullable(),
  scopes: z.array(scope),
  /** In a partner's review: the person or team, and what it is limited to (null: everything granted). */
  holder: z.strictObject({ kind: z.enum(['person', 'team']), name: z.string() }).nullable(),
  rights: z.array(rightId).nullable(),
  since: time.nullable(),
  endsAt: time.nullable(),
  lastUsedAt: time.nullable(),
  lastUsedBy: z.string().nullable(),
  decision: z.enum(reviewDecisions).nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: time.nullable(),
  result: z.enum(reviewResults).nullable(),
})

/** GET /api/o/{organisation}/reviews: the latest twenty, newest first. */
export const listReviews = {
  params: inOrganisation,
  answer: z.strictObject({
    reviews: z.array(review),
    /** The sides of which this person may start a review, and close one. */
    mayStart: z.array(z.enum(reviewSides)),
    mayClose: z.array(z.enum(reviewSides)),
  }),
  summary: 'Access reviews of this organisation',
}

/**
 * POST /api/o/{organisation}/reviews: takes down who has what now. `only`: `unused` leaves out what was used in the last 90 days. Problems:
 * `review_open` (one at a time), `nothing_to_review`, `too_many_items` (over 5,000).
 */
export const startReview = {
  params: inOrganisation,
  body: z.strictObject({ side: z.enum(reviewSides), only: z.enum(['all', 'unused']) }),
  answer: z.strictObject({ id }),
  summary: 'Begins a review: everything that is granted, or everybody who is assigned, to be kept or dropped one by one',
}

/** GET /api/o/{organisation}/reviews/{review} */
export const getReview = {
  params: ofReview,
  answer: review.extend({ mayDecide: z.boolean(), mayClose: z.boolean(), items: z.array(item) }),
  summary: 'One review with all its items',
}

/** PUT …/decisions: null takes a decision back. What a right needs, or what needs it, is decided along. Problems: `review_closed`. */
export const decideItems = {
  params: ofReview,
  body: z.strictObject({
    positions: z.array(z.int().positive()).min(1).max(mostItems),
    decision: z.enum(reviewDecisions).nullable(),
  }),
  answer: z.strictObject({ decided: z.array(z.int()), counts }),
  summary: 'Keeps or drops items of a review; nothing is dropped in earnest until the review is closed',
}

/** POST …/close (fresh): takes away what was dropped, and writes down the result. Problems: `review_closed`. */
export const closeReview = {
  params: ofReview,
  body: z.strictObject({}),
  answer: z.strictObject({
    results: z.record(z.enum(reviewResults), z.int()),
    /** For each partnership that lost something: GET …/receipts/{receipt}. */
    receipts: z.array(z.strictObject({ partnershipId: id, receipt: id })),
  }),
  summary: 'Closes a review: what was dropped is taken away now, everything else stays',
}

/** POST …/cancel: nothing changes. Problems: `review_closed`. */
export const cancelReview = { params: ofReview, body: z.strictObject({}), answer: z.strictObject({}), summary: 'Gives a review up' }

/** GET …/file: the review as CSV, one row an item. */
export const exportReview = {
  params: ofReview,
  query: z.strictObject({ form: z.enum(['excel', 'machine']).default('excel') }),
  answer: z.string(),
  summary: 'A review and its result as CSV',
}
