// Cases at the provider: a customer disputes what was done, both sides say their view once, the operator decides.

import { z } from 'zod'
import { caseKinds, caseOutcomes, caseStates, representationReasons } from '../../domain/case.ts'
import { activityEntry } from '../activity/contract.ts'
import { words } from '../partnerships/contract.ts'

const id = z.uuid()
const at = z.iso.datetime()
const named = z.strictObject({ id, name: z.string() })
export const viewMax = 2_000
const view = words(viewMax).min(1)
const whyToConfirm = z.enum(['representation', 'taken_over', 'new_legal_person'])
const nothing = z.strictObject({})

const row = z.strictObject({
  id,
  kind: z.enum(caseKinds),
  state: z.enum(caseStates),
  customer: named.nullable(),
  partner: named.nullable(),
  partnershipId: id.nullable(),
  openedAt: at,
  closedAt: at.nullable(),
  outcome: z.enum(caseOutcomes).nullable(),
})

/** A journal entry the case is about. `chain`: SHA-256 of the journal up to and including it, in hexadecimal. */
const entry = activityEntry.extend({ chain: z.string() })

const whole = row.extend({
  openedBy: z.string().nullable(),
  reason: z.string(),
  views: z.strictObject({ customer: z.string().nullable(), partner: z.string().nullable() }),
  outcomeText: z.string().nullable(),
  entries: z.array(entry),
})

const inOrganisation = z.strictObject({ organisation: id })
const ofCase = inOrganisation.extend({ case: id })

/** GET /api/o/{organisation}/cases: the disputes this organisation is part of, the latest fifty. */
export const listOwnCases = {
  params: inOrganisation,
  answer: z.strictObject({ cases: z.array(row) }),
  summary: 'The disputes of this organisation, as customer or as partner',
}

/** GET /api/o/{organisation}/cases/{case} */
export const getOwnCase = {
  params: ofCase,
  answer: whole.extend({ side: z.enum(['customer', 'partner']), mayStateView: z.boolean(), mayWithdraw: z.boolean() }),
  summary: 'One dispute: what it is about, what both sides say, how it ended',
}

/**
 * POST /api/o/{organisation}/partnerships/{partnership}/dispute: access is suspended at once, and the operator decides. `entries` are positions
 * of journal entries it is about, which this organisation may read. Problems: `already_open`, `not_active`.
 */
export const openDispute = {
  params: inOrganisation.extend({ partnership: id }),
  body: z.strictObject({ reason: view, entries: z.array(z.int().positive()).max(50) }),
  answer: z.strictObject({ id, receipt: z.strictObject({ id }).nullable() }),
  summary: 'Disputes what a partner did: access is suspended at once, and the provider’s operator decides',
}

/** POST /api/o/{organisation}/cases/{case}/view: once, for a side. Problems: `already_answered`, `case_closed`. */
export const stateView = {
  params: ofCase,
  body: z.strictObject({ text: view }),
  answer: nothing,
  summary: 'Says how this side sees it; once',
}

/**
 * POST /api/o/{organisation}/cases/{case}/withdraw (fresh): by the customer; access is open again. Where two legal representatives can, both
 * sign it. Problems: `case_closed`, `second_signature_asked`.
 */
export const withdrawDispute = { params: ofCase, body: nothing, answer: nothing, summary: 'Takes a dispute back; access is open again' }

/**
 * POST /api/o/{organisation}/partnerships/{partnership}/confirm (fresh): exactly what was read, as `confirmations` tells it. Problems:
 * `nothing_changed` when nothing was to be confirmed, `changed_meanwhile` when one of these does not wait as it was read,
 * `second_signature_asked` where two sign and something works again by it.
 */
export const confirmPartnership = {
  params: inOrganisation.extend({ partnership: id }),
  body: z.strictObject({
    read: z
      .array(z.strictObject({ why: whyToConfirm, askedAt: at }))
      .min(1)
      .max(3),
  }),
  answer: nothing,
  summary: 'Confirms a partnership that was taken over, or that a former representative agreed to',
}

/** GET /api/o/{organisation}/confirmations: partnerships to confirm or to end. */
export const listConfirmations = {
  params: inOrganisation,
  answer: z.strictObject({
    confirmations: z.array(
      z.strictObject({
        partnershipId: id,
        partner: z.string(),
        why: whyToConfirm,
        askedAt: at,
        dueAt: at.nullable(),
      }),
    ),
  }),
  summary: 'Partnerships that nobody who represents this organisation today has agreed to yet',
}

/** GET /api/operator/cases */
export const listCases = {
  query: z.strictObject({ state: z.enum(caseStates).default('open') }),
  answer: z.strictObject({ cases: z.array(row) }),
  summary: 'The cases, open ones by age, closed ones the latest first; at most two hundred',
}

/** GET /api/operator/cases/{case} */
export const getCase = {
  params: z.strictObject({ case: id }),
  answer: whole.extend({
    representation: z
      .strictObject({
        why: z.enum(representationReasons),
        email: z.string(),
        name: z.string(),
        documents: z.string(),
        openedByYou: z.boolean(),
      })
      .nullable(),
    outcomes: z.array(z.enum(caseOutcomes)),
  }),
  summary: 'One case with its entries and their proofs',
}

/** POST /api/operator/cases/{case}/close (fresh). Problems: `case_closed`, `outcome_not_fitting`, `second_operator_needed`. */
export const closeCase = {
  params: z.strictObject({ case: id }),
  body: z.strictObject({ outcome: z.enum(['noted', 'resumed', 'ended', 'appointed']), text: view }),
  answer: nothing,
  summary: 'Decides a case; what follows from it happens at once',
}

/**
 * POST /api/operator/organisations/{organisation}/representation (fresh): on documents, somebody else is to represent the organisation. Sensitive
 * rights of all its partners stop working at once; another operator appoints. Problems: `already_open`, `unknown_person`.
 */
export const askForRepresentative = {
  params: z.strictObject({ organisation: id }),
  body: z.strictObject({ why: z.enum(representationReasons), email: z.email().max(254), documents: view }),
  answer: z.strictObject({ id }),
  summary: 'Opens the appointment of another legal representative; sensitive rights stop working at once',
}

/**
 * POST /api/operator/taken-over (fresh): partnerships that existed before. View and manage only; whatever is sensitive needs consent. `dryRun` says
 * what would come of each row. Problems: `partner_not_verified`, `not_entitled` (nobody decides about an organisation of their own).
 */
export const takeOver = {
  body: z.strictObject({
    partnerNumber: z.string().max(20),
    customerNumbers: z.array(z.string().max(20)).min(1).max(1_000),
    access: z.enum(['read_only', 'limited']),
    dryRun: z.boolean(),
  }),
  answer: z.strictObject({
    rows: z.array(
      z.strictObject({ customerNumber: z.string(), result: z.enum(['taken_over', 'already_customer', 'unknown', 'own_organisation']) }),
    ),
  }),
  summary: 'Takes over partnerships that existed before, without sensitive rights; each customer is told and confirms',
}
