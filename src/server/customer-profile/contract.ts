// The profile of one customer, as the partner sees it: what was requested, granted and is effective, who pays with what, on which
// products, who looks after it, who was there, and what happened. Nothing of the customer's before it answered.

import { z } from 'zod'
import { languages } from '../../domain/language.ts'
import { roles, sides } from '../../domain/organisation.ts'
import { presets } from '../../domain/rights/presets.ts'
import { activityEntry } from '../activity/contract.ts'
import { familyName, rightName } from '../authorization/catalogue-contract.ts'
import { requestedRight, requestedScope, scope, spendingLimit, waitsForSecond } from '../partnerships/contract.ts'
import { conversation } from '../partnerships/conversation-contract.ts'

const id = z.uuid()
const time = z.iso.datetime()
const date = z.iso.date()
const params = z.strictObject({ organisation: id, managedCustomer: id })
const rightId = rightName

/** Terms on the way out. With what the other side pays is never part of them. */
const termsShown = z.strictObject({
  startsOn: date.nullable(),
  end: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('on'), date }),
    z.strictObject({ kind: z.literal('after'), days: z.int() }),
  ]),
  payer: z.enum(sides).nullable(),
  spendingLimit: spendingLimit.nullable(),
  extendsGrant: z.boolean().optional(),
})

const differenceRow = z.strictObject({
  right: rightId,
  requested: z.array(requestedScope),
  required: z.boolean(),
  reason: z.string().nullable(),
  withoutIt: z.string().nullable(),
  granted: z.array(scope),
  effective: z.array(scope),
  kind: z.enum(['as_requested', 'narrower', 'left_out', 'added']),
  /** Why a granted right cannot be used now; null when it can, or was not granted. */
  notEffectiveBecause: z.enum(['suspended', 'not_started', 'over', 'not_secured', 'not_assigned']).nullable(),
  /** The last day of this right. */
  endsOn: date.nullable(),
})

const openProposal = z.strictObject({
  number: z.int(),
  side: z.enum(sides),
  state: z.enum(['prepared', 'open']),
  by: z.string(),
  createdAt: time,
  until: time.nullable(),
  preset: z.enum(presets).nullable(),
  rights: z.array(requestedRight),
  terms: termsShown,
  /** What this person may do with it. */
  may: z.array(z.enum(['accept', 'counter', 'decline', 'withdraw', 'release'])),
})

/** GET /api/o/{organisation}/customers/{managedCustomer}/profile */
export const getProfile = {
  params,
  answer: z.strictObject({
    id,
    partnershipId: id.nullable(),
    /** Address and contact details, with `organisation.view`. */
    contact: z
      .strictObject({
        street: z.string().nullable(),
        postalCode: z.string().nullable(),
        city: z.string().nullable(),
        country: z.string(),
        phone: z.string().nullable(),
        email: z.string().nullable(),
        website: z.string().nullable(),
      })
      .nullable(),
    request: z
      .strictObject({
        sentTo: z.string().nullable(),
        /** The sign-in address the answer came from, where it was another one. */
        answeredWith: z.string().nullable(),
        language: z.enum(languages),
        preparedBy: z.string(),
        releasedBy: z.string().nullable(),
        sentAt: time.nullable(),
        until: time.nullable(),
        /** What the mail server said when it refused. */
        deliveryReason: z.string().nullable(),
        timesPassedOn: z.int(),
        /** Who shall have the customer once it grants. */
        planned: z.array(z.strictObject({ kind: z.enum(['person', 'team']), name: z.string() })),
      })
      .nullable(),
    proposal: openProposal.nullable(),
    rights: z.array(differenceRow),
    requestedTerms: termsShown.nullable(),
    granted: z
      .strictObject({
        version: z.int(),
        terms: termsShown,
        at: time,
        startsAt: time,
        /** The last day; null until further notice. */
        endsOn: date.nullable(),
      })
      .nullable(),
    gates: z.strictObject({ byCustomerAt: time.nullable(), byOperatorAt: time.nullable(), namedPeopleOnly: z.boolean() }).nullable(),
    /** What the customer pays with, or the partner: brand and last four digits, never more. */
    paymentMethod: z
      .strictObject({ kind: z.enum(['card', 'iban', 'invoice', 'prepaid']), brand: z.string(), lastFour: z.string().nullable() })
      .nullable(),
    /** Those that a right to see reaches. */
    products: z.array(
      z.strictObject({
        id,
        name: z.string(),
        family: familyName,
        status: z.enum(['active', 'locked', 'cancelled']),
        owner: z.string(),
        payer: z.enum([...sides, 'other']),
        managedBy: z.array(z.enum(sides)),
      }),
    ),
    people: z.array(
      z.strictObject({
        id,
        name: z.string(),
        role: z.enum(roles),
        /** By which they have this customer. */
        by: z.enum(['role', 'assignment', 'team', 'time']),
        /** Teams of theirs that have this customer. */
        teams: z.array(z.string()),
        /** For a time: the only access, or more rights. Null: all that was granted. */
        forATime: z.array(z.strictObject({ id, rights: z.array(rightId).nullable(), until: time })),
        /** Null: all that was granted. */
        rights: z.array(rightId).nullable(),
        /** False where the customer admits named people only, and not this one. */
        admitted: z.boolean(),
      }),
    ),
    visits: z.array(
      z.strictObject({
        id,
        person: z.string(),
        startedAt: time,
        endedAt: time.nullable(),
        endedBy: z.enum(['person', 'customer', 'partner', 'time', 'operator']).nullable(),
        reason: z.string().nullable(),
      }),
    ),
    /** The customer has signed once, and two must sign. */
    secondSignature: waitsForSecond.nullable(),
    /** For legal representatives and administrators, newest first. */
    history: z.array(activityEntry),
  }),
  summary: 'One customer: requested, granted and effective rights, payment, products, people, visits and history',
}

/** GET …/conversation: every version of what was proposed and granted, the oldest first. */
export const getConversation = {
  params,
  answer: conversation,
  summary: 'Every version of what was proposed and granted, with who, when, what it changed and how it ended',
}

/** POST …/check: the profile was opened, so the mark "To check" goes. */
export const checkCustomer = {
  params,
  body: z.strictObject({}),
  answer: z.strictObject({ checked: z.boolean() }),
  summary: 'Takes the mark "to check" away',
}
