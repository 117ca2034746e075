// What nobody answered in time lapses: written down by a job, and by whatever command meets it first.
import type { InvitationId, PartnershipId, ProposalId } from '../../domain/ids.ts'
import { decideInvitation } from '../../domain/partnership/decide-invitation.ts'
import { decidePartnership } from '../../domain/partnership/decide-partnership.ts'
import { decideProposal } from '../../domain/partnership/decide-proposal.ts'
import { Refusal } from '../../domain/refusal.ts'
import { record } from '../journal/record.ts'
import { calendar } from '../partnerships/calendar.ts'
import { lockInvitation, saveInvitation } from '../partnerships/invitation-store.ts'
import { noProducts } from '../partnerships/organisation-store.ts'
import { lockPartnership, savePartnership } from '../partnerships/partnership-store.ts'
import { findProposal, lockOpenProposal, saveProposal } from '../partnerships/proposal-store.ts'
import type { AnyWork } from '../work.ts'

/** A request nobody claimed. Nothing happens when it is not overdue, or over in another way. */
export async function lapseInvitation(work: AnyWork, id: InvitationId): Promise<boolean> {
  const invitation = await lockInvitation(work.tx, id)
  if (!invitation) return false
  const lapsed = decideInvitation(invitation, { kind: 'lapse' }, work.now)
  if (lapsed.kind === 'refused') return false
  await saveInvitation(work.tx, lapsed.invitation)
  const proposal = await lockOpenProposal(work.tx, { invitationId: id })
  const over = proposal && decideProposal({ ...proposal, expiresAt: invitation.expiresAt }, { kind: 'lapse' }, work.now)
  if (over?.kind === 'done') await saveProposal(work.tx, over.proposal)
  for (const event of lapsed.events) record(work, event)
  return true
}

/** A proposal on a partnership. A partnership that never came about is not concluded with it. */
export async function lapseProposal(work: AnyWork, id: ProposalId): Promise<void> {
  const partnershipId = (await findProposal(work.tx, id))?.partnershipId
  const partnership = partnershipId && (await lockPartnership(work.tx, partnershipId))
  const proposal = partnership && (await findProposal(work.tx, id))
  if (!proposal) return
  const lapsed = decideProposal(proposal, { kind: 'lapse' }, work.now)
  if (lapsed.kind === 'refused') return
  await saveProposal(work.tx, lapsed.proposal)
  for (const event of lapsed.events) record(work, event)
  await notConclude(work, partnership.id)
}

/** Call it when the last open proposal of a partnership was declined, withdrawn or lapsed: a living one goes on as it was. */
export async function notConclude(work: AnyWork, id: PartnershipId): Promise<void> {
  const partnership = await lockPartnership(work.tx, id)
  if (partnership?.state !== 'proposed') return
  const over = decidePartnership(partnership, { kind: 'not_conclude' }, { now: work.now, calendar, findProduct: noProducts })
  if (over.kind === 'refused') throw new Refusal(over.code)
  await savePartnership(work.tx, over.partnership)
  for (const event of over.events) record(work, event)
}
