// Every version of what was proposed and granted, as the customer reads it.
import type { Answer, Input } from '../endpoint.ts'
import { conversationOf } from '../partnerships/conversation.ts'
import { getOwnPartnership } from '../partnerships/own-partnership.ts'
import type { OwnWork } from '../work.ts'
import type { getConversation as contract } from './conversation-contract.ts'

export async function getConversation(work: OwnWork, { params }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  const { tx, context, now } = work
  const partnership = await getOwnPartnership(work, params.partnership)
  return conversationOf(tx, { partnershipId: partnership.id }, partnership, {
    side: 'customer',
    organisationId: context.organisationId,
    now,
  })
}
