// The page behind a request's link: what anybody with the link may see, proving the address, and the one answer that decides.

import { z } from 'zod'
import { languages } from '../../domain/language.ts'
import { roles, sides } from '../../domain/organisation.ts'
import { presets } from '../../domain/rights/presets.ts'
import { familyName, namesMax, rightName } from '../authorization/catalogue-contract.ts'
import { secondFactors, sixDigits } from '../identity/contract.ts'
import { grantedScopes, requestedRight, rightId, scope, terms } from '../partnerships/contract.ts'
import { versionDifference } from '../partnerships/conversation-contract.ts'
import { preview } from '../partnerships/preview-contract.ts'

const id = z.uuid()
const time = z.iso.datetime()
const token = z.string().regex(/^[A-Za-z0-9_-]{20,100}$/)
const params = z.strictObject({ token })
/** Which of the addresses the request was sent or passed on to; 1 is the invited one. */
const addressNumber = z.int().min(1).max(10)
const nothing = z.strictObject({})

const asker = z.strictObject({
  name: z.string(),
  /** The domain the operator verified; null for a partner that is not verified. */
  domain: z.string().nullable(),
  registerNumber: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string(),
  /** What it was called until it changed its name, for a year. */
  formerName: z.string().nullable(),
})

/** GET /api/requests/{token}: who asks and until when. Nothing else, and nothing is consumed. Unknown links and all others are the same 404. */
export const openRequest = {
  params,
  answer: z.strictObject({
    partner: asker,
    state: z.enum(['open', 'answered', 'withdrawn', 'expired']),
    until: time.nullable(),
    language: z.enum(languages),
    /** Where a code can be sent, hidden but for two letters and the domain. Empty when a customer number was asked. */
    addresses: z.array(z.strictObject({ number: addressNumber, hint: z.string() })),
  }),
}

/** POST /api/requests/{token}/code: six digits to that address. */
export const sendRequestCode = {
  params,
  body: z.strictObject({ address: addressNumber, language: z.enum(languages) }),
  answer: nothing,
}

/**
 * POST /api/requests/{token}/verify: signs in whoever has the code; a person who is signed in already adds the address to what they
 * proved instead. `name` asks for one, to be sent with the same code; `second_factor` goes on at POST /api/sign-in/second-factor or …/passkey.
 * Problems: `code_wrong`, `code_expired`, `invalid_name`, `too_many_requests`.
 */
export const verifyRequestCode = {
  params,
  body: z.strictObject({
    address: addressNumber,
    code: sixDigits,
    name: z.string().trim().min(1).max(160).optional(),
    language: z.enum(languages),
  }),
  answer: z.strictObject({
    next: z.enum(['consent', 'name', 'second_factor']),
    continuation: z.string().nullable(),
    secondFactors: z.array(z.enum(secondFactors)),
  }),
}

const product = z.strictObject({ id, family: familyName, name: z.string() })
const paymentMethod = z.strictObject({
  id,
  kind: z.enum(['card', 'iban', 'invoice', 'prepaid']),
  brand: z.string(),
  lastFour: z.string().nullable(),
  isDefault: z.boolean(),
})

const chosenOrganisation = z.strictObject({
  id,
  name: z.string(),
  role: z.enum(roles),
  may: z.array(z.enum(['answer', 'decline', 'pass_on'])),
  /** Why this person cannot answer for this organisation; null when they can. */
  cannotAnswer: z.enum(['not_entitled', 'own_organisation', 'asker_cannot_answer']).nullable(),
  products: z.array(product),
  paymentMethods: z.array(paymentMethod),
  /** What this partner may do here already; what is granted now is added to it. */
  alreadyGranted: z.array(grantedScopes),
  /** Who serves this organisation already, and which of the rights asked for they have too. */
  otherPartners: z.array(z.strictObject({ partnershipId: id, name: z.string(), sharedRights: z.array(rightId) })),
  /** What somebody of this organisation who may not decide suggests to answer. */
  suggestion: z
    .strictObject({
      by: z.string(),
      isOwn: z.boolean(),
      at: time,
      rights: z.array(grantedScopes),
      notGranted: z.array(rightId),
      terms,
    })
    .nullable(),
  /** The address that was asked, where it is neither the own one nor in a domain of this organisation, and such a domain. */
  addressElsewhere: z.strictObject({ address: z.string(), domain: z.string() }).nullable(),
  /** Whom to ask when one may not decide. */
  representatives: z.array(z.strictObject({ id, name: z.string() })),
})

/** GET /api/requests/{token}/consent?organisation=: what is asked, for a person who proved an address. */
export const getConsent = {
  params,
  query: z.strictObject({ organisation: id.optional() }),
  answer: z.strictObject({
    partner: asker.extend({
      id,
      people: z.array(z.strictObject({ name: z.string(), role: z.enum(roles) })),
      /** The domain of the address of whoever asks, where it is not the verified one. */
      otherDomain: z.string().nullable(),
    }),
    proposal: z.strictObject({
      id,
      askedBy: z.string(),
      preset: z.enum(presets).nullable(),
      rights: z.array(requestedRight),
      terms,
      sentAt: time,
      until: time,
    }),
    /** What the partner changed since an earlier version that had gone out; null when there was none. */
    revised: z.strictObject({ at: time, differences: z.array(versionDifference).readonly() }).nullable(),
    organisations: z.array(z.strictObject({ id, name: z.string(), number: z.string(), role: z.enum(roles) })),
    organisation: chosenOrganisation.nullable(),
  }),
}

/** One row of the difference between what was asked and what was granted. */
export const differenceRow = z.strictObject({
  right: rightName,
  requested: z.boolean(),
  required: z.boolean(),
  granted: z.array(scope),
  kind: z.enum(['as_requested', 'narrower', 'left_out', 'added']),
})

/** POST /api/requests/{token}/answer: decides, once. `proposalId` is the version that was on screen. */
export const answerRequest = {
  params,
  body: z.strictObject({
    organisationId: id,
    proposalId: id,
    decision: z.enum(['grant', 'propose']),
    rights: z.array(grantedScopes).max(namesMax),
    notGranted: z.array(rightId).max(namesMax),
    terms,
  }),
  answer: z.strictObject({
    outcome: z.enum(['as_asked', 'different', 'proposed']),
    organisationId: id,
    organisationName: z.string(),
    partnershipId: id,
    partnerName: z.string(),
    rows: z.array(differenceRow),
    payer: z.enum(sides).nullable(),
    notAfter: time.nullable(),
    /** Sensitive rights wait until whoever granted them can sign in with more than an emailed code. */
    needsSecureSignIn: z.boolean(),
  }),
}

/** POST /api/requests/{token}/suggest: for whoever decides to find filled in; decides nothing. */
export const suggestAnswer = {
  params,
  body: answerRequest.body.omit({ decision: true }),
  answer: nothing,
  summary: 'Leaves a suggestion for whoever may answer; only the own organisation reads it',
}

/** POST /api/requests/{token}/pass-on: to the one who may decide, by address or, within an organisation, by name. */
export const passOnRequest = {
  params,
  body: z.union([z.strictObject({ email: z.string().trim().max(254) }), z.strictObject({ organisationId: id, personId: id })]),
  answer: z.strictObject({ to: z.string() }),
}

/** POST /api/requests/{token}/preview: before anything is granted. Problems: `address_not_proven`, `not_found`. */
export const previewRequested = {
  params,
  body: z.strictObject({ organisationId: id, personId: id.nullable(), rights: z.array(grantedScopes).max(namesMax) }),
  answer: preview,
  changesNothing: true,
  summary: 'What the partner who asks would see with these rights, before they are granted; changes nothing',
}
