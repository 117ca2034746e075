// What is inside a product of the family mail: mailboxes, aliases, forwardings. Never a message, and a password only on its way in.
import { z } from 'zod'
import { wayInKinds } from '../../domain/authorization/way-in.ts'
import { forwardingsMax, quotaMbMax, quotaMbMin, replyTextMax, spamFilters } from '../../domain/products/mailbox.ts'
import { rightsHere } from '../authorization/contract.ts'
import { id, inItem, inProduct, madeBy, time } from './contract.ts'

const nothing = z.strictObject({})
const written = z.string().trim().max(254)
const displayName = z
  .string()
  .trim()
  .max(80)
  .regex(/^\P{Cc}*$/u)

const settings = {
  displayName,
  /** In megabytes. */
  quotaMb: z.int().min(quotaMbMin).max(quotaMbMax),
  spamFilter: z.enum(spamFilters),
  /** Answers by itself until that day, which is included. */
  autoReply: z.strictObject({ until: z.iso.date(), text: z.string().trim().min(1).max(replyTextMax) }).nullable(),
}

export const mailbox = z.strictObject({
  id,
  address: z.string(),
  ...settings,
  usedMb: z.int(),
  forwardTo: z.array(z.string()),
  /** The same addresses, with whoever made each. What leads out and was made on behalf closes with the right it was made with; by itself at `closesAt`. */
  forwardings: z.array(
    z.strictObject({
      id,
      address: z.string(),
      madeBy: madeBy.nullable(),
      /** False: to an address of the organisation's own mail; it stays. */
      leadsOut: z.boolean(),
      closesAt: time.nullable(),
    }),
  ),
  passwordSetAt: time.nullable(),
  /** Since then nobody signs in, until a new password is set; messages arrive. */
  passwordClosedAt: time.nullable(),
  /**
   * Somebody of a partner set the password and so knows it, and whether the right they set it with is over: null for whoever acts, whom the end of a partner's
   * access does not concern.
   */
  passwordKnown: z.strictObject({ by: madeBy.nullable(), isRightOver: z.boolean().nullable() }).nullable(),
  changedAt: time,
})
export const alias = z.strictObject({ id, address: z.string(), mailboxId: id })

/** GET …/products/{product}/mailboxes */
export const listMailboxes = {
  params: inProduct,
  answer: z.strictObject({ domain: z.string(), mailboxes: z.array(mailbox), aliases: z.array(alias), ...rightsHere }),
  summary: 'The mailboxes and aliases of a mail product, never their messages',
}

/** POST …/products/{product}/mailboxes. Problems: `address_in_use`, `invalid_address`, `limit_reached`. */
export const createMailbox = {
  params: inProduct,
  body: z.strictObject({
    address: written,
    ...settings,
    spamFilter: settings.spamFilter.default('standard'),
    autoReply: settings.autoReply.default(null),
  }),
  answer: mailbox,
  summary: 'Creates a mailbox',
}

/** PUT …/products/{product}/mailboxes/{item}; `changed_meanwhile` when somebody else changed it since `changedAt`. */
export const changeMailbox = {
  params: inItem,
  body: z.strictObject({ ...settings, changedAt: time.optional() }),
  answer: mailbox,
  summary: 'Changes name, storage, spam filter and automatic reply of a mailbox',
}

/** DELETE …/products/{product}/mailboxes/{item}: with its aliases. */
export const deleteMailbox = { params: inItem, answer: nothing, summary: 'Deletes a mailbox with its aliases and messages' }

/** PUT …/products/{product}/mailboxes/{item}/password. Problems: `password_too_weak`. */
export const setMailboxPassword = {
  params: inItem,
  body: z.strictObject({ password: z.string().min(1).max(1000) }),
  answer: nothing,
  summary: 'Hands a new password of a mailbox to the mail system',
}

/**
 * DELETE …/products/{product}/mailboxes/{item}/password: messages arrive; whoever sets a new password opens it again. `setAt`: of the password that is meant.
 * Problems: `changed_meanwhile` when another one was set since.
 */
export const closeMailbox = {
  params: inItem,
  query: z.strictObject({ setAt: time }),
  answer: nothing,
  summary: 'Closes a mailbox: nobody signs in until a new password is set',
}

/** GET /api/o/{organisation}/partnerships/{partnership}/still-working: also of a partnership that has ended. */
export const listStillWorking = {
  params: z.strictObject({ organisation: id, partnership: id }),
  answer: z.strictObject({
    ways: z.array(
      z.strictObject({
        id,
        kind: z.enum(wayInKinds),
        name: z.string(),
        product: z.string(),
        productId: id,
        madeBy: z.string(),
        /** Of a password: the mailbox and since when it has this one, to close it. */
        mailboxId: id.nullable(),
        passwordSetAt: time.nullable(),
      }),
    ),
  }),
  summary: 'Mailbox passwords and firewall rules that somebody of a partner set whose access has ended, and that still work',
}

/** POST /api/o/{organisation}/partnerships/{partnership}/close-mailboxes: also of a partnership that has ended. */
export const closeKnownMailboxes = {
  params: z.strictObject({ organisation: id, partnership: id }),
  answer: z.strictObject({ closed: z.int() }),
  summary: 'Closes all mailboxes whose password somebody of a partner set whose access has ended',
}

/**
 * PUT …/products/{product}/mailboxes/{item}/forwarding: an empty list ends it; an address that stays keeps its maker. `before`: the list one has read, so that
 * what closed or came since is neither made anew nor ended unseen. Problems: `invalid_address`, `changed_meanwhile`.
 */
export const setForwarding = {
  params: inItem,
  body: z.strictObject({ forwardTo: z.array(written).max(forwardingsMax), before: z.array(written).max(forwardingsMax) }),
  answer: mailbox,
  summary: 'Sets to which addresses a mailbox forwards',
}

/** DELETE …/products/{product}/forwardings/{item}: one of its addresses. */
export const removeForwarding = { params: inItem, answer: nothing, summary: 'Ends a forwarding to one address' }

/** POST /api/o/{organisation}/products/{product}/forwardings/{item}/keep: it is the organisation's own from now on, whoever made it. */
export const keepForwarding = {
  params: inItem,
  answer: nothing,
  summary: 'Keeps a forwarding also when the access of whoever made it ends',
}

/** POST …/products/{product}/aliases. Problems: `address_in_use`, `invalid_address`. */
export const createAlias = {
  params: inProduct,
  body: z.strictObject({ address: written, mailboxId: id }),
  answer: alias,
  summary: 'Adds an alias of a mailbox',
}

/** DELETE …/products/{product}/aliases/{item} */
export const deleteAlias = { params: inItem, answer: nothing, summary: 'Removes an alias' }

export const mailboxesMax = 500
export const aliasesMax = 2000
