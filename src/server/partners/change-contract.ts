// Every way for a customer to change, stop or end what its partners may do, to answer them, and to begin with one.

import { z } from 'zod'
import { namesMax } from '../authorization/catalogue-contract.ts'
import { grantedScopes, reasonMax, rightId, scope, spendingLimit, terms, words } from '../partnerships/contract.ts'
import { closingShown } from '../partnerships/ending-contract.ts'

const id = z.uuid()
const nothing = z.strictObject({})
const ofPartnership = z.strictObject({ organisation: id, partnership: id })
/** The version of the grant that was on screen: another one by now is `changed_meanwhile`. */
const version = z.int().positive()
/** What was taken back, when it was closed: GET …/receipts/{receipt}. Null when nothing was taken back. */
const receipt = z.strictObject({ id }).nullable()
const chosen = z.array(grantedScopes).max(namesMax)

/** POST …/narrow: fewer rights or a nearer end, at once. Problems: `enlarges`, `nothing_changed`, `changed_meanwhile`. */
export const narrowRights = {
  params: ofPartnership,
  body: z.strictObject({ version, keep: chosen, end: terms.shape.end.nullable() }),
  answer: z.strictObject({ version, receipt }),
}

/** POST …/narrow/preview: what …/narrow with the same body would close at once; changes nothing. Problems: those of …/narrow. */
export const previewNarrowing = {
  params: ofPartnership,
  body: narrowRights.body,
  answer: closingShown.pick({ waysIn: true, waysLeft: true }),
  changesNothing: true,
  summary: 'What taking rights away would close at once; changes nothing',
}

/** PUT …/grant (fresh): the grant as it is wanted from now on. `renew`: sensitive rights begin their 12 months again. */
export const changeGrant = {
  params: ofPartnership,
  body: z.strictObject({ version, rights: chosen, terms, renew: z.boolean() }),
  answer: z.strictObject({ version, needsSecureSignIn: z.boolean(), receipt }),
}

/** POST …/undo (fresh): for a day, what narrowing it by mistake took away is back, with the ends it had. Problems: `undo_over`, `changed_meanwhile`. */
export const undoNarrowing = {
  params: ofPartnership,
  body: z.strictObject({ version }),
  answer: z.strictObject({ version, needsSecureSignIn: z.boolean() }),
  summary: 'Takes a narrowing back: a new version with what it removed, for 24 hours after it',
}

/** POST …/opened: what a partner asks for was on screen; kept once, as a time and nothing else. */
export const noteOpeningOfProposal = {
  params: ofPartnership,
  body: nothing,
  answer: nothing,
  summary: 'Keeps when what a partner asks for was first opened, and nothing else',
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
export const stopAccess = { params: ofPartnership, body: nothing, answer: z.strictObject({ visitsEnded: z.int(), receipt }) }

/** GET …/stopping: what …/stop would close at once. */
export const previewStopping = { params: ofPartnership, answer: closingShown, summary: 'What stopping the access would close at once' }

/** POST …/resume (fresh): opens the customer’s own gate; what the operator closed stays closed. */
export const resumeAccess = { params: ofPartnership, body: nothing, answer: nothing }

/**
 * POST …/end (fresh): considered, for good. `removeMembers`: people this partner invited who go with it; `not_found` for anybody else.
 * `block`: further requests of this partner do not reach the organisation.
 */
export const endPartnership = {
  params: ofPartnership,
  body: z.strictObject({
    reason: words(reasonMax).min(1).nullable(),
    removeMembers: z.array(id).max(500).default([]),
    block: z.boolean().default(false),
  }),
  answer: z.strictObject({ visitsEnded: z.int(), receipt }),
}

/** PUT …/people: named people only, and who they are. Visits of others end at once. */
export const admitPeople = {
  params: ofPartnership,
  body: z.strictObject({ namedPeopleOnly: z.boolean(), people: z.array(id).max(500) }),
  answer: z.strictObject({ receipt }),
}

/**
 * DELETE …/visits/{visit}: ends one visit; the person may enter again unless access is stopped.
 * `everywhere`: all visits of its person under this partnership, also where that one is over.
 */
export const endVisit = {
  params: ofPartnership.extend({ visit: id }),
  query: z.strictObject({ everywhere: z.enum(['true']).optional() }),
  answer: z.strictObject({ receipt }),
}

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
    notGranted: z.array(rightId).max(namesMax),
    terms,
  }),
  answer: z.strictObject({
    outcome: z.enum(['as_asked', 'different', 'proposed']),
    rows: z.array(differenceRow),
    needsSecureSignIn: z.boolean(),
  }),
}

/** POST …/proposal/decline: `block` keeps further requests of this partner away. */
export const declineProposal = {
  params: ofPartnership,
  body: z.strictObject({ proposalId: id, reason: words(reasonMax).min(1).nullable().optional(), block: z.boolean().default(false) }),
  answer: nothing,
}
/** POST …/proposal/withdraw */
export const withdrawProposal = { params: ofPartnership, body: z.strictObject({ proposalId: id }), answer: nothing }

/** POST /api/o/{organisation}/partnerships (fresh): an offer, which the partner's legal representative accepts or refuses. */
export const offerPartnership = {
  params: z.strictObject({ organisation: id }),
  body: z.strictObject({ partnerId: id, rights: chosen, terms }),
  answer: z.strictObject({ partnershipId: id }),
}
