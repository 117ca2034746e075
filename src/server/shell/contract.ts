// What the frame of the Manager asks: who am I, which house am I in, where else may I go, what is next.

import { z } from 'zod'
import { languages } from '../../domain/language.ts'
import { roles } from '../../domain/organisation.ts'
import { familyName } from '../authorization/catalogue-contract.ts'

const id = z.uuid()
const count = z.int().nonnegative()
const money = z.strictObject({ amount: z.int(), currency: z.string().length(3) })

/** GET /api/me: the signed-in person and their own organisations; 401 when nobody is signed in. */
export const getMe = {
  answer: z.strictObject({
    person: z.strictObject({
      id,
      name: z.string(),
      email: z.string(),
      language: z.enum(languages),
      strength: z.enum(['email', 'password', 'two_factors']),
      hasPassword: z.boolean(),
      hasPasskey: z.boolean(),
      hasSecondFactor: z.boolean(),
      /** Single keys act on lists. */
      hasShortcuts: z.boolean(),
    }),
    /** Works for the provider: the console at /operator is open. */
    isOperator: z.boolean(),
    organisations: z.array(
      z.strictObject({
        id,
        name: z.string(),
        number: z.string(),
        role: z.enum(roles),
        isPartner: z.boolean(),
        isVerifiedPartner: z.boolean(),
      }),
    ),
  }),
}

/** PUT /api/me/language: the language of screens and mails. */
export const setLanguage = { body: z.strictObject({ language: z.enum(languages) }), answer: z.strictObject({}) }

/** GET /api/o/{organisation}/shell */
export const getOwnShell = {
  params: z.strictObject({ organisation: id }),
  answer: z.strictObject({
    organisation: z.strictObject({ id, name: z.string(), number: z.string(), isPartner: z.boolean() }),
    role: z.enum(roles),
    toCheckCount: count,
    openRequestsCount: count,
    /** What was used already: only that stands in the navigation. */
    uses: z.array(z.enum(['lists', 'campaigns', 'templates', 'reviews'])),
  }),
}

const switchableCustomer = z.strictObject({
  partnershipId: id,
  customerName: z.string(),
  customerNumber: z.string(),
  partnerName: z.string(),
  /** The id of the preset the rights come closest to ("limited"), or "custom". */
  access: z.enum(['full', 'limited', 'read_only', 'billing_only', 'custom']),
  endsOn: z.iso.date().nullable(),
  pinned: z.boolean(),
  recent: z.boolean(),
})

/** GET /api/o/{organisation}/switcher?search=: the customers this person may enter, pinned first, then recent, then by name; at most 50. */
export const getSwitcher = {
  params: z.strictObject({ organisation: id }),
  query: z.strictObject({ search: z.string().max(200).optional() }),
  answer: z.strictObject({ customers: z.array(switchableCustomer), total: count }),
}

/** PUT /api/o/{organisation}/switcher/{partnership}: keeps a customer at the top of this person's switcher, or no longer. */
export const pinCustomer = {
  params: z.strictObject({ organisation: id, partnership: id }),
  body: z.strictObject({ pinned: z.boolean() }),
  answer: z.strictObject({}),
}

/** GET /api/o/{organisation}/overview: the dashboard. What this person may not see is zero, empty or null. */
export const getOverview = {
  params: z.strictObject({ organisation: id }),
  answer: z.strictObject({
    products: z.array(z.strictObject({ family: familyName, count })),
    /** Requests of partners that wait for this organisation's answer. */
    openRequests: count,
    partners: z.array(z.strictObject({ name: z.string(), partnershipId: id })),
    /** Answered requests of this organisation as a partner, not looked at yet. */
    toCheck: count,
    /** Requests that administrators prepared and this person may release. */
    toRelease: count,
    visitsNow: z.array(z.strictObject({ person: z.string(), partner: z.string(), partnershipId: id })),
    invoicesDue: z.strictObject({ count, total: money }).nullable(),
  }),
}

/** GET /api/o/{organisation}/live: server-sent events `changed`. `since` is the header Journal-Position of an earlier answer: what happened after it is told first. */
export const live = {
  params: z.strictObject({ organisation: id }),
  query: z.strictObject({ since: z.coerce.number().int().nonnegative().optional() }),
  answer: z.unknown(),
}
