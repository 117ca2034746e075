// The machine of partnerships, as a table can be made of it: gates and an end that passed count as states of their own.

import { around, everywhere, givenGrant, givenPartnership, givenProposal, givenTerms, inForce, noon, ruth } from '../given.ts'
import { decidePartnership } from '../partnership/decide-partnership.ts'
import { type Partnership, stateOfPartnership } from '../partnership/partnership.ts'
import type { PartnershipCommand, PartnershipDecided } from '../partnership/partnership-command.ts'
import type { Accepted } from '../partnership/proposal-command.ts'
import type { Actor } from '../who-may.ts'
import { actorNamed, actorNames, clock, operator } from './actors.ts'
import { type Machine, never } from './machine.ts'

const both = [everywhere('domain.view'), everywhere('domain.manage')]
const grant = givenGrant(both.map((right) => inForce(right)))
const nothing = { grant: null, securedAt: null, activatedAt: null }
export const partnerships: Readonly<Record<string, Partnership>> = {
  proposed: givenPartnership({ state: 'proposed', ...nothing }),
  active: givenPartnership(),
  'active, suspended by the customer': givenPartnership({ suspendedByCustomerAt: noon }),
  'active, suspended by the operator': givenPartnership({ suspendedByOperatorAt: noon }),
  'active, suspended by both': givenPartnership({ suspendedByCustomerAt: noon, suspendedByOperatorAt: noon }),
  'active, paid by the partner': givenPartnership({ grant: { ...grant, terms: givenTerms({ payer: 'partner' }) } }),
  'active, not secured': givenPartnership({ securedAt: null }),
  'active, run out': givenPartnership({ grant: { ...grant, notAfter: noon } }),
  ended: givenPartnership({ state: 'ended', endedAt: noon, endedBy: 'customer' }),
  not_concluded: givenPartnership({ state: 'not_concluded', ...nothing, endedAt: noon }),
}

const accepted = givenProposal({ state: 'accepted', answeredBy: ruth, answeredAt: noon })
const more: Accepted = { kind: 'accepted_as_asked', rights: [everywhere('mail.view')], terms: givenTerms(), leftOut: [], added: [] }
const change = { kind: 'change', terms: givenTerms(), renew: false, isSecured: true } as const
const payment = { kind: 'change_payer', paymentMethodId: null, spendingLimit: null } as const
type Giver = Actor | 'operator' | 'clock'

/** By the members of both sides, the operator, and nobody: what a command takes is tried with those it can come from. */
const ofMembers: Readonly<Record<string, (by: Actor) => PartnershipCommand>> = {
  'change to more': (by) => ({ ...change, by, rights: [...both, everywhere('mail.view')] }),
  'change to fewer': (by) => ({ ...change, by, rights: [everywhere('domain.view')] }),
  'narrow to fewer': (by) => ({ kind: 'narrow', by, keep: [everywhere('domain.view')], end: null }),
  'narrow to something else': (by) => ({ kind: 'narrow', by, keep: [everywhere('mail.view')], end: null }),
  'narrow the end': (by) => ({ kind: 'narrow', by, keep: both, end: { kind: 'after', days: 30 } }),
  'change_payer to the customer': (by) => ({
    ...payment,
    by,
    payer: 'customer',
    spendingLimit: { amount: 50_000, currency: 'CHF', period: 'month' },
  }),
  'change_payer to the partner': (by) => ({ ...payment, by, payer: 'partner' }),
  secure: (by) => ({ kind: 'secure', by }),
  admit_named_people: (by) => ({ kind: 'admit_named_people', by, namedPeopleOnly: true }),
  demand_second_factor: (by) => ({ kind: 'demand_second_factor', by, secondFactorNeeded: true }),
}
const ofAnybody: Readonly<Record<string, (by: Actor | 'operator') => PartnershipCommand>> = {
  suspend: (by) => ({ kind: 'suspend', by, reason: null }),
  resume: (by) => ({ kind: 'resume', by }),
  end: (by) => ({ kind: 'end', by, reason: null }),
}
const ofTheClock: Readonly<Record<string, PartnershipCommand>> = {
  'grant, from an accepted proposal': { kind: 'grant', proposal: accepted, answer: more, base: null, isSecured: true },
  'grant, from one that is not accepted': { kind: 'grant', proposal: givenProposal(), answer: more, base: null, isSecured: true },
  not_conclude: { kind: 'not_conclude' },
  lapse: { kind: 'lapse' },
}

export const partnershipMachine: Machine = {
  name: 'partnership',
  states: Object.keys(partnerships),
  first: ['proposed', 'active', 'active, paid by the partner', 'active, not secured', 'active, run out'],
  commands: [...Object.keys(ofMembers), ...Object.keys(ofAnybody), ...Object.keys(ofTheClock)],
  actors: [...actorNames, operator, clock],
  attempt: (state, command, actor) => {
    const decided = tryPartnership(state, command, actor)
    if (decided === undefined) return { kind: 'refused', code: never }
    return decided.kind === 'refused' ? decided : { kind: 'done', state: nameOf(decided.partnership) }
  },
}

/** Undefined where such a command cannot come from such a one. */
export function tryPartnership(state: string, command: string, actor: string): PartnershipDecided | undefined {
  const before = partnerships[state]
  const made = commandOf(command, actor === operator ? 'operator' : actor === clock ? 'clock' : actorNamed(actor))
  if (!before) throw new Error(`no ${state}`)
  return made && decidePartnership(before, made, around)
}

function commandOf(command: string, by: Giver): PartnershipCommand | undefined {
  if (by === 'clock') return ofTheClock[command]
  if (by === 'operator') return ofAnybody[command]?.(by)
  return ofMembers[command]?.(by) ?? ofAnybody[command]?.(by)
}

function nameOf(partnership: Partnership): string {
  const { suspendedByCustomerAt, suspendedByOperatorAt, grant: given } = partnership
  const state = stateOfPartnership(partnership, noon)
  if (state !== 'active') return state
  if (suspendedByCustomerAt !== null && suspendedByOperatorAt !== null) return 'active, suspended by both'
  if (suspendedByCustomerAt !== null) return 'active, suspended by the customer'
  if (suspendedByOperatorAt !== null) return 'active, suspended by the operator'
  if (given?.terms.payer === 'partner') return 'active, paid by the partner'
  return partnership.securedAt === null ? 'active, not secured' : 'active'
}
