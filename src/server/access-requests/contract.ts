// What collaborators ask of their own partner: a customer, or rights of one they have, for a time; who answers, and how the partner wants it.

import { z } from 'zod'
import { mostHours } from '../../domain/access-request.ts'
import { namesMax, rightName } from '../authorization/catalogue-contract.ts'
import { words } from '../partnerships/contract.ts'

const id = z.uuid()
const time = z.iso.datetime()
const inOrganisation = z.strictObject({ organisation: id })
const ofRequest = z.strictObject({ organisation: id, request: id })
const rights = z.array(rightName).max(namesMax).nullable()
const hours = z.int().min(1).max(mostHours.customer).nullable()
const approvers = z.union([z.literal(1), z.literal(2)])
export const whyMax = 500

/** One line or a few, in the asker's words; read inside the partner only. */
const why = words(whyMax).min(1)

const rules = z.strictObject({
  /** Collaborators see name, city and status of customers they do not have, and may ask for them. */
  listIsVisible: z.boolean(),
  approversForCustomers: approvers,
  approversForRights: approvers,
  /** For how long rights are given at most; sensitive ones never beyond twelve hours. */
  rightsHours: z.int().min(1).max(mostHours.rights),
})

/** GET /api/o/{organisation}/access-rules */
export const getAccessRules = {
  params: inOrganisation,
  answer: rules.extend({ mayChange: z.boolean() }),
  summary: 'How the partner handles what its collaborators ask for',
}

/** PUT /api/o/{organisation}/access-rules. Problems: `not_enough_approvers`. */
export const setAccessRules = {
  params: inOrganisation,
  body: rules,
  answer: z.strictObject({}),
  summary: 'Says how the partner handles what its collaborators ask for',
}

/** GET /api/o/{organisation}/other-customers: those a collaborator does not have, where the partner shows them. Name, city and status, nothing else. */
export const listOtherCustomers = {
  params: inOrganisation,
  query: z.strictObject({ search: z.string().max(200).optional(), after: z.string().max(300).optional() }),
  answer: z.strictObject({
    isVisible: z.boolean(),
    customers: z.array(
      z.strictObject({
        id,
        name: z.string(),
        city: z.string().nullable(),
        status: z.enum(['active', 'suspended']),
        /** The own request for it that waits. */
        request: id.nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
  summary: 'Customers of the partner that this collaborator does not have, by name',
}

const request = z.strictObject({
  id,
  managedCustomerId: id,
  customer: z.string(),
  person: z.strictObject({ id, name: z.string() }),
  /** Null: the customer, with all that was granted. */
  rights,
  /** Null: until it is taken away. */
  hours,
  why: z.string(),
  state: z.enum(['open', 'granted', 'declined', 'withdrawn', 'lapsed']),
  askedAt: time,
  approvedBy: z.array(z.string()),
  approversNeeded: approvers,
  until: time.nullable(),
  may: z.array(z.enum(['approve', 'decline', 'withdraw'])),
})
export type AccessRequestShown = z.output<typeof request>

/** GET /api/o/{organisation}/access-requests: what waits first, then the latest; collaborators see their own. */
export const listAccessRequests = {
  params: inOrganisation,
  answer: z.strictObject({ requests: z.array(request) }),
  summary: 'What collaborators asked for, and what became of it',
}

/** POST /api/o/{organisation}/access-requests. Problems: those of the domain, and `already_open`. */
export const askForAccess = {
  params: inOrganisation,
  body: z.strictObject({ managedCustomerId: id, rights, hours, why }),
  answer: z.strictObject({ id }),
  summary: 'Asks the own administrators for a customer, or for rights of one',
}

/** POST …/access-requests/{request}/approve, /decline, /withdraw. Problems: `asker_cannot_answer`, `already_answered`, `request_expired`. */
export const approveAccess = {
  params: ofRequest,
  answer: z.strictObject({ state: z.enum(['granted', 'waits']) }),
  summary: 'Approves what a collaborator asked for; the last approval that is needed gives it',
}
export const declineAccess = { params: ofRequest, answer: z.strictObject({}), summary: 'Declines what a collaborator asked for' }
export const withdrawAccess = { params: ofRequest, answer: z.strictObject({}), summary: 'Takes back what one asked for oneself' }
