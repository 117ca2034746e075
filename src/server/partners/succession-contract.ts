// A partner would like to hand over to a successor: what the customer is asked, and what it answers. Silence means no.
import { z } from 'zod'
import { namesMax } from '../authorization/catalogue-contract.ts'
import { grantedScopes, heldRight, terms } from '../partnerships/contract.ts'
import { partner } from './contract.ts'

const id = z.uuid()

const question = z.strictObject({
  /** With the partner that goes. */
  partnershipId: id,
  partner: z.string(),
  successor: partner,
  /** The partnership with the successor, where there is one already: then its rights stay as they are. */
  servesAlready: id.nullable(),
  until: z.iso.datetime(),
  /** What `same` grants: each right as the partner that goes has it. Empty where the successor keeps its own. */
  same: z.array(heldRight),
  /** How many rights the partner that goes has, and who pays. */
  rights: z.int(),
  payer: terms.shape.payer,
  /** Why this person cannot answer; null when they can. */
  cannot: z.enum(['not_entitled', 'asker_cannot_answer']).nullable(),
})

/** GET /api/o/{organisation}/succession-questions: what waits for an answer. */
export const listSuccessionQuestions = {
  params: z.strictObject({ organisation: id }),
  answer: z.strictObject({ questions: z.array(question) }),
  summary: 'Which partners would like to hand over to a successor',
}

/**
 * POST /api/o/{organisation}/partnerships/{partnership}/succession (fresh): the same rights to the successor, each with its period, others, or no. The
 * successor's partnership is never less strict. It takes at once what is no more than today, and is asked about anything else. With a yes the
 * partner that goes has no access from the moment on in which the successor has. Problems: `request_expired`, `already_answered`, `already_open` (a
 * hand-over or a request is under way), `asker_cannot_answer`.
 */
export const answerSuccession = {
  params: z.strictObject({ organisation: id, partnership: id }),
  body: z.discriminatedUnion('answer', [
    z.strictObject({ answer: z.literal('same') }),
    z.strictObject({ answer: z.literal('other'), rights: z.array(grantedScopes).max(namesMax), terms }),
    z.strictObject({ answer: z.literal('no') }),
  ]),
  answer: z.strictObject({ partnershipId: id.nullable() }),
  summary: 'Lets the successor of a partner follow, with the same rights or others, or not',
}
