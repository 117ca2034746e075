// Two signatures: what waits for a second one, exactly what is signed, and the setting itself. For the customer's legal representatives.
import { z } from 'zod'
import { signatureReasons } from '../../domain/partnership/enlargement.ts'
import { signatureStates, signedActs } from '../../domain/partnership/signature.ts'
import { grantedScopes, heldRight, rightId, terms } from '../partnerships/contract.ts'

const id = z.uuid()
const time = z.iso.datetime()
const digest = z.string().regex(/^[0-9a-f]{64}$/)
const inOrganisation = z.strictObject({ organisation: id })
const ofSignature = inOrganisation.extend({ signature: id })
const nothing = z.strictObject({})

const waiting = z.strictObject({
  id,
  act: z.enum(signedActs),
  reason: z.enum(signatureReasons),
  partner: z.string().nullable(),
  partnershipId: id.nullable(),
  firstBy: z.string(),
  firstAt: time,
  until: time,
  /** What this person can do with it. */
  may: z.array(z.enum(['sign', 'refuse', 'withdraw'])),
})

/** GET /api/o/{organisation}/signatures */
export const listSignatures = {
  params: inOrganisation,
  answer: z.strictObject({ waiting: z.array(waiting) }),
  summary: 'What a first legal representative signed and a second one has yet to sign',
}

/** GET /api/o/{organisation}/signatures/{signature}: exactly what is signed; `digest` is of all of it. */
export const getSignature = {
  params: ofSignature,
  answer: waiting.extend({
    state: z.enum(signatureStates),
    secondBy: z.string().nullable(),
    secondAt: time.nullable(),
    digest,
    /** All that is in force or on offer afterwards. */
    rights: z.array(grantedScopes),
    /** Of these, what is not in force today. */
    added: z.array(rightId),
    /** In force today, and not any more afterwards. */
    removed: z.array(rightId),
    terms: terms.nullable(),
    /** Where rights are granted as another partner holds them: each with its own period. Empty where the terms alone say until when. */
    held: z.array(heldRight),
    /** The partner whose access ends at the moment in which this one begins. */
    inPlaceOf: z.string().nullable(),
    /** The access that was stopped is opened again. */
    opens: z.boolean(),
    settings: z.array(z.string()),
    /** Who is newly admitted by name. */
    people: z.array(z.string()),
    /** Who is told of visits no more. */
    untold: z.array(z.string()),
    /** Who becomes a legal representative, by name or address; and who is none any more. */
    named: z.array(z.string()),
    dismissed: z.array(z.string()),
    /** How long a visit may last afterwards. */
    visitLimits: z.strictObject({ idleMinutes: z.int(), hours: z.number() }).nullable(),
  }),
  summary: 'Exactly what was signed and waits for the second signature',
}

/**
 * POST …/sign (fresh): carries it out, if it still is what both saw. Problems: `asker_cannot_answer` (nobody is the second of their own),
 * `changed_meanwhile` (it has changed, and the first signature is void).
 */
export const signSecond = {
  params: ofSignature,
  body: z.strictObject({ digest }),
  answer: nothing,
  summary: 'Signs as the second legal representative, which carries it out',
}

/** POST …/refuse */
export const refuseSignature = { params: ofSignature, answer: nothing, summary: 'Refuses the second signature' }

/** POST …/withdraw: by whoever signed first. */
export const withdrawSignature = { params: ofSignature, answer: nothing, summary: 'Takes back a first signature' }

/** GET /api/o/{organisation}/signature-rule */
export const getSignatureRule = {
  params: inOrganisation,
  answer: z.strictObject({ twoSignatures: z.boolean(), representatives: z.int(), mayChange: z.boolean() }),
  summary: 'Whether one or two legal representatives sign what enlarges the access of partners',
}

/** PUT …/signature-rule (fresh): from two to one needs both. Problems: `second_representative_missing`, `second_signature_asked`. */
export const setSignatureRule = {
  params: inOrganisation,
  body: z.strictObject({ twoSignatures: z.boolean() }),
  answer: nothing,
  summary: 'Sets whether one or two legal representatives sign',
}
