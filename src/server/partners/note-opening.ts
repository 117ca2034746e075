// Somebody of the customer looks at what a partner asks on their partnership: when that was first, and nothing else, is kept.
import { stateOfProposal } from '../../domain/partnership/proposal.ts'
import type { Answer, Input } from '../endpoint.ts'
import { saveOpening } from '../partnerships/opening-store.ts'
import { getOwnPartnership } from '../partnerships/own-partnership.ts'
import { findOpenProposal } from '../partnerships/proposal-store.ts'
import type { OwnWork } from '../work.ts'
import type { noteOpeningOfProposal as contract } from './change-contract.ts'

export async function noteOpeningOfProposal(work: OwnWork, { params }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  const { id } = await getOwnPartnership(work, params.partnership)
  const open = await findOpenProposal(work.tx, { partnershipId: id })
  if (open?.side === 'partner' && stateOfProposal(open, work.now) === 'open') await saveOpening(work.tx, open.id, work.now)
  return {}
}
