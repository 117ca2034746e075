// The operator console: who works for the provider, which organisations there are, and how the house is doing.
import { z } from 'zod'
import { roles } from '../../domain/organisation.ts'
import { successionStates } from '../../domain/partnership/succession.ts'

const id = z.uuid()
const at = z.iso.datetime()
const count = z.int().nonnegative()
const named = z.strictObject({ id, name: z.string() })

/** GET /api/operator/shell */
export const getConsole = {
  answer: z.strictObject({
    person: named,
    /** What waits for a decision. */
    waiting: z.strictObject({ applications: count }),
  }),
  summary: 'Who works here, and what waits for a decision',
}

/** GET /api/operator/health */
export const getHealth = {
  answer: z.strictObject({
    journal: z.strictObject({
      /** The number of the newest entry. */
      position: z.int(),
      at,
      epoch: z.int(),
      /** SHA-256 of the whole journal up to here, in hexadecimal. */
      chain: z.string(),
    }),
    jobs: z.strictObject({
      due: count,
      /** Since when the oldest of them waits. */
      dueSince: at.nullable(),
      failed: count,
      failures: z.array(z.strictObject({ id, kind: z.string(), at, attempts: count, error: z.string().nullable() })),
    }),
    /** Whoever answers decisions from memory, with the position it has reached. */
    nodes: z.array(
      z.strictObject({ name: z.string(), kind: z.enum(['node', 'replica']), position: z.int(), startedAt: at, reportedAt: at }),
    ),
  }),
  summary: 'The head of the journal, the jobs that wait or failed, and the nodes',
}

export const partnerStandings = ['none', 'applied', 'verified'] as const
const organisationRow = z.strictObject({
  id,
  number: z.string(),
  name: z.string(),
  formerName: z.string().nullable(),
  country: z.string(),
  city: z.string().nullable(),
  domain: z.string().nullable(),
  registerNumber: z.string().nullable(),
  partner: z.enum(partnerStandings),
  createdAt: at,
})
export type OrganisationRow = z.output<typeof organisationRow>

/** GET /api/operator/organisations?search=&partner=&after= */
export const listOrganisations = {
  query: z.strictObject({
    /** A part of the name, or the beginning of the number, the domain or the register number. */
    search: z.string().max(200).optional(),
    partner: z.enum(['applied', 'verified']).optional(),
    /** The `next` of the page before. */
    after: z.string().max(20).optional(),
  }),
  answer: z.strictObject({ organisations: z.array(organisationRow), next: z.string().nullable() }),
  summary: 'The organisations, by number, fifty a page',
}

/** GET /api/operator/organisations/{organisation}: that it was looked at stands in its activity. */
export const getOrganisationAsOperator = {
  params: z.strictObject({ organisation: id }),
  answer: z.strictObject({
    organisation: organisationRow.extend({ contactEmail: z.string().nullable(), website: z.string().nullable() }),
    members: z.array(z.strictObject({ id, name: z.string(), email: z.string(), role: z.enum(roles) })),
    partnerships: z.array(
      z.strictObject({
        id,
        /** What this organisation is in it. */
        side: z.enum(['partner', 'customer']),
        other: named,
        state: z.enum(['proposed', 'active', 'ended', 'not_concluded']),
        suspendedByCustomer: z.boolean(),
        suspendedByOperator: z.boolean(),
        since: at,
      }),
    ),
    /** In which it goes or follows, with what the customers have said. */
    successions: z.array(
      z.strictObject({
        id,
        role: z.enum(['from', 'to']),
        other: named,
        state: z.enum(successionStates),
        namedAt: at,
        until: at.nullable(),
        asked: z.int(),
        granted: z.int(),
        declined: z.int(),
        lapsed: z.int(),
      }),
    ),
  }),
  summary: 'One organisation with its people and partnerships; recorded in its activity',
}

/** GET /api/operator/operators */
export const listOperators = {
  answer: z.strictObject({
    operators: z.array(z.strictObject({ id, name: z.string(), email: z.string(), addedAt: at, addedBy: z.string().nullable() })),
  }),
  summary: 'Who works for the provider here',
}

/** POST /api/operator/operators (fresh); all operators are told. Problems: `unknown_person`, `has_a_part`, `nothing_changed`. */
export const addOperator = {
  body: z.strictObject({ email: z.email().max(254) }),
  answer: z.strictObject({}),
  summary: 'Makes a person, who has an account already, an operator',
}

/** DELETE /api/operator/operators/{person} */
export const removeOperator = {
  params: z.strictObject({ person: id }),
  answer: z.strictObject({}),
  summary: 'Ends somebody else’s work as an operator, at once',
}
