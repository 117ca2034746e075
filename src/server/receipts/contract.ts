// Receipts of what a customer took back: when the last door closed, what ended with it, and who was told. Signed, for the customer to keep.
import { z } from 'zod'
import { wayInKinds } from '../../domain/authorization/way-in.ts'
import { sides } from '../../domain/organisation.ts'
import { rightId } from '../partnerships/contract.ts'

const id = z.uuid()
const time = z.iso.datetime()
const inOrganisation = z.strictObject({ organisation: id })

const receipt = z.strictObject({
  id,
  /** Null, like the customer, where somebody left the partner. */
  partnershipId: id.nullable(),
  partner: z.string(),
  customer: z.string().nullable(),
  /** The partner did it: it took something back from its own people, or ended the partnership. */
  isByPartner: z.boolean(),
  what: z.enum(['rights', 'access', 'partnership', 'people', 'visit', 'assignment', 'person']),
  /** Taken back; empty when they reach less far than before. */
  rights: z.array(rightId),
  /** Whom it was about, by name: people no longer let in, or whose visit ended. */
  people: z.array(z.string()),
  by: z.string(),
  /** The one who asks did it. */
  byYou: z.boolean(),
  at: time,
  /** Null while somebody could still answer from memory; `latestAt` says when nobody can at the latest. */
  closedAt: time.nullable(),
  latestAt: time.nullable(),
  /** Who could have answered from memory, and how many of them were closed by their lease alone. */
  doors: z.strictObject({ nodes: z.int(), consoles: z.array(z.string()), byLease: z.int() }),
  visitsEnded: z.array(z.strictObject({ person: z.string(), since: time })),
  tokensEnded: z.int(),
  /** Ways in. `closed`: with what was taken back. Otherwise what still works of it (passwords, rules), or was made in the visit that was stopped; `isOpen` until somebody ends it. */
  waysIn: z.array(
    z.strictObject({
      id,
      kind: z.enum(wayInKinds),
      name: z.string(),
      product: z.string(),
      productId: id,
      /** Of a password that still works: the mailbox and since when it has this one, to close it. */
      mailboxId: id.nullable(),
      passwordSetAt: time.nullable(),
      madeBy: z.string(),
      closed: z.boolean(),
      isOpen: z.boolean(),
      /** Why what is open cannot be ended now: its product is locked, so that nobody gets in with it either. */
      cannot: z.enum(['product_inactive']).nullable(),
    }),
  ),
  told: z.array(z.string()),
  /** Everybody is named who is told, and it is signed. */
  isComplete: z.boolean(),
  /** The position of the journal at which it was taken back. */
  position: z.int().nullable(),
})

/** GET /api/o/{organisation}/receipts/{receipt} */
export const getReceipt = {
  params: inOrganisation.extend({ receipt: id }),
  answer: receipt,
  summary: 'What was taken back and since when no door is open any more; waits up to 1.5 s for the last one',
}

/** GET /api/o/{organisation}/receipts: the latest twenty, newest first, of all partnerships or of one. */
export const listReceipts = {
  params: inOrganisation,
  query: z.strictObject({
    partnership: id.optional(),
    /** Only those in its part as customer or as partner. */
    side: z.enum(sides).optional(),
  }),
  answer: z.strictObject({ receipts: z.array(receipt) }),
  summary: 'The latest receipts of what was taken back, newest first',
}

/** GET /api/o/{organisation}/receipts/{receipt}/file: not found before it is complete. */
export const downloadReceipt = {
  params: inOrganisation.extend({ receipt: id }),
  query: z.strictObject({ form: z.enum(['jws', 'json']).default('jws') }),
  answer: z.unknown(),
  summary: 'The signed receipt as a file, in the form that others can check, or to read',
}
