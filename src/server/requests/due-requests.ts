// What becomes of an open request by the clock: reminders 7 and 2 days before it lapses, and the end of its time.
import type { InvitationId, ProposalId } from '../../domain/ids.ts'
import { stateOfInvitation } from '../../domain/partnership/invitation.ts'
import { stateOfPartnership } from '../../domain/partnership/partnership.ts'
import { stateOfProposal } from '../../domain/partnership/proposal.ts'
import { dayMs, type Instant, later } from '../../domain/time.ts'
import { record } from '../journal/record.ts'
import { isAskedBefore } from '../partnerships/asked-before.ts'
import { findInvitation } from '../partnerships/invitation-store.ts'
import { findPartnershipById } from '../partnerships/partnership-store.ts'
import { findOpenProposal, findProposal } from '../partnerships/proposal-store.ts'
import type { NewJob } from '../platform/jobs.ts'
import type { RecordedEvent } from '../reaction.ts'
import type { SystemWork } from '../work.ts'
import { lapseInvitation, lapseProposal } from './lapse-request.ts'

const remindDaysBefore = [7, 2]

type Due<Id> = { readonly id: Id; readonly expiresAt: Instant; readonly daysLeft: number }

/** request.sent and request.resent, and request.revised where it had gone out */
export function planInvitation(event: RecordedEvent): readonly NewJob[] {
  if (event.kind !== 'request.sent' && event.kind !== 'request.resent' && event.kind !== 'request.revised') return []
  if (event.data.expiresAt === null) return []
  return plan('request', event.data.invitationId, event.data.expiresAt)
}

/** proposal.made; who has to answer what a customer proposed reads of it in the list. */
export function planProposal(event: RecordedEvent): readonly NewJob[] {
  if (event.kind !== 'proposal.made') return []
  const jobs = plan('proposal', event.data.proposalId, event.data.expiresAt)
  return event.data.side === 'partner' ? jobs : jobs.filter(({ kind }) => kind === 'lapse-proposal')
}

function plan(of: 'request' | 'proposal', id: InvitationId | ProposalId, expiresAt: Instant): readonly NewJob[] {
  const job = (kind: string, at: Instant, daysLeft: number) => ({
    kind,
    payload: { id, expiresAt, daysLeft } satisfies Due<string>,
    runAt: new Date(at),
    uniqueKey: `${kind}:${id}:${expiresAt}:${daysLeft}`,
  })
  return [...remindDaysBefore.map((days) => job(`remind-${of}`, later(expiresAt, -days * dayMs), days)), job(`lapse-${of}`, expiresAt, 0)]
}

/** Only while it is open, with the same end as when it was planned, and on the right day: a short request is not reminded of at once. */
export async function remindOfRequest(work: SystemWork, payload: unknown): Promise<void> {
  const due = payload as Due<InvitationId>
  const invitation = await findInvitation(work.tx, due.id)
  if (!invitation || stateOfInvitation(invitation, work.now) !== 'open' || !isDue(due, invitation.expiresAt, work.now)) return
  const proposal = await findOpenProposal(work.tx, { invitationId: due.id })
  if (!proposal || (await isAskedBefore(work, proposal))) return
  record(work, { kind: 'request.reminded', readers: [invitation.partnerId], data: { invitationId: due.id, daysLeft: due.daysLeft } })
}

export async function remindOfProposal(work: SystemWork, payload: unknown): Promise<void> {
  const due = payload as Due<ProposalId>
  const proposal = await findProposal(work.tx, due.id)
  if (!proposal?.partnershipId || !proposal.customerId) return
  if (stateOfProposal(proposal, work.now) !== 'open' || !isDue(due, proposal.expiresAt, work.now)) return
  const partnership = await findPartnershipById(work.tx, proposal.partnershipId)
  if (!partnership || stateOfPartnership(partnership, work.now) === 'ended') return
  if (await isAskedBefore(work, proposal)) return
  const { partnerId, customerId, partnershipId, side } = proposal
  const about = { readers: [partnerId, customerId], partnershipId, customerId }
  record(work, { ...about, kind: 'proposal.reminded', data: { proposalId: due.id, side, daysLeft: due.daysLeft } })
}

export async function lapseOverdueRequest(work: SystemWork, payload: unknown): Promise<void> {
  await lapseInvitation(work, (payload as Due<InvitationId>).id)
}

export async function lapseOverdueProposal(work: SystemWork, payload: unknown): Promise<void> {
  await lapseProposal(work, (payload as Due<ProposalId>).id)
}

function isDue({ expiresAt, daysLeft }: Due<string>, stored: Instant | null, now: Instant): boolean {
  const left = (expiresAt - now) / dayMs
  return stored === expiresAt && left <= daysLeft && left > daysLeft - 1
}
