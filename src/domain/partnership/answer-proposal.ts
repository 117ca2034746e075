// Answering: a customer's choice or a partner's yes, worked out and carried out in one step; or a counter-proposal.

import type { DomainEvent } from '../event.ts'
import type { ProposalId } from '../ids.ts'
import type { RefusalCode } from '../refusal.ts'
import type { RequestedRight } from '../rights/scope.ts'
import type { Instant } from '../time.ts'
import type { Actor } from '../who-may.ts'
import { acceptAsItStands, type Choice, type CounterReason, workOutAnswer } from './answer.ts'
import { decideProposal } from './decide-proposal.ts'
import type { Grant } from './grant.ts'
import type { Surroundings } from './grant-version.ts'
import { makeProposal } from './make-proposal.ts'
import type { Proposal } from './proposal.ts'
import type { Accepted } from './proposal-command.ts'
import type { Terms } from './terms.ts'

/** What a counter-proposal needs, should one follow: its id, when it lapses, and the grant in force. */
export type CounterDraft = { readonly id: ProposalId; readonly expiresAt: Instant; readonly grant: Grant | null }

export type Answering = { readonly by: Actor; readonly choice: Choice | null; readonly counter: CounterDraft }

export type Countering = {
  readonly by: Actor
  readonly rights: readonly RequestedRight[]
  readonly terms: Terms
  readonly reasons: readonly CounterReason[]
  readonly counter: CounterDraft
  readonly isPartnerVerified: boolean
}

export type Countered =
  | { readonly kind: 'countered'; readonly proposal: Proposal; readonly counter: Proposal; readonly events: readonly DomainEvent[] }
  | { readonly kind: 'refused'; readonly code: RefusalCode }

export type Answered =
  | { readonly kind: 'accepted'; readonly proposal: Proposal; readonly answer: Accepted; readonly events: readonly DomainEvent[] }
  | Countered

/**
 * What follows from this answer. A customer passes the choice made on the consent page; a partner takes an offer as it stands
 * and passes null. A choice without a required right, or one that makes the partner pay, becomes a counter-proposal.
 * Refusals: those of `workOutAnswer`, `decideProposal` and `makeProposal`.
 */
export function answerProposal(proposal: Proposal, { by, choice, counter }: Answering, around: Surroundings): Answered {
  if ((choice === null) !== (by.side === 'partner')) return { kind: 'refused', code: 'not_entitled' }
  const proposed = { ...proposal, inForce: counter.grant?.rights ?? [] }
  const answer = choice === null ? acceptAsItStands(proposed, around.findProduct) : workOutAnswer(proposed, choice, around.findProduct)
  switch (answer.kind) {
    case 'refused':
      return answer
    case 'counter': {
      const rights = answer.rights.map((granted) => ({ ...granted, required: false, reason: null }))
      const { terms, reasons } = answer
      return counterProposal(proposal, { by, rights, terms, reasons, counter, isPartnerVerified: true }, around)
    }
    case 'accepted_as_asked':
    case 'accepted_differently': {
      const decided = decideProposal(proposal, { kind: 'accept', by, answer }, around.now)
      return decided.kind === 'refused' ? decided : { kind: 'accepted', proposal: decided.proposal, answer, events: decided.events }
    }
  }
}

/** The other side proposes something else instead. Refusals: those of `decideProposal` and `makeProposal`. */
export function counterProposal(proposal: Proposal, countering: Countering, around: Surroundings): Countered {
  const { by, rights, terms, reasons, counter, isPartnerVerified } = countering
  const decided = decideProposal(proposal, { kind: 'counter', by, counterId: counter.id, reasons }, around.now)
  if (decided.kind === 'refused') return decided
  const { partnerId, customerId, invitationId, partnershipId, number } = proposal
  const draft = {
    ...counter,
    number: number + 1,
    partnerId,
    customerId,
    invitationId,
    partnershipId,
    preset: null,
    rights,
    terms,
    isPartnerVerified,
  }
  const made = makeProposal(draft, by, around)
  if (made.kind === 'refused') return made
  return { kind: 'countered', proposal: decided.proposal, counter: made.proposal, events: [...decided.events, ...made.events] }
}
