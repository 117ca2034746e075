// A signature: what a first legal representative signed and a second one has yet to sign before anything of it takes effect.

import type { OrganisationId, PartnershipId, PersonId, ProposalId, SignatureId } from '../ids.ts'
import { type Instant, isOver } from '../time.ts'
import type { SignatureReason } from './enlargement.ts'

export const signatureStates = ['waiting', 'given', 'refused', 'withdrawn', 'void', 'expired'] as const
export type SignatureState = (typeof signatureStates)[number]

/** What can be signed by two; each is one command of the customer. */
export const signedActs = [
  'answer',
  'change_grant',
  'renew',
  'change_payment',
  'offer',
  'succession',
  'ask_to_pay',
  'resume',
  'loosen',
  'set_strictness',
  'default_strictness',
  'one_signature',
  'visit_rules',
  'visit_limits',
  'withdraw_dispute',
  'confirm',
  'invite_member',
  'change_role',
  'remove_member',
  'off_board',
] as const
export type SignedAct = (typeof signedActs)[number]

export type Signature = {
  readonly id: SignatureId
  readonly state: SignatureState
  readonly reason: SignatureReason
  readonly act: SignedAct
  readonly customerId: OrganisationId
  /** Null when it is about no partner, or one that is only being asked. */
  readonly partnerId: OrganisationId | null
  readonly partnershipId: PartnershipId | null
  /** What is answered with it. */
  readonly proposalId: ProposalId | null
  readonly firstBy: PersonId
  readonly firstAt: Instant
  /** It can be signed while `now < expiresAt`. */
  readonly expiresAt: Instant
  /** Of exactly what was signed, proposal version and answer included: SHA-256 in hexadecimal. */
  readonly digest: string
  readonly secondBy: PersonId | null
  readonly secondAt: Instant | null
}

/** How long a first signature waits. */
export const signatureDays = 14

/** The state as it is at that instant. */
export function stateOfSignature({ state, expiresAt }: Signature, now: Instant): SignatureState {
  return state === 'waiting' && isOver(expiresAt, now) ? 'expired' : state
}
