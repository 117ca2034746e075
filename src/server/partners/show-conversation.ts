// Every version of what was proposed and granted, as the customer reads it.
import type { PartnershipId } from '../../domain/ids.ts'
import type { Answer, Input } from '../endpoint.ts'
import { conversationOf } from '../partnerships/conversation.ts'
import { findPartnershipById } from '../partnerships/partnership-store.ts'
import type { OwnWork } from '../work.ts'
import type { getConversation as contract } from './conversation-contract.ts'
import { ownPartnership } from './get-partnership.ts'

export async function getConversation(work: OwnWork, { params }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  const { tx, context, now } = work
  const partnership = ownPartnership(work, await findPartnershipById(tx, params.partnership as PartnershipId))
  return conversationOf(tx, { partnershipId: partnership.id }, partnership, {
    side: 'customer',
    organisationId: context.organisationId,
    now,
  })
}
