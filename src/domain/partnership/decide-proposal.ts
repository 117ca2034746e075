// What a command makes of a proposal: every state and every command, in one table.

import type { DomainEvent } from '../event.ts'
import type { OrganisationId, PartnershipId } from '../ids.ts'
import type { RefusalCode } from '../refusal.ts'
import { rightsIn } from '../rights/rights-set.ts'
import { type Instant, isOver } from '../time.ts'
import { type Actor, mayDo } from '../who-may.ts'
import { isAsker, type Proposal, type ProposalState, stateOfProposal } from './proposal.ts'
import type { ProposalCommand, ProposalDecided } from './proposal-command.ts'

type Cell = 'may' | RefusalCode

const table: Readonly<Record<ProposalState, Readonly<Record<ProposalCommand['kind'], Cell>>>> = {
  prepared: {
    release: 'may',
    attach: 'not_found',
    accept: 'not_found',
    counter: 'not_found',
    decline: 'not_found',
    withdraw: 'may',
    replace: 'may',
    pass_on: 'not_found',
    lapse: 'not_over_yet',
  },
  open: {
    release: 'already_released',
    attach: 'may',
    accept: 'may',
    counter: 'may',
    decline: 'may',
    withdraw: 'may',
    replace: 'may',
    pass_on: 'may',
    lapse: 'may',
  },
  accepted: everyCommand('already_answered'),
  countered: everyCommand('already_answered'),
  declined: everyCommand('already_answered'),
  withdrawn: everyCommand('request_withdrawn'),
  expired: everyCommand('request_expired'),
  replaced: everyCommand('changed_meanwhile'),
}

/**
 * What a command makes of a proposal at that instant. An open one that is overdue counts as expired, whatever is stored;
 * only `lapse` writes that down. Until it is attached to a partnership its invitation tells what happens to it, so it has no events.
 * Refusals: see the table; `not_entitled`, `own_proposal`, `asker_cannot_answer`, `already_claimed`.
 */
export function decideProposal(proposal: Proposal, command: ProposalCommand, now: Instant): ProposalDecided {
  const isLapse = command.kind === 'lapse'
  const cell = table[isLapse ? proposal.state : stateOfProposal(proposal, now)][command.kind]
  const code = cell === 'may' ? refusalOf(proposal, command, now) : cell
  if (code !== null) return { kind: 'refused', code }
  const next = carryOut(proposal, command, now)
  const events = tell(next, command, proposal.state === 'prepared' && command.kind === 'withdraw')
  return { kind: 'done', proposal: next, events }
}

function refusalOf(proposal: Proposal, command: ProposalCommand, now: Instant): RefusalCode | null {
  switch (command.kind) {
    case 'accept':
    case 'counter':
    case 'decline':
      return refusalOfAnswering(proposal, command.by)
    case 'release':
    case 'withdraw':
      return command.by.side === proposal.side && mayDo(command.kind, command.by) ? null : 'not_entitled'
    case 'replace':
      return refusalOfReplacing(proposal, command.by)
    case 'pass_on':
      return command.by.side !== proposal.side && mayDo('pass_on', command.by) ? null : 'not_entitled'
    case 'attach':
      if (command.customerId === proposal.partnerId) return 'own_organisation'
      return proposal.partnershipId === null ? null : 'already_claimed'
    case 'lapse':
      return isOver(proposal.expiresAt, now) ? null : 'not_over_yet'
  }
}

/** What went out is replaced by whoever may send, what waits for release by whoever may prepare. */
function refusalOfReplacing(proposal: Proposal, by: Actor): RefusalCode | null {
  if (proposal.partnershipId !== null) return 'already_claimed'
  return by.side === proposal.side && mayDo(proposal.state === 'prepared' ? 'prepare' : 'release', by) ? null : 'not_entitled'
}

/** A proposal is answered by a legal representative of the other side who did not ask. */
function refusalOfAnswering(proposal: Proposal, by: Actor): RefusalCode | null {
  if (isAsker(proposal, by.personId)) return 'asker_cannot_answer'
  if (by.side === proposal.side) return 'own_proposal'
  return mayDo('answer', by) && proposal.partnershipId !== null ? null : 'not_entitled'
}

function carryOut(proposal: Proposal, command: ProposalCommand, now: Instant): Proposal {
  switch (command.kind) {
    case 'release':
      return { ...proposal, state: 'open', releasedBy: command.by.personId, expiresAt: command.expiresAt }
    case 'attach':
      return { ...proposal, customerId: command.customerId, partnershipId: command.partnershipId }
    case 'accept':
      return { ...proposal, state: 'accepted', answeredBy: command.by.personId, answeredAt: now }
    case 'counter':
      return { ...proposal, state: 'countered', answeredBy: command.by.personId, answeredAt: now }
    case 'decline':
      return { ...proposal, state: 'declined', answeredBy: command.by.personId, answeredAt: now }
    case 'withdraw':
      return { ...proposal, state: 'withdrawn' }
    case 'replace':
      return { ...proposal, state: 'replaced' }
    case 'lapse':
      return { ...proposal, state: 'expired' }
    case 'pass_on':
      return proposal
  }
}

function tell(proposal: Proposal, command: ProposalCommand, isPrivate: boolean): readonly DomainEvent[] {
  const { partnershipId, customerId } = proposal
  if (partnershipId === null || customerId === null) return []
  const maker = proposal.side === 'partner' ? proposal.partnerId : customerId
  const about = { readers: isPrivate ? [maker] : [proposal.partnerId, customerId], partnershipId, customerId }
  const data = { proposalId: proposal.id, side: proposal.side }
  switch (command.kind) {
    case 'release':
      return [madeEvent(proposal, command.expiresAt, partnershipId, customerId)]
    case 'attach':
    case 'replace':
      return []
    case 'accept': {
      const { kind, leftOut, added } = command.answer
      return [{ ...about, kind: 'proposal.accepted', data: { ...data, asAsked: kind === 'accepted_as_asked', leftOut, added } }]
    }
    case 'counter':
      return [{ ...about, kind: 'proposal.countered', data: { ...data, counterId: command.counterId, reasons: command.reasons } }]
    case 'decline': {
      const detail = command.reason === null ? {} : { detail: { reason: command.reason } }
      return [{ ...about, kind: 'proposal.declined', data, ...detail }]
    }
    case 'withdraw':
      return [{ ...about, kind: 'proposal.withdrawn', data }]
    case 'lapse':
      return [{ ...about, kind: 'proposal.expired', data }]
    case 'pass_on':
      return [{ ...about, kind: 'proposal.passed_on', data: { ...data, toPersonId: command.toPersonId } }]
  }
}

/** A proposal went out to the other side. */
export function madeEvent(proposal: Proposal, expiresAt: Instant, partnershipId: PartnershipId, customerId: OrganisationId): DomainEvent {
  const { id, side, baseVersion, partnerId } = proposal
  return {
    kind: 'proposal.made',
    readers: [partnerId, customerId],
    partnershipId,
    customerId,
    data: { proposalId: id, side, rights: rightsIn(proposal.rights), expiresAt, baseVersion },
  }
}

function everyCommand(code: RefusalCode): Readonly<Record<ProposalCommand['kind'], Cell>> {
  const all = { release: code, attach: code, accept: code, counter: code, decline: code }
  return { ...all, withdraw: code, replace: code, pass_on: code, lapse: code }
}
