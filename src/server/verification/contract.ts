// How an organisation applies to be a verified partner, and how the operator decides.
import { z } from 'zod'
import { applicationKinds, applicationStates } from '../../domain/verification/application.ts'
import { proofWays } from '../../domain/verification/proof-of-domain.ts'
import { registerKinds } from '../../domain/verification/register-number.ts'
import { emailAddress } from '../identity/contract.ts'
import { words } from '../partnerships/contract.ts'

const id = z.uuid()
const at = z.iso.datetime()
const nothing = z.strictObject({})
const inOrganisation = z.strictObject({ organisation: id })
const line = (max: number) =>
  words(max)
    .min(1)
    .refine((text) => !text.includes('\n'))

const firm = z.strictObject({
  legalName: z.string(),
  country: z.string(),
  city: z.string(),
  registerNumber: z.string(),
  domain: z.string(),
})

const application = firm.extend({
  id,
  kind: z.enum(applicationKinds),
  state: z.enum(applicationStates),
  register: z.strictObject({ kind: z.enum(registerKinds), isChecked: z.boolean() }),
  contactEmail: z.string(),
  /** The way in which the domain was proven; null as long as it is not. */
  proof: z.enum(proofWays).nullable(),
  checkedAt: at.nullable(),
  appliedAt: at,
  decidedAt: at.nullable(),
  /** Why it was refused, in the operator’s words. */
  reason: z.string().nullable(),
})
export type ApplicationShown = z.output<typeof application>

/** GET /api/o/{organisation}/partner-application: how far the organisation is as a partner. */
export const getApplication = {
  params: inOrganisation,
  answer: z.strictObject({
    /** In the partner programme: requests can be sent, within the limits of whoever is not verified. */
    isEnrolled: z.boolean(),
    verified: firm.extend({ since: at, until: at, isOver: z.boolean() }).nullable(),
    /** The newest one. */
    application: application.nullable(),
    /** What an application begins with. */
    draft: firm.extend({ contactEmail: z.string() }),
    /** Where the proof belongs, and what it is; null without an open application. */
    toProve: z.strictObject({ text: z.string(), recordName: z.string(), fileUrl: z.url() }).nullable(),
    mayApply: z.boolean(),
  }),
  summary: 'How far the organisation is as a verified partner, and what proves its domain',
}

/** POST /api/o/{organisation}/partner-application. Problems: `invalid_name`, `invalid_register_number`, `invalid_domain`, `already_open`. */
export const applyForVerification = {
  params: inOrganisation,
  body: z.strictObject({
    legalName: z.string().trim().min(1).max(160),
    country: z.string().regex(/^[A-Z]{2}$/),
    city: line(80),
    registerNumber: z.string().trim().min(1).max(60),
    domain: z.string().trim().min(1).max(253),
    contactEmail: emailAddress,
  }),
  answer: nothing,
  summary: 'Applies as a partner, renews, or asks for another name, number or domain; the verified one stays until then',
}

/** POST …/partner-application/check: looks for the proof now. */
export const checkDomain = {
  params: inOrganisation,
  body: nothing,
  answer: nothing,
  summary: 'Looks for the proof of the domain, in a moment',
}

/** DELETE …/partner-application */
export const withdrawApplication = { params: inOrganisation, answer: nothing, summary: 'Takes the open application back' }

const ofApplication = z.strictObject({ application: id })
const named = z.strictObject({ id, name: z.string() })

/** GET /api/operator/applications?state= */
export const listApplications = {
  query: z.strictObject({ state: z.enum(applicationStates).default('open') }),
  answer: z.strictObject({ applications: z.array(application.extend({ organisation: named, lookAlikes: z.int() })) }),
  summary: 'Applications of partners, the oldest first while they wait, otherwise the newest',
}

/** GET /api/operator/applications/{application} */
export const getApplicationAsOperator = {
  params: ofApplication,
  answer: z.strictObject({
    application: application.extend({ appliedBy: z.string(), decidedBy: z.string().nullable() }),
    organisation: named.extend({ number: z.string(), createdAt: at, isEnrolled: z.boolean() }),
    verified: firm.extend({ since: at, until: at, isOver: z.boolean() }).nullable(),
    /** Firms it could be taken for; `provider` is the provider itself. */
    lookAlikes: z.array(
      z.strictObject({
        name: z.string(),
        organisationId: id.nullable(),
        how: z.enum(['same', 'reordered', 'near', 'contains', 'same_domain', 'same_number']),
      }),
    ),
    /** Earlier applications of this organisation, or with this number or domain, that were refused. */
    refusals: z.array(z.strictObject({ organisation: named, legalName: z.string(), at, reason: z.string() })),
    /** Whether the register number is another one than what is verified: a new legal person. */
    isNewLegalPerson: z.boolean(),
    /** Why this operator cannot decide; null when they can. */
    cannot: z.enum(['asker_cannot_answer']).nullable(),
  }),
  summary: 'One application with what was proven, look-alikes and earlier refusals',
}

/**
 * POST …/verify (fresh). `acknowledged`: the look-alikes were compared. Another register number is a new legal person, whom each customer has to
 * confirm, unless the operator found that it is the same one (`sameLegalPerson`). Problems: `domain_not_proven`, `look_alike`, `asker_cannot_answer`.
 */
export const verifyPartner = {
  params: ofApplication,
  body: z.strictObject({ acknowledged: z.boolean(), sameLegalPerson: z.boolean().default(false) }),
  answer: nothing,
  summary: 'Verifies a partner for twelve months, under the name, number and domain of the application',
}

/** POST …/refuse (fresh) */
export const refusePartner = {
  params: ofApplication,
  body: z.strictObject({ reason: words(1000).min(1) }),
  answer: nothing,
  summary: 'Refuses an application, with a reason that the organisation reads',
}

/** POST …/check */
export const checkDomainAsOperator = {
  params: ofApplication,
  body: nothing,
  answer: nothing,
  summary: 'Looks for the proof of the domain, in a moment',
}
