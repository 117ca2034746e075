// Which mails a person gets and how, as far as it may be chosen.
import { z } from 'zod'
import { mailKindIds, mailWays } from '../../domain/mails/mail-kinds.ts'
import { sides } from '../../domain/organisation.ts'

const way = z.enum(mailWays)
const choice = z.strictObject({ kind: z.enum(mailKindIds), ways: z.array(way), way })

/** GET /api/account/mails */
export const listMailChoices = {
  summary: 'Kinds of mail that the person may choose for, by side, with the way each comes now.',
  /** Null: the person belongs to no organisation in this part. */
  answer: z.strictObject({ partner: z.array(choice).nullable(), customer: z.array(choice).nullable() }),
}

/** PUT /api/account/mails. Problems: `mail_always_comes`. */
export const chooseMail = {
  summary: 'Chooses how one kind of mail comes: at once, in the daily digest, or not at all.',
  body: z.strictObject({ kind: z.enum(mailKindIds), side: z.enum(sides), way }),
  answer: z.strictObject({}),
}
