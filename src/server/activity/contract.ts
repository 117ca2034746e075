// The activity of an organisation: what happened, in whose name, readable by both sides of a partnership.
import { z } from 'zod'
import { eventKinds } from '../../domain/event.ts'

const id = z.uuid()
const named = z.strictObject({ id, name: z.string() })

export const activityEntry = z.strictObject({
  /** The number of the entry in the journal. */
  position: z.int(),
  at: z.iso.datetime(),
  kind: z.enum(eventKinds as readonly [string, ...string[]]),
  /** Who did it; null when the clock or the provider did. */
  person: named.nullable(),
  /** Whom it is about, where that is a person: whose visit ended, who was admitted. */
  about: named.nullable(),
  /** The organisation in whose name the person did it: the own one, or the partner while acting. */
  organisation: named.nullable(),
  /** Whether the person did it for the provider, as its operator. */
  operator: z.boolean(),
  /** Whether it was done on behalf of the customer. */
  acting: z.boolean(),
  partnershipId: id.nullable(),
  /** The two sides of the partnership, if it concerns one. */
  partner: named.nullable(),
  customer: named.nullable(),
  product: named.nullable(),
  visitId: id.nullable(),
  /** Facts of the entry, by kind: see the generated list of events. */
  data: z.record(z.string(), z.unknown()),
  /** Personal text; null once erased. */
  detail: z.record(z.string(), z.unknown()).nullable(),
})

const query = z.strictObject({
  partnership: id.optional(),
  person: id.optional(),
  product: id.optional(),
  visit: id.optional(),
  /** Only what partners' people did. */
  acting: z.enum(['true']).optional(),
  before: z.coerce.number().int().positive().optional(),
  /** Oldest first, from after this position on: `0` begins at the beginning. `next` is then the `after` of the next page. */
  after: z.coerce.number().int().nonnegative().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

const answer = z.strictObject({ entries: z.array(activityEntry), next: z.int().nullable() })

/** GET /api/o/{organisation}/activity: newest first; `next` is the `before` of the next page. */
export const listActivity = {
  params: z.strictObject({ organisation: id }),
  query,
  answer,
  summary: 'What happened in the organisation, newest first',
}

/** GET /api/c/{partnership}/activity: what the partner did for this customer. */
export const listActivityOfVisit = {
  params: z.strictObject({ partnership: id }),
  query,
  answer,
  summary: 'What the partner did for this customer, newest first',
}
