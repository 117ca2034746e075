// The first time somebody opened the page on which a proposal can be answered; nothing else is kept of it, so it stands on no journal.
import type { ProposalId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

export async function saveOpening(tx: Transaction, proposalId: ProposalId, now: Instant): Promise<void> {
  await tx
    .insertInto('proposal_opening')
    .values({ proposal_id: proposalId, opened_at: new Date(now) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
