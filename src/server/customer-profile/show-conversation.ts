// Every version of what was proposed and granted, as the partner reads it, for whoever may see this customer.
import type { Answer, Input } from '../endpoint.ts'
import { conversationOf } from '../partnerships/conversation.ts'
import { getManagedCustomer } from '../partnerships/managed-customer-store.ts'
import type { OwnWork } from '../work.ts'
import type { getConversation as contract } from './contract.ts'

export async function getConversation(work: OwnWork, { params }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  const { invitation, partnership } = await getManagedCustomer(work, params.managedCustomer)
  const about = partnership ? { partnershipId: partnership.id } : invitation && { invitationId: invitation.id }
  const reader = { side: 'partner', organisationId: work.context.organisationId, now: work.now } as const
  return about ? conversationOf(work.tx, about, partnership, reader) : { entries: [] }
}
