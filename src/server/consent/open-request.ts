// What anybody with the link sees: who asks, until when, and where a code can go. Looking changes nothing.
import { type InvitationState, stateOfInvitation } from '../../domain/partnership/invitation.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Answer, Input } from '../endpoint.ts'
import { findPartnerShown } from '../partnerships/customer-store.ts'
import type { OpenWork } from '../work.ts'
import type { openRequest as contract } from './contract.ts'
import { getRequest, listAddresses } from './request-store.ts'

const shownAs = {
  prepared: 'withdrawn',
  open: 'open',
  claimed: 'answered',
  withdrawn: 'withdrawn',
  expired: 'expired',
} as const satisfies Record<InvitationState, string>

export async function openRequest({ tx, now }: OpenWork, { params }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  const invitation = await getRequest(tx, params.token)
  const partner = await findPartnerShown(tx, invitation.partnerId)
  if (!partner) throw new Refusal('not_found')
  const { name, domain, registerNumber, city, country, formerName } = partner
  const addresses = await listAddresses(tx, invitation.id)
  return {
    partner: { name, domain, registerNumber, city, country, formerName },
    state: shownAs[stateOfInvitation(invitation, now)],
    until: invitation.expiresAt === null ? null : new Date(invitation.expiresAt).toISOString(),
    language: invitation.language,
    addresses: addresses.map(({ number, email }) => ({ number, hint: hintOf(email) })),
  }
}

/** Enough to recognise one's own address, not enough to learn somebody else's: in…@baeckerei.example */
export function hintOf(email: string): string {
  const at = email.lastIndexOf('@')
  return `${email.slice(0, at > 3 ? 2 : 1)}…${email.slice(at)}`
}
