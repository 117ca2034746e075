// Whoever wrote or sent any version of what is open on a partnership never answers it, whatever organisations they belong to.
import type { Proposal } from '../../domain/partnership/proposal.ts'
import { hasAskedInRound } from '../../domain/partnership/round.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { OwnWork } from '../work.ts'
import { listProposals } from './proposal-store.ts'

export async function refuseAsker(work: OwnWork, proposal: Proposal): Promise<void> {
  if (await isAskerOf(work, proposal)) throw new Refusal('asker_cannot_answer')
}

export async function isAskerOf({ tx, person }: OwnWork, proposal: Proposal): Promise<boolean> {
  const { partnershipId } = proposal
  const versions = partnershipId === null ? [] : await listProposals(tx, { partnershipId })
  return hasAskedInRound(proposal, versions, person.id)
}
