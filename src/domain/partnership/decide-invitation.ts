// What a command makes of an invitation: every state and every command, in one table.

import type { DomainEvent } from '../event.ts'
import type { OrganisationId, PartnershipId, PersonId } from '../ids.ts'
import type { RefusalCode } from '../refusal.ts'
import { type Instant, isOver } from '../time.ts'
import { type Actor, mayDo } from '../who-may.ts'
import { deliveryBegun, type Invitation, type InvitationState, mostPassedOn, stateOfInvitation } from './invitation.ts'
import type { InvitationCommand, InvitationDecided } from './invitation-command.ts'

type Cell = 'may' | RefusalCode

const table: Readonly<Record<InvitationState, Readonly<Record<InvitationCommand['kind'], Cell>>>> = {
  prepared: {
    release: 'may',
    resend: 'request_not_released',
    correct_address: 'may',
    withdraw: 'may',
    revise: 'may',
    claim: 'not_found',
    pass_on: 'not_found',
    report_delivery: 'request_not_released',
    lapse: 'not_over_yet',
  },
  open: {
    release: 'already_released',
    resend: 'may',
    correct_address: 'may',
    withdraw: 'may',
    revise: 'may',
    claim: 'may',
    pass_on: 'may',
    report_delivery: 'may',
    lapse: 'may',
  },
  claimed: everyCommand('already_claimed'),
  withdrawn: everyCommand('request_withdrawn'),
  expired: everyCommand('request_expired'),
}

/**
 * What a command makes of an invitation at that instant. An open one that is overdue counts as expired, whatever is stored;
 * only `lapse` writes that down. Refusals: see the table; `not_entitled`, `own_organisation`, `asker_cannot_answer`,
 * `address_not_proven`, `passed_on_too_often`, `invalid_address`, `nothing_changed`.
 */
export function decideInvitation(invitation: Invitation, command: InvitationCommand, now: Instant): InvitationDecided {
  if (command.kind === 'lapse') return lapse(invitation, now)
  const cell = table[stateOfInvitation(invitation, now)][command.kind]
  const code = cell === 'may' ? refusalOf(invitation, command) : cell
  return code === null ? carryOut(invitation, command, now) : { kind: 'refused', code }
}

function refusalOf(invitation: Invitation, command: Exclude<InvitationCommand, { kind: 'lapse' }>): RefusalCode | null {
  switch (command.kind) {
    case 'release':
    case 'resend':
    case 'withdraw':
      return mayDo(command.kind, command.by) && command.by.side === 'partner' ? null : 'not_entitled'
    case 'revise':
      return command.by.side === 'partner' && mayDo(invitation.state === 'prepared' ? 'prepare' : 'release', command.by)
        ? null
        : 'not_entitled'
    case 'correct_address':
      return refusalOfCorrection(invitation, command.by, command.email)
    case 'claim':
      return command.customerId === invitation.partnerId ? 'own_organisation' : refusalOfReader(invitation, command.by, command.isProven)
    case 'pass_on':
      if (invitation.passedOnCount >= mostPassedOn) return 'passed_on_too_often'
      return refusalOfReader(invitation, command.by, command.isProven)
    case 'report_delivery':
      return null
  }
}

function refusalOfCorrection(invitation: Invitation, by: Actor, email: string): RefusalCode | null {
  if (!mayDo('correct_address', by)) return 'not_entitled'
  if (invitation.email === null) return 'invalid_address'
  return invitation.email === email ? 'nothing_changed' : null
}

function refusalOfReader(invitation: Invitation, reader: PersonId, isProven: boolean): RefusalCode | null {
  if (reader === invitation.preparedBy || reader === invitation.releasedBy) return 'asker_cannot_answer'
  return isProven ? null : 'address_not_proven'
}

function carryOut(invitation: Invitation, command: Exclude<InvitationCommand, { kind: 'lapse' }>, now: Instant): InvitationDecided {
  switch (command.kind) {
    case 'release':
      return release(invitation, command.by, command.expiresAt, now)
    case 'resend':
      return done({ ...invitation, expiresAt: command.expiresAt, sentAt: now, delivery: deliveryBegun(invitation) }, [
        {
          ...toPartner(invitation),
          kind: 'request.resent',
          data: { ...request(invitation), expiresAt: command.expiresAt },
          ...to(invitation.email),
        },
      ])
    case 'revise':
      return revise(invitation, command.number, command.expiresAt, now)
    case 'correct_address':
      return correct(invitation, command.email)
    case 'withdraw':
      return done({ ...invitation, state: 'withdrawn' }, [
        { ...toPartner(invitation), kind: 'request.withdrawn', data: request(invitation) },
      ])
    case 'claim':
      return claim(invitation, command.customerId, command.partnershipId, now)
    case 'pass_on':
      return done({ ...invitation, passedOnCount: invitation.passedOnCount + 1 }, [
        { ...toPartner(invitation), kind: 'request.passed_on', data: { ...request(invitation), toPersonId: null }, ...to(command.email) },
      ])
    case 'report_delivery':
      return reportDelivery(invitation, command)
  }
}

function release(invitation: Invitation, by: Actor, expiresAt: Instant, now: Instant): InvitationDecided {
  return done({ ...invitation, state: 'open', releasedBy: by.personId, sentAt: now, expiresAt, delivery: deliveryBegun(invitation) }, [
    { ...toPartner(invitation), kind: 'request.released', data: request(invitation) },
    { ...toPartner(invitation), kind: 'request.sent', data: { ...request(invitation), expiresAt }, ...to(invitation.email) },
  ])
}

/** What had gone out goes out again, and is open as long as a new one. */
function revise(invitation: Invitation, number: number, expiresAt: Instant, now: Instant): InvitationDecided {
  const isOut = invitation.state === 'open'
  const event = { ...toPartner(invitation), kind: 'request.revised', ...to(invitation.email) } as const
  const data = { ...request(invitation), number, expiresAt: isOut ? expiresAt : null }
  const next = isOut ? { ...invitation, sentAt: now, expiresAt, delivery: deliveryBegun(invitation) } : invitation
  return done(next, [{ ...event, data }])
}

function correct(invitation: Invitation, email: string): InvitationDecided {
  const isOut = invitation.state === 'open'
  const tokenGeneration = invitation.tokenGeneration + (isOut ? 1 : 0)
  return done({ ...invitation, email, tokenGeneration, delivery: isOut ? 'queued' : null }, [
    {
      ...toPartner(invitation),
      kind: 'request.address_corrected',
      data: request(invitation),
      detail: { before: invitation.email ?? '', after: email },
    },
  ])
}

function claim(invitation: Invitation, customerId: OrganisationId, partnershipId: PartnershipId, now: Instant): InvitationDecided {
  return done({ ...invitation, state: 'claimed', claimedAt: now, partnershipId }, [
    {
      kind: 'request.claimed',
      readers: [invitation.partnerId, customerId],
      partnershipId,
      customerId,
      data: { ...request(invitation), partnershipId, customerId },
      ...to(invitation.email),
    },
  ])
}

function reportDelivery(invitation: Invitation, report: Extract<InvitationCommand, { kind: 'report_delivery' }>): InvitationDecided {
  const reported = { ...invitation, delivery: report.delivery }
  if (report.delivery === 'sent')
    return done(reported, [{ ...toPartner(invitation), kind: 'request.delivered', data: request(invitation) }])
  const detail = { address: invitation.email ?? '', reason: report.reason }
  return done(reported, [{ ...toPartner(invitation), kind: 'request.not_delivered', data: request(invitation), detail }])
}

function lapse(invitation: Invitation, now: Instant): InvitationDecided {
  const cell = table[invitation.state].lapse
  if (cell !== 'may') return { kind: 'refused', code: cell }
  if (!isOver(invitation.expiresAt, now)) return { kind: 'refused', code: 'not_over_yet' }
  return done({ ...invitation, state: 'expired' }, [{ ...toPartner(invitation), kind: 'request.expired', data: request(invitation) }])
}

function everyCommand(code: RefusalCode): Readonly<Record<InvitationCommand['kind'], Cell>> {
  const partners = { release: code, resend: code, correct_address: code, withdraw: code, revise: code }
  return { ...partners, claim: code, pass_on: code, report_delivery: code, lapse: code }
}

function toPartner({ partnerId }: Invitation): { readonly readers: readonly OrganisationId[] } {
  return { readers: [partnerId] }
}

function request({ id }: Invitation): { readonly invitationId: Invitation['id'] } {
  return { invitationId: id }
}

function to(address: string | null): { readonly detail?: { readonly address: string } } {
  return address === null ? {} : { detail: { address } }
}

function done(invitation: Invitation, events: readonly DomainEvent[]): InvitationDecided {
  return { kind: 'done', invitation, events }
}
