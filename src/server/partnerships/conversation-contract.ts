// The conversation of both sides on the wire: every version of what was proposed and of what was granted, who made it, and in what it differs from the one before.

import { z } from 'zod'
import { sides } from '../../domain/organisation.ts'
import { grantReasons } from '../../domain/partnership/grant.ts'
import { proposalStates } from '../../domain/partnership/proposal.ts'
import { requestedRight, requestedScope, rightId, spendingLimit, terms } from './contract.ts'

const time = z.iso.datetime()
const scopes = z.array(requestedScope).readonly()
const date = z.iso.date()
const { end } = terms.shape
const ofRight = <Kind extends string>(kind: Kind) => ({ kind: z.literal(kind), right: rightId })
const reach = <Kind extends string>(kind: Kind) => z.strictObject({ ...ofRight(kind), before: scopes, after: scopes })
const words = <Kind extends string>(kind: Kind) =>
  z.strictObject({ ...ofRight(kind), before: z.string().nullable(), after: z.string().nullable() })

/** What a version makes different, right by right, then its terms. */
export const versionDifference = z.discriminatedUnion('kind', [
  z.strictObject({ ...ofRight('added'), scopes }),
  z.strictObject({ ...ofRight('left_out'), scopes }),
  reach('wider'),
  reach('narrower'),
  reach('elsewhere'),
  z.strictObject(ofRight('now_required')),
  z.strictObject(ofRight('now_optional')),
  words('reason'),
  words('without_it'),
  z.strictObject({ kind: z.literal('start'), before: date.nullable(), after: date.nullable() }),
  z.strictObject({ kind: z.literal('end'), before: end, after: end }),
  z.strictObject({ kind: z.literal('payer'), before: z.enum(sides).nullable(), after: z.enum(sides).nullable() }),
  z.strictObject({ kind: z.literal('payment_method') }),
  z.strictObject({ kind: z.literal('limit'), before: spendingLimit.nullable(), after: spendingLimit.nullable() }),
])

const made = { side: z.enum(sides), by: z.string(), at: time, differences: z.array(versionDifference).readonly() }

const proposalVersion = z.strictObject({
  kind: z.literal('proposal'),
  id: z.uuid(),
  number: z.int(),
  ...made,
  /** What `differences` compares with: the version it answers or replaces, what is in force, or nothing, because it is the first. */
  comparedWith: z.enum(['answered', 'replaced', 'in_force', 'nothing']),
  rights: z.array(requestedRight).readonly(),
  end,
  state: z.enum(proposalStates),
  /** How it ended; null while it is open. */
  outcome: z
    .strictObject({
      by: z.string().nullable(),
      at: time.nullable(),
      reason: z.string().nullable(),
      /** Of what was asked, what an acceptance left out. */
      leftOut: z.array(rightId).readonly(),
    })
    .nullable(),
})

const grantVersion = z.strictObject({
  kind: z.literal('grant'),
  version: z.int(),
  ...made,
  comparedWith: z.enum(['answered', 'in_force', 'nothing']),
  reason: z.enum(grantReasons),
  rights: z.array(rightId).readonly(),
  /** The last day; null until further notice. */
  endsOn: date.nullable(),
})

/** The oldest first. */
export const conversation = z.strictObject({ entries: z.array(z.discriminatedUnion('kind', [proposalVersion, grantVersion])).readonly() })
export type Conversation = z.output<typeof conversation>
