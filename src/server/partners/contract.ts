// The customer's own pages about its partners: who has access to what now, and every way to change or end it.
import { z } from 'zod'
import { roles, sides } from '../../domain/organisation.ts'
import { families, rightIds } from '../../domain/rights/catalogue.ts'
import { presets } from '../../domain/rights/presets.ts'
import { acts } from '../../domain/who-may.ts'
import { grantedScopes, requestedRight, rightId, scope, spendingLimit, terms } from '../partnerships/contract.ts'

const id = z.uuid()
const time = z.iso.datetime()
const nothing = z.strictObject({})
const inOrganisation = z.strictObject({ organisation: id })
const ofPartnership = z.strictObject({ organisation: id, partnership: id })
/** The version of the grant that was on screen: another one by now is `changed_meanwhile`. */
const version = z.int().positive()
const chosen = z.array(grantedScopes).max(rightIds.length)
const may = z.array(z.enum(acts))

const partner = z.strictObject({
  id,
  name: z.string(),
  domain: z.string().nullable(),
  registerNumber: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string(),
})
const state = z.enum(['proposed', 'active', 'suspended_by_customer', 'suspended_by_operator', 'ended', 'not_concluded'])
const visitNow = z.strictObject({ id, person: z.string(), startedAt: time })
const openProposal = z.strictObject({ side: z.enum(sides), until: time, rights: z.int() })

/** GET /api/o/{organisation}/partnerships */
export const listPartnerships = {
  params: inOrganisation,
  answer: z.strictObject({
    may,
    partnerships: z.array(
      z.strictObject({
        id,
        partner,
        state,
        access: z.enum([...presets, 'custom']).nullable(),
        rights: z.int(),
        sensitive: z.int(),
        payer: z.enum(sides).nullable(),
        notAfter: time.nullable(),
        since: time.nullable(),
        endedAt: time.nullable(),
        visitsNow: z.array(visitNow),
        lastVisitAt: time.nullable(),
        /** Waits for this organisation (side partner) or for the partner (side customer). */
        proposal: openProposal.nullable(),
      }),
    ),
    /** Requests to this organisation, or to this person, that nobody has answered. */
    requests: z.array(z.strictObject({ id, partner: z.string(), until: time, sentAt: time, path: z.string() })),
  }),
}

const paymentMethod = z.strictObject({
  id,
  kind: z.enum(['card', 'iban', 'invoice', 'prepaid']),
  brand: z.string(),
  lastFour: z.string().nullable(),
  isDefault: z.boolean(),
})

/** GET /api/o/{organisation}/partnerships/{partnership} */
export const getPartnership = {
  params: ofPartnership,
  answer: z.strictObject({
    id,
    partner,
    state,
    may,
    startedBy: z.enum(sides),
    since: time.nullable(),
    endedAt: time.nullable(),
    endedBy: z.enum(['partner', 'customer', 'operator', 'time']).nullable(),
    suspendedAt: time.nullable(),
    grant: z
      .strictObject({
        version,
        rights: z.array(
          grantedScopes.extend({
            /** Whether it can be used now: begun, not over, secured, not suspended. */
            isEffective: z.boolean(),
            notAfter: time.nullable(),
            lastUsedAt: time.nullable(),
          }),
        ),
        terms,
        notAfter: time.nullable(),
        grantedBy: z.string(),
        grantedAt: time,
        /** False: sensitive rights wait until whoever granted them sets a password. */
        isSecured: z.boolean(),
      })
      .nullable(),
    /** What the customer owns and can pay with; empty for whoever may not change the grant. */
    products: z.array(z.strictObject({ id, family: z.enum(families), name: z.string() })),
    paymentMethods: z.array(paymentMethod),
    namedPeopleOnly: z.boolean(),
    people: z.array(z.strictObject({ id, name: z.string(), role: z.enum(roles), isAssigned: z.boolean(), isAdmitted: z.boolean() })),
    visits: z.array(
      z.strictObject({
        id,
        person: z.string(),
        reason: z.string().nullable(),
        startedAt: time,
        endedAt: time.nullable(),
        endedBy: z.enum(['person', 'customer', 'partner', 'time', 'operator']).nullable(),
        reads: z.int(),
        changes: z.int(),
      }),
    ),
    proposal: z
      .strictObject({
        id,
        side: z.enum(sides),
        by: z.string(),
        rights: z.array(requestedRight),
        terms,
        preset: z.enum(presets).nullable(),
        createdAt: time,
        until: time,
        /** Why this person cannot answer or withdraw it; null when they can. */
        cannot: z.enum(['not_entitled', 'asker_cannot_answer']).nullable(),
      })
      .nullable(),
  }),
}

/** POST …/narrow: fewer rights or a nearer end, at once. Problems: `enlarges`, `nothing_changed`, `changed_meanwhile`. */
export const narrowRights = {
  params: ofPartnership,
  body: z.strictObject({ version, keep: chosen, end: terms.shape.end.nullable() }),
  answer: z.strictObject({ version }),
}

/** PUT …/grant (fresh): the grant as it is wanted from now on. `renew`: sensitive rights begin their 12 months again. */
export const changeGrant = {
  params: ofPartnership,
  body: z.strictObject({ version, rights: chosen, terms, renew: z.boolean() }),
  answer: z.strictObject({ version, needsPassword: z.boolean() }),
}

/** PUT …/payment: with what, and up to how much; at once. Making the partner pay is `ask-to-pay`. */
export const changePayment = {
  params: ofPartnership,
  body: z.strictObject({ version, paymentMethodId: terms.shape.paymentMethodId, spendingLimit: spendingLimit.nullable() }),
  answer: z.strictObject({ version }),
}

/** POST …/ask-to-pay: a question to the partner; what is in force stays. Problems: `already_open`. */
export const askToPay = { params: ofPartnership, body: z.strictObject({ version }), answer: nothing }

/** POST …/stop: one tap, for every legal representative and administrator. Visits end at once. */
export const stopAccess = { params: ofPartnership, body: nothing, answer: z.strictObject({ visitsEnded: z.int() }) }

/** POST …/resume (fresh) */
export const resumeAccess = { params: ofPartnership, body: nothing, answer: nothing }

/** GET …/ending: what would follow. */
export const previewEnding = {
  params: ofPartnership,
  answer: z.strictObject({
    rights: z.int(),
    visitsNow: z.array(z.string()),
    people: z.int(),
    openProposal: z.boolean(),
    /** Products the partner pays today: from the end on the customer pays their renewals. */
    paidByPartner: z.int(),
  }),
}

/** POST …/end (fresh): considered, for good. */
export const endPartnership = {
  params: ofPartnership,
  body: z.strictObject({ reason: z.string().trim().min(1).max(500).nullable() }),
  answer: z.strictObject({ visitsEnded: z.int() }),
}

/** PUT …/people: named people only, and who they are. Visits of others end at once. */
export const admitPeople = {
  params: ofPartnership,
  body: z.strictObject({ namedPeopleOnly: z.boolean(), people: z.array(id).max(500) }),
  answer: nothing,
}

/** DELETE …/visits/{visit}: ends one visit; the person may enter again unless access is stopped. */
export const endVisit = { params: ofPartnership.extend({ visit: id }), answer: nothing }

const differenceRow = z.strictObject({
  right: rightId,
  requested: z.boolean(),
  required: z.boolean(),
  granted: z.array(scope),
  kind: z.enum(['as_requested', 'narrower', 'left_out', 'added']),
})

/** POST …/proposal/answer (fresh): a later request or counter-proposal of the partner. */
export const answerProposal = {
  params: ofPartnership,
  body: z.strictObject({
    proposalId: id,
    decision: z.enum(['grant', 'propose']),
    rights: chosen,
    notGranted: z.array(rightId).max(rightIds.length),
    terms,
  }),
  answer: z.strictObject({
    outcome: z.enum(['as_asked', 'different', 'proposed']),
    rows: z.array(differenceRow),
    needsPassword: z.boolean(),
  }),
}

/** POST …/proposal/decline and …/proposal/withdraw */
export const declineProposal = { params: ofPartnership, body: z.strictObject({ proposalId: id }), answer: nothing }
export const withdrawProposal = { params: ofPartnership, body: z.strictObject({ proposalId: id }), answer: nothing }

/** GET /api/o/{organisation}/verified-partners?search=: by name or domain, at most 20. */
export const findPartners = {
  params: inOrganisation,
  query: z.strictObject({ search: z.string().trim().min(2).max(100) }),
  answer: z.strictObject({ partners: z.array(partner.extend({ partnershipId: id.nullable() })) }),
}

/** POST /api/o/{organisation}/partnerships (fresh): an offer, which the partner's legal representative accepts or refuses. */
export const offerPartnership = {
  params: inOrganisation,
  body: z.strictObject({ partnerId: id, rights: chosen, terms }),
  answer: z.strictObject({ partnershipId: id }),
}
