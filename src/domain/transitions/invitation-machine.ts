// The machine of invitations, as a table can be made of it.

import { alpweb, daysAfter, givenInvitation, givenProposal, noon, thePartnership, webwerk, zuercher } from '../given.ts'
import { decideInvitation } from '../partnership/decide-invitation.ts'
import { declineInvitation } from '../partnership/decline-invitation.ts'
import { type Invitation, stateOfInvitation } from '../partnership/invitation.ts'
import type { InvitationCommand, InvitationDecided } from '../partnership/invitation-command.ts'
import type { Actor } from '../who-may.ts'
import { actorNamed, actorNames } from './actors.ts'
import type { Machine } from './machine.ts'

const overdue = { expiresAt: noon }
export const invitations: Readonly<Record<string, Invitation>> = {
  prepared: givenInvitation({ state: 'prepared', releasedBy: null, sentAt: null, expiresAt: null, delivery: null }),
  open: givenInvitation(),
  'open, overdue': givenInvitation(overdue),
  'open, passed on three times': givenInvitation({ passedOnCount: 3 }),
  claimed: givenInvitation({ state: 'claimed', claimedAt: noon, partnershipId: thePartnership }),
  withdrawn: givenInvitation({ state: 'withdrawn' }),
  expired: givenInvitation({ state: 'expired', ...overdue }),
}

const expiresAt = daysAfter(30)
const reads = (by: Actor, isProven: boolean) => ({ by: by.personId, isProven })
const claim = { kind: 'claim', customerId: zuercher, partnershipId: thePartnership } as const
const byCommand: Readonly<Record<string, (invitation: Invitation, by: Actor) => InvitationDecided>> = {
  release: given((by) => ({ kind: 'release', by, expiresAt })),
  resend: given((by) => ({ kind: 'resend', by, expiresAt })),
  correct_address: given((by) => ({ kind: 'correct_address', by, email: 'ruth@zuercher.example' })),
  revise: given((by) => ({ kind: 'revise', by, number: 2, expiresAt })),
  withdraw: given((by) => ({ kind: 'withdraw', by })),
  'pass_on, address proven': given((by) => ({ kind: 'pass_on', ...reads(by, true), email: 'ruth@zuercher.example' })),
  'pass_on, address not proven': given((by) => ({ kind: 'pass_on', ...reads(by, false), email: 'ruth@zuercher.example' })),
  'claim, address proven': given((by) => ({ ...claim, ...reads(by, true) })),
  'claim, address not proven': given((by) => ({ ...claim, ...reads(by, false) })),
  'claim for the partner itself': given((by) => ({ ...claim, ...reads(by, true), customerId: alpweb })),
  'claim for a third organisation': given((by) => ({ ...claim, ...reads(by, true), customerId: webwerk })),
  'decline, address proven': decline(true),
  'decline, address not proven': decline(false),
  'report_delivery, sent': given(() => ({ kind: 'report_delivery', delivery: 'sent' })),
  'report_delivery, not delivered': given(() => ({ kind: 'report_delivery', delivery: 'not_delivered', reason: 'no such mailbox' })),
  lapse: given(() => ({ kind: 'lapse' })),
}

export const invitationMachine: Machine = {
  name: 'invitation',
  states: Object.keys(invitations),
  first: ['prepared', 'open', 'open, overdue', 'open, passed on three times'],
  commands: Object.keys(byCommand),
  actors: actorNames,
  attempt: (state, command, actor) => {
    const [before, act] = [invitations[state], byCommand[command]]
    if (!before || !act) throw new Error(`no ${state}, or no ${command}`)
    const decided = act(before, actorNamed(actor))
    return decided.kind === 'refused' ? decided : { kind: 'done', state: nameOf(decided.invitation) }
  },
}

function given(command: (by: Actor) => InvitationCommand) {
  return (invitation: Invitation, by: Actor): InvitationDecided => decideInvitation(invitation, command(by), noon)
}

function decline(isProven: boolean) {
  return (invitation: Invitation, by: Actor): InvitationDecided =>
    declineInvitation(invitation, givenProposal({ partnershipId: null, customerId: null }), reads(by, isProven), noon)
}

/** An invitation that was declined was answered for good: claimed, without a partnership. */
function nameOf(invitation: Invitation): string {
  const state = stateOfInvitation(invitation, noon)
  return state === 'open' && invitation.passedOnCount >= 3 ? 'open, passed on three times' : state
}
