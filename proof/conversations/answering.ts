// What both kinds of saying share: how rights and terms are put, and a customer's answer with what follows from it.
import { givenTerms } from '../../src/domain/given.ts'
import { asId } from '../../src/domain/ids.ts'
import { answerProposal } from '../../src/domain/partnership/answer-proposal.ts'
import { decidePartnership } from '../../src/domain/partnership/decide-partnership.ts'
import type { Partnership } from '../../src/domain/partnership/partnership.ts'
import type { Proposal } from '../../src/domain/partnership/proposal.ts'
import type { Accepted } from '../../src/domain/partnership/proposal-command.ts'
import type { GrantedRight } from '../../src/domain/rights/scope.ts'
import type { Actor } from '../../src/domain/who-may.ts'
import { cast, type Name } from './people.ts'
import type { Outcome, Real } from './real.ts'
import type { Asking, Choice } from './said.ts'

export const refusedFor = (code: string): Outcome => ({ outcome: 'refused', code })
export const askedRights = ({ rights, required }: Asking) =>
  rights.map((right) => ({ right, scope: scopeAsked(right), required: required.includes(right), reason: null }))
const scopeAsked = (right: string) =>
  right.startsWith('billing') ? ({ kind: 'organisation' } as const) : ({ kind: 'all', future: true } as const)
export const termsOf = ({ payer, days }: Pick<Asking, 'payer' | 'days'>) =>
  givenTerms({ payer, end: days === null ? { kind: 'none' } : { kind: 'after', days } })

/** In a control, whoever asked passes as somebody else. */
export function asStranger({ flaw }: Real, by: Actor): Actor {
  return flaw === 'whoever asked may answer' ? { ...by, personId: asId('a stranger') } : by
}

type Answering = {
  readonly partnership: Partnership
  readonly proposal: Proposal
  readonly said: { readonly by: Name; readonly choice: Choice }
  readonly isCounterRefused: boolean
}

/** A customer's answer, with what is to be kept of it once all else has succeeded. */
export function answerWith(real: Real, { partnership, proposal, said, isCounterRefused }: Answering) {
  const { choice } = said
  const granted: readonly GrantedRight[] = askedRights({ rights: choice.granted, required: [], payer: null, days: null }) as never
  const notGranted = proposal.rights.map(({ right }) => right).filter((right) => !neededBy(choice.granted).has(right))
  const counterDraft = { id: real.newProposal(), expiresAt: real.expiresAt(), grant: partnership.grant }
  const answered = answerProposal(
    proposal,
    { by: asStranger(real, cast[said.by]), choice: { granted, notGranted, terms: termsOf(choice) }, counter: counterDraft },
    real.around,
  )
  if (answered.kind === 'refused') return { outcome: 'refused' as const, code: answered.code }
  if (answered.kind === 'countered') {
    if (isCounterRefused) return { outcome: 'refused' as const, code: 'already_open' }
    const keep = () => {
      if (real.flaw !== 'a counter leaves what it counters open') real.put(answered.proposal)
      real.put(answered.counter)
    }
    return { outcome: 'done' as const, events: answered.events, keep }
  }
  const decided = grantFrom(real, partnership, answered.proposal, answered.answer)
  if (decided.kind === 'refused') return { outcome: 'refused' as const, code: decided.code }
  const keep = () => {
    real.put(answered.proposal)
    real.save(decided.partnership)
  }
  return { outcome: 'done' as const, events: [...answered.events, ...decided.events], keep }
}

const neededBy = (rights: readonly string[]): ReadonlySet<string> =>
  new Set(rights.flatMap((right) => [right, right.replace(/manage|content|pay/, 'view')]))

export function grantFrom(real: Real, partnership: Partnership, proposal: Proposal, accepted: Accepted) {
  const named = real.versions.find(({ version }) => version === proposal.baseVersion) ?? null
  const base = real.flaw === 'a delta restores what was removed' ? null : named
  return decidePartnership(partnership, { kind: 'grant', proposal, answer: accepted, base, isSecured: true }, real.around)
}
