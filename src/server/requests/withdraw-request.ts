// Taking back what one asked for, before anybody answered: a request, or a later version of it on a partnership.
import { decideProposal } from '../../domain/partnership/decide-proposal.ts'
import { Refusal } from '../../domain/refusal.ts'
import { asPartner } from '../actor.ts'
import type { Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { proposalClosed } from '../partnerships/decided-already.ts'
import { lockManagedCustomer } from '../partnerships/managed-customer-store.ts'
import type { StoredPartnership } from '../partnerships/partnership-store.ts'
import { lockOpenProposal, saveProposal } from '../partnerships/proposal-store.ts'
import type { OwnWork } from '../work.ts'
import type { withdrawProposal as proposalContract, withdrawRequest as requestContract } from './contract.ts'
import { withdrawInvitation } from './keep-asking.ts'
import { notConclude } from './lapse-request.ts'

/** From the list: whatever of ours is open with this customer. */
export async function withdrawRequest(work: OwnWork, { params }: Input<typeof requestContract>): Promise<Record<string, never>> {
  await withdrawRequestOf(work, params.managedCustomer)
  return {}
}

export async function withdrawRequestOf(work: OwnWork, id: string): Promise<void> {
  const { invitation, partnership } = await lockManagedCustomer(work, id)
  if (partnership) await withdrawFrom(work, partnership, undefined)
  else if (invitation) await withdrawInvitation(work, invitation)
}

/** From the profile: the version that was read, and no other. */
export async function withdrawProposal(work: OwnWork, { params, body }: Input<typeof proposalContract>): Promise<Record<string, never>> {
  const { partnership } = await lockManagedCustomer(work, params.managedCustomer)
  if (!partnership) throw new Refusal('not_found')
  await withdrawFrom(work, partnership, body.number)
  return {}
}

async function withdrawFrom(work: OwnWork, partnership: StoredPartnership, number: number | undefined): Promise<void> {
  const proposal = await lockOpenProposal(work.tx, { partnershipId: partnership.id })
  const at = { organisationId: work.context.organisationId, partnershipId: partnership.id }
  if (!proposal) throw await proposalClosed(work.tx, at, 'already_answered')
  if (number !== undefined && proposal.number !== number) throw await proposalClosed(work.tx, at, 'changed_meanwhile')
  const withdrawn = decideProposal(proposal, { kind: 'withdraw', by: asPartner(work) }, work.now)
  if (withdrawn.kind === 'refused') throw new Refusal(withdrawn.code)
  await saveProposal(work.tx, withdrawn.proposal)
  for (const event of withdrawn.events) record(work, event)
  await notConclude(work, partnership.id)
}
