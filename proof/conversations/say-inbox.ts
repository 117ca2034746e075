// What is said before there is a partnership, or beside it: requests to an address, each of which becomes a proposal when somebody claims it.
import { decideInvitation } from '../../src/domain/partnership/decide-invitation.ts'
import { decideProposal } from '../../src/domain/partnership/decide-proposal.ts'
import { declineInvitation } from '../../src/domain/partnership/decline-invitation.ts'
import type { InvitationCommand } from '../../src/domain/partnership/invitation-command.ts'
import { makeProposal } from '../../src/domain/partnership/make-proposal.ts'
import { prepareInvitation } from '../../src/domain/partnership/prepare-invitation.ts'
import type { ProposalCommand } from '../../src/domain/partnership/proposal-command.ts'
import { startPartnership } from '../../src/domain/partnership/start-partnership.ts'
import { answerWith, askedRights, asStranger, refusedFor, termsOf } from './answering.ts'
import { cast } from './people.ts'
import type { Inbox, Outcome, Real } from './real.ts'
import type { Said } from './said.ts'

const addresses = ['info@zuercher.example', 'ruth@zuercher.example'] as const
type InInbox = Extract<Said, { inbox: 0 | 1 }>

export function sayInbox(real: Real, said: InInbox): Outcome {
  const inbox = real.inboxes[said.inbox]
  if (said.kind === 'request') return inbox ? refusedFor('already_open') : request(real, said)
  if (!inbox) return refusedFor('not_found')
  const by = cast[said.by]
  const expiresAt = real.expiresAt()
  switch (said.kind) {
    case 'release':
      return both(real, said, inbox, { kind: 'release', by, expiresAt }, { kind: 'release', by, expiresAt })
    case 'resend':
      return both(real, said, { ...inbox, proposal: { ...inbox.proposal, expiresAt } }, { kind: 'resend', by, expiresAt })
    case 'take_back':
      return both(real, said, inbox, { kind: 'withdraw', by }, { kind: 'withdraw', by })
    case 'refuse': {
      const declined = declineInvitation(inbox.invitation, inbox.proposal, { by: by.personId, isProven: said.proven }, real.now)
      if (declined.kind === 'refused') return refusedFor(declined.code)
      empty(real, said.inbox)
      return { outcome: 'done', events: declined.events }
    }
    case 'claim':
      return claim(real, said, inbox)
  }
}

function request(real: Real, { by, inbox, asking }: Extract<Said, { kind: 'request' }>): Outcome {
  const [actor, expiresAt, id] = [cast[by], real.expiresAt(), real.newInvitation()]
  const { partnerId } = real.parties
  const made = makeProposal(
    {
      ...{ id: real.newProposal(), number: 1, partnerId, customerId: null, invitationId: id, partnershipId: null, preset: null },
      ...{ rights: askedRights(asking), terms: termsOf(asking), expiresAt, grant: null, isPartnerVerified: true },
    },
    actor,
    real.around,
  )
  if (made.kind === 'refused') return refusedFor(made.code)
  const draft = {
    id,
    partnerId,
    email: addresses[inbox],
    customerNumber: null,
    language: 'de',
    preparedBy: actor.personId,
    expiresAt,
  } as const
  const prepared = prepareInvitation(draft, actor, real.now)
  if (prepared.kind === 'refused') return refusedFor(prepared.code)
  real.inboxes[inbox] = { invitation: prepared.invitation, proposal: made.proposal }
  return { outcome: 'done', events: prepared.events }
}

function both(real: Real, { inbox: place }: InInbox, inbox: Inbox, command: InvitationCommand, follows?: ProposalCommand): Outcome {
  const decided = decideInvitation(inbox.invitation, command, real.now)
  if (decided.kind === 'refused') return refusedFor(decided.code)
  const followed = follows && decideProposal(inbox.proposal, follows, real.now)
  if (followed?.kind === 'refused') return refusedFor(followed.code)
  const { invitation } = decided
  real.inboxes[place] = invitation.state === 'withdrawn' ? null : { invitation, proposal: followed ? followed.proposal : inbox.proposal }
  return { outcome: 'done', events: decided.events }
}

/** The one answer that decides: the request is claimed, joins the living partnership or begins one, and is answered. All of it, or nothing. */
function claim(real: Real, said: Extract<Said, { kind: 'claim' }>, inbox: Inbox): Outcome {
  const by = asStranger(real, cast[said.by])
  const living = real.living
  const partnershipId = living?.id ?? real.newPartnership()
  const { customerId, partnerId } = real.parties
  const isProven = said.proven || real.flaw === 'an address need not be proven'
  const claimed = decideInvitation(inbox.invitation, { kind: 'claim', by: by.personId, isProven, customerId, partnershipId }, real.now)
  if (claimed.kind === 'refused') return refusedFor(claimed.code)
  const attached = decideProposal(inbox.proposal, { kind: 'attach', customerId, partnershipId }, real.now)
  if (attached.kind === 'refused') return refusedFor(attached.code)
  const started = living ? null : startPartnership({ id: partnershipId, partnerId, customerId, startedBy: 'partner' })
  if (started?.kind === 'refused') return refusedFor(started.code)
  const partnership = living ?? started?.partnership
  if (!partnership) return refusedFor('not_found')
  const room = makeRoom(real, said)
  if ('code' in room) return refusedFor(room.code)
  const answered = answerWith(real, { partnership, proposal: attached.proposal, said, isCounterRefused: room.isTaken })
  if (answered.outcome === 'refused') return answered
  if (started) real.begin({ ...partnership })
  empty(real, said.inbox)
  for (const proposal of room.gone) real.put(proposal)
  answered.keep()
  return { outcome: 'done', events: [...claimed.events, ...(started?.events ?? []), ...answered.events] }
}

/** A question of the customer's own gives way to this answer; one of the partner's stays, and lets no counter-proposal pass. */
function makeRoom(real: Real, { by }: Extract<Said, { kind: 'claim' }>) {
  const [open] = real.living ? real.open : []
  if (!open || open.side === 'partner') return { gone: [], isTaken: open !== undefined }
  const gone = decideProposal(open, { kind: 'withdraw', by: cast[by] }, real.now)
  return gone.kind === 'refused' ? { code: gone.code } : { gone: [gone.proposal], isTaken: false }
}

function empty(real: Real, place: 0 | 1): void {
  real.inboxes[place] = null
}
