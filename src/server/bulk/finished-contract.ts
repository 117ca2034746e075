// Lists that are over and that whoever started them has not seen yet.
import { z } from 'zod'

const id = z.uuid()
const count = z.int().nonnegative()

/** GET /api/o/{organisation}/lists/finished: those that the asking person started, the newest first; each until it was seen, and for thirty days. */
export const listFinished = {
  params: z.strictObject({ organisation: id }),
  answer: z.strictObject({
    lists: z.array(
      z.strictObject({
        id,
        action: z.string(),
        name: z.string().nullable(),
        /** It went out in waves, and has its page among the campaigns. */
        isCampaign: z.boolean(),
        state: z.enum(['done', 'stopped']),
        /** Rows that were carried out, of all. */
        did: count,
        rows: count,
        finishedAt: z.iso.datetime(),
      }),
    ),
  }),
  summary: 'Lists of the asking person that are over and that they have not seen since',
}

/** POST …/lists/{bulk}/seen: by whoever started it; anybody else’s is `not_found`. */
export const seeFinished = {
  params: z.strictObject({ organisation: id, bulk: id }),
  body: z.strictObject({}),
  answer: z.strictObject({}),
  summary: 'Keeps that whoever started a list has seen what became of it',
}
