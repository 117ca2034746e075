// The conversation as the pages of both sides fetch it, and the version in it that waits for an answer.
import type { RightId } from '../../domain/rights/catalogue.ts'
import { getConversation as ofCustomer } from '../../server/customer-profile/contract.ts'
import { getConversation as ofPartner } from '../../server/partners/conversation-contract.ts'
import type { Conversation } from '../../server/partnerships/conversation-contract.ts'
import { api } from '../api.ts'

export type Entry = Conversation['entries'][number]
export type ProposalEntry = Extract<Entry, { kind: 'proposal' }>
export type GrantEntry = Extract<Entry, { kind: 'grant' }>

/** With a partner, as its customer reads it. */
export const withPartner = (organisation: string, partnership: string) =>
  api.query(ofPartner, '/api/o/{organisation}/partnerships/{partnership}/conversation', { params: { organisation, partnership } })

/** With a customer, as its partner reads it. */
export const withCustomer = (organisation: string, managedCustomer: string) =>
  api.query(ofCustomer, '/api/o/{organisation}/customers/{managedCustomer}/conversation', { params: { organisation, managedCustomer } })

export function openIn(conversation: Conversation | undefined): ProposalEntry | undefined {
  return conversation?.entries.findLast((entry): entry is ProposalEntry => entry.kind === 'proposal' && entry.state === 'open')
}

/** The rights that differ from one's own version: they are marked where one chooses. */
export function rightsChanged(entry: ProposalEntry | undefined): ReadonlySet<RightId> {
  if (entry?.comparedWith !== 'answered') return new Set()
  return new Set(entry.differences.flatMap((row) => ('right' in row ? [row.right] : [])))
}
