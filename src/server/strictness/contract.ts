// Standard or Strict: of one partnership, and what new ones begin with. Its parts can be set one by one.
import { z } from 'zod'
import { strictnessLevels } from '../../domain/partnership/strictness.ts'

const id = z.uuid()
const inOrganisation = z.strictObject({ organisation: id })
const ofPartnership = z.strictObject({ organisation: id, partnership: id })
const receipt = z.strictObject({ id }).nullable()

const parts = z.strictObject({
  namedPeopleOnly: z.boolean(),
  reasonNeeded: z.boolean(),
  visitsTold: z.boolean(),
  twoApprovers: z.boolean(),
  secondFactorNeeded: z.boolean(),
})
/** The nearer of the two, and how many parts differ from it. */
const level = { level: z.enum(strictnessLevels), changes: z.int() }
/** Two approvers take two legal representatives. */
const shown = z.strictObject({ ...level, parts, representatives: z.int(), mayChange: z.boolean() })

/** GET /api/o/{organisation}/partnerships/{partnership}/strictness */
export const getStrictness = { params: ofPartnership, answer: shown, summary: 'How strict the customer is with this partner' }

/**
 * PUT …/strictness (fresh): stricter at once; looser needs a second signature where two sign, and without two approvers for money both of
 * them. Told of visits is whoever was, or whoever asks. Problems: `nothing_changed`, `second_representative_missing`, `second_signature_asked`.
 */
export const setStrictness = {
  params: ofPartnership,
  body: parts,
  answer: z.strictObject({ ...level, receipt }),
  summary: 'Sets how strict the customer is with this partner',
}

/** GET /api/o/{organisation}/strictness */
export const getDefaultStrictness = {
  params: inOrganisation,
  /** `requestCode`: whether whoever asks has to know one. GET …/request-code shows it. */
  answer: shown.extend({ requestCode: z.boolean() }),
  summary: 'What new partnerships begin with',
}

/** PUT …/strictness (fresh): partnerships that exist stay as they are. Without `requestCode` what is demanded of whoever asks stays, too. */
export const setDefaultStrictness = {
  params: inOrganisation,
  body: parts.extend({ requestCode: z.boolean().optional() }),
  answer: z.strictObject(level),
  summary: 'Sets what new partnerships begin with',
}
