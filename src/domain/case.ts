// A case at the provider: a request that was reported, an act that is disputed, or an organisation that needs another representative.

import type { CaseId, OrganisationId, PartnershipId, PersonId } from './ids.ts'
import type { Side } from './organisation.ts'
import type { RefusalCode } from './refusal.ts'
import type { Instant } from './time.ts'
import { type Actor, mayDo } from './who-may.ts'

export const caseKinds = ['report', 'dispute', 'representation'] as const
export type CaseKind = (typeof caseKinds)[number]
export const caseStates = ['open', 'closed'] as const
export type CaseState = (typeof caseStates)[number]

/**
 * `noted`: nothing follows. `resumed`: access is open again. `ended`: the partnership is over. `withdrawn`: whoever opened it took it back,
 * and access is open again. `appointed`: somebody represents the organisation from now on.
 */
export const caseOutcomes = ['noted', 'resumed', 'ended', 'withdrawn', 'appointed'] as const
export type CaseOutcome = (typeof caseOutcomes)[number]

/** Why an organisation needs somebody else to represent it. */
export const representationReasons = ['death', 'incapacity', 'insolvency'] as const
export type RepresentationReason = (typeof representationReasons)[number]

export type Case = {
  readonly id: CaseId
  readonly kind: CaseKind
  readonly state: CaseState
  readonly customerId: OrganisationId | null
  readonly partnerId: OrganisationId | null
  readonly partnershipId: PartnershipId | null
  readonly openedBy: PersonId | null
  /** What each side says about a dispute, once. */
  readonly views: Readonly<Record<Side, string | null>>
  readonly outcome: CaseOutcome | null
  readonly closedBy: PersonId | null
  readonly closedAt: Instant | null
}

export type CaseCommand =
  /** A legal representative of one side says how they see it; once. */
  | { readonly kind: 'state_view'; readonly by: Actor; readonly text: string }
  /** The customer takes its dispute back. */
  | { readonly kind: 'withdraw'; readonly by: Actor }
  /** The operator decides. Appointing somebody takes a second operator: never the one who opened the case. */
  | { readonly kind: 'close'; readonly operator: PersonId; readonly outcome: Exclude<CaseOutcome, 'withdrawn'> }

export type CaseDecided = { readonly kind: 'done'; readonly case: Case } | { readonly kind: 'refused'; readonly code: RefusalCode }

const outcomesOf: Readonly<Record<CaseKind, readonly CaseOutcome[]>> = {
  report: ['noted'],
  dispute: ['resumed', 'ended', 'withdrawn'],
  representation: ['noted', 'appointed'],
}

/** How such a case can end. */
export function outcomesFor(kind: CaseKind): readonly CaseOutcome[] {
  return outcomesOf[kind]
}

/** Refusals: `case_closed`, `not_entitled`, `already_answered` (a view is stated once), `outcome_not_fitting`, `second_operator_needed`. */
export function decideCase(of: Case, command: CaseCommand, now: Instant): CaseDecided {
  if (of.state === 'closed') return { kind: 'refused', code: 'case_closed' }
  switch (command.kind) {
    case 'state_view':
      return stateView(of, command.by, command.text)
    case 'withdraw':
      if (of.kind !== 'dispute' || command.by.side !== 'customer' || !mayDo('resume', command.by))
        return { kind: 'refused', code: 'not_entitled' }
      return closed(of, 'withdrawn', command.by.personId, now)
    case 'close':
      if (!outcomesOf[of.kind].includes(command.outcome)) return { kind: 'refused', code: 'outcome_not_fitting' }
      if (command.outcome === 'appointed' && command.operator === of.openedBy) return { kind: 'refused', code: 'second_operator_needed' }
      return closed(of, command.outcome, command.operator, now)
  }
}

function stateView(of: Case, by: Actor, text: string): CaseDecided {
  if (of.kind !== 'dispute' || by.role !== 'legal_representative') return { kind: 'refused', code: 'not_entitled' }
  if (of.views[by.side] !== null) return { kind: 'refused', code: 'already_answered' }
  return { kind: 'done', case: { ...of, views: { ...of.views, [by.side]: text } } }
}

function closed(of: Case, outcome: CaseOutcome, closedBy: PersonId, closedAt: Instant): CaseDecided {
  return { kind: 'done', case: { ...of, state: 'closed', outcome, closedBy, closedAt } }
}
