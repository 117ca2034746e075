// What a partner asks of customers: new requests, what becomes of them, counter-proposals, more rights, and the end.

import { z } from 'zod'
import { languages } from '../../domain/language.ts'
import { presets } from '../../domain/rights/presets.ts'
import { familyName, namesMax } from '../authorization/catalogue-contract.ts'
import { tags } from '../customer-notes/contract.ts'
import { requestedRight, terms, words } from '../partnerships/contract.ts'
import { endingShown } from '../partnerships/ending-contract.ts'
import { isMailAddress } from '../platform/mail-address.ts'

const id = z.uuid()
const time = z.iso.datetime()
const nothing = z.strictObject({})
const inOrganisation = z.strictObject({ organisation: id })
/** The partner's row for one customer. */
const ofCustomer = z.strictObject({ organisation: id, managedCustomer: id })

/** One line that people read. */
const line = (max: number) =>
  words(max)
    .min(1)
    .refine((text) => !text.includes('\n'))

/** The request code as somebody types it. */
export const requestCode = line(20)

export const emailAddress = z.string().trim().max(254).refine(isMailAddress)
export const customerNumber = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^C-\d{1,12}$/)
export const referenceMax = 80
export const listNameMax = 80

const who = z
  .strictObject({
    email: emailAddress.optional(),
    customerNumber: customerNumber.optional(),
    /** From the customer, where it demands one; without the right one the request reaches nobody. */
    requestCode: requestCode.optional(),
    /** Of the mail and the page behind it. */
    language: z.enum(languages),
    ownReference: line(referenceMax).optional(),
    /** What the partner's list shows until the customer answers; never sent. */
    listName: line(listNameMax).optional(),
  })
  .refine(({ email, customerNumber }) => (email === undefined) !== (customerNumber === undefined), { path: ['email'] })

const rights = z.array(requestedRight).max(200)

export const askedFor = z
  .strictObject({
    /** Expanded into rights when the request is sent, unless `rights` are given. */
    preset: z.enum(presets).optional(),
    /** With a preset: only these product families. All of them without it. */
    families: z.array(familyName).max(namesMax).optional(),
    /** One of the partner's own templates, as it is now. */
    templateId: id.optional(),
    /** The version that was read: another one is refused with `changed_meanwhile`. */
    templateVersion: z.int().positive().optional(),
    rights: rights.optional(),
  })
  .refine(({ preset, rights, templateId }) => (preset ?? rights ?? templateId) !== undefined, { path: ['preset'] })

/** How many days it stays open once it was sent. */
export const openForDays = z.int().min(1).max(90).default(30)

/** For the partner itself: who has the customer once it grants, and its tags from now on. */
const plan = z.strictObject({
  people: z.array(id).max(100).default([]),
  teams: z.array(id).max(50).default([]),
  tags: tags.default([]),
})
export type Plan = z.output<typeof plan>

export const request = z.strictObject({ who, what: askedFor, terms, validityDays: openForDays, plan: plan.optional() })
export type RequestBody = z.output<typeof request>

/** POST /api/o/{organisation}/requests: sent by a legal representative, prepared by an administrator. The answer says nothing about the recipient. */
export const sendRequest = {
  params: inOrganisation,
  body: request,
  answer: z.strictObject({ managedCustomerId: id, state: z.enum(['sent', 'prepared']) }),
}

/** What the mail will say, in reading order: the same parts the mail is drawn from. */
const mailDocument = z.strictObject({
  from: z.string(),
  to: z.string().nullable(),
  subject: z.string(),
  blocks: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.enum(['paragraph', 'notice', 'heading']), text: z.string() }),
      z.strictObject({ kind: z.literal('facts'), facts: z.array(z.strictObject({ label: z.string(), value: z.string() })) }),
      z.strictObject({
        kind: z.literal('groups'),
        groups: z.array(
          z.strictObject({ title: z.string(), items: z.array(z.strictObject({ text: z.string(), mark: z.string().nullable() })) }),
        ),
      }),
      z.strictObject({ kind: z.literal('button'), label: z.string(), hint: z.string() }),
      z.strictObject({ kind: z.literal('quiet'), text: z.string(), link: z.string().nullable() }),
    ]),
  ),
  why: z.string(),
  html: z.string(),
  text: z.string(),
})
export type MailPreview = z.output<typeof mailDocument>

/** POST …/requests/preview: the mail as it will look, in the language chosen, with a link that leads nowhere. Nothing is sent or kept. */
export const previewRequest = { params: inOrganisation, body: request, answer: mailDocument, changesNothing: true }

/** POST …/requests/release: what administrators prepared, all with one confirmation. */
export const releaseRequests = {
  params: inOrganisation,
  body: z.strictObject({ ids: z.array(id).min(1).max(500) }),
  answer: z.strictObject({
    results: z.array(z.strictObject({ id, result: z.enum(['sent', 'already_released', 'not_found', 'limit_reached', 'refused']) })),
  }),
}

/** POST …/customers/{managedCustomer}/resend: the same link again, open for as long as at first, with the request code given now or before. */
export const resendRequest = { params: ofCustomer, body: z.strictObject({ requestCode: requestCode.optional() }), answer: nothing }
/** POST …/correct-address: another address; the link sent before opens nothing any more. */
export const correctAddress = {
  params: ofCustomer,
  body: z.strictObject({ email: emailAddress, requestCode: requestCode.optional() }),
  answer: nothing,
}
/** POST …/withdraw: the request, before anybody answered. */
export const withdrawRequest = { params: ofCustomer, body: nothing, answer: nothing }
/** GET …/link: to hand over in another way. That it was shown is recorded. */
export const showLink = { params: ofCustomer, answer: z.strictObject({ url: z.url(), until: time }) }

const moreRights = z.strictObject({ rights, terms, validityDays: openForDays })

/** POST …/more: more rights on a living partnership; what is in force stays. */
export const askForMore = { params: ofCustomer, body: moreRights, answer: z.strictObject({ state: z.enum(['sent', 'prepared']) }) }

/** POST …/propose-extension: the grant as it is, until a later end. The customer extends it with one click, or not. Problems: `nothing_changed`. */
export const proposeExtension = {
  params: ofCustomer,
  body: z.strictObject({ end: terms.shape.end, validityDays: openForDays }),
  answer: z.strictObject({ state: z.enum(['sent', 'prepared']) }),
  summary: 'Asks a customer to let what is in force last longer',
}

/** POST …/proposal/accept: the customer's proposal, word for word. `number` names the version that was read. */
const version = z.strictObject({ number: z.int().positive() })
export const acceptProposal = { params: ofCustomer, body: version, answer: nothing }
/** POST …/proposal/counter: an own version instead. */
export const counterProposal = { params: ofCustomer, body: moreRights.extend({ number: z.int().positive() }), answer: nothing }
/** POST …/proposal/decline: the customer's proposal. */
export const declineProposal = {
  params: ofCustomer,
  body: version.extend({ reason: line(500).optional() }),
  answer: nothing,
}
/** POST …/proposal/withdraw: the own open proposal, as DELETE of a request that was not answered. */
export const withdrawProposal = { params: ofCustomer, body: version, answer: nothing }

/** GET …/ending: what ending the partnership would mean. */
export const previewEnding = { params: ofCustomer, answer: endingShown, summary: 'What would end with the partnership' }
/** POST …/end */
export const endPartnership = {
  params: ofCustomer,
  body: z.strictObject({ reason: line(500).optional() }),
  answer: z.strictObject({ visitsEnded: z.int(), receipt: z.strictObject({ id }).nullable() }),
}

/** POST …/stop-paying (fresh): with notice. What this partner pays falls back to the customer. Problems: `not_entitled` when it pays nothing. */
export const stopPaying = {
  params: ofCustomer,
  body: nothing,
  answer: z.strictObject({ products: z.array(z.strictObject({ name: z.string(), customerPaysFrom: z.iso.date() })) }),
  summary: 'The partner stops paying; its products fall back to the customer after a time of grace',
}
