// The customer answers what a partner asks later on, or takes its own question back.
import { decideProposal } from '../../domain/partnership/decide-proposal.ts'
import type { Proposal } from '../../domain/partnership/proposal.ts'
import { Refusal } from '../../domain/refusal.ts'
import { isSensitive } from '../../domain/rights/catalogue.ts'
import { asCustomer } from '../actor.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { answerAsCustomer, chosenRights, differenceShown, isSecured } from '../partnerships/answer-as-customer.ts'
import { blockForCustomer } from '../partnerships/block-partner.ts'
import { findAmong, listOwnProducts } from '../partnerships/customer-store.ts'
import { proposalClosed } from '../partnerships/decided-already.ts'
import { lockOwnPartnership } from '../partnerships/own-partnership.ts'
import type { StoredPartnership } from '../partnerships/partnership-store.ts'
import { lockOpenProposal, saveProposal } from '../partnerships/proposal-store.ts'
import { refuseAsker } from '../partnerships/refuse-asker.ts'
import type { OwnWork } from '../work.ts'
import type {
  answerProposal as answerContract,
  declineProposal as declineContract,
  withdrawProposal as withdrawContract,
} from './change-contract.ts'
import { notConclude } from './not-conclude.ts'

type Nothing = Record<string, never>

export async function answerProposal(
  work: OwnWork,
  { params, body }: Input<typeof answerContract>,
): Promise<Answer<typeof answerContract>> {
  const { partnership, proposal } = await lockProposal(work, params.partnership, body.proposalId)
  await refuseAsker(work, proposal)
  const findProduct = findAmong(await listOwnProducts(work.tx, partnership.customerId))
  const choice = { granted: chosenRights(body.rights, findProduct), notGranted: body.notGranted, terms: body.terms }
  const answering = { partnership, proposal, choice, decision: body.decision, by: asCustomer(work), findProduct }
  const { outcome, rights } = await answerAsCustomer(work, answering)
  const waits = !isSecured(work) && rights.some(({ right }) => isSensitive(right))
  return { outcome, rows: differenceShown(proposal, rights, findProduct), needsSecureSignIn: waits }
}

export async function declineProposal(work: OwnWork, { params, body }: Input<typeof declineContract>): Promise<Nothing> {
  const { partnership, proposal } = await lockProposal(work, params.partnership, body.proposalId)
  await close(work, partnership, proposal, { kind: 'decline', by: asCustomer(work), reason: body.reason ?? null })
  if (body.block) await blockForCustomer(work, partnership.partnerId, partnership.customerId, asCustomer(work))
  return {}
}

export async function withdrawProposal(work: OwnWork, { params, body }: Input<typeof withdrawContract>): Promise<Nothing> {
  const { partnership, proposal } = await lockProposal(work, params.partnership, body.proposalId)
  await close(work, partnership, proposal, { kind: 'withdraw', by: asCustomer(work) })
  return {}
}

async function close(
  work: OwnWork,
  partnership: StoredPartnership,
  proposal: Proposal,
  command: Parameters<typeof decideProposal>[1],
): Promise<void> {
  const decided = decideProposal(proposal, command, work.now)
  if (decided.kind === 'refused') throw new Refusal(decided.code)
  await saveProposal(work.tx, decided.proposal)
  for (const event of decided.events) record(work, event)
  await notConclude(work, partnership)
}

/** The partnership first: its row puts all answers in one line. What the partner has not sent is not there. */
async function lockProposal(
  work: OwnWork,
  id: string,
  proposalId: string,
): Promise<{ partnership: StoredPartnership; proposal: Proposal }> {
  const partnership = await lockOwnPartnership(work, id)
  const proposal = await lockOpenProposal(work.tx, { partnershipId: partnership.id })
  const at = { organisationId: work.context.organisationId, partnershipId: partnership.id }
  if (!proposal || proposal.state === 'prepared') throw await proposalClosed(work.tx, at, 'already_answered', proposalId)
  if (proposal.id !== proposalId) throw await proposalClosed(work.tx, at, 'changed_meanwhile', proposalId)
  return { partnership, proposal }
}
