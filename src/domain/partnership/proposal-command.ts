// What can be done with a proposal, and what comes of it.

import type { DomainEvent } from '../event.ts'
import type { OrganisationId, PartnershipId, PersonId, ProposalId } from '../ids.ts'
import type { RefusalCode } from '../refusal.ts'
import type { Instant } from '../time.ts'
import type { Actor } from '../who-may.ts'
import type { Answer, CounterReason } from './answer.ts'
import type { Proposal } from './proposal.ts'

export type Accepted = Extract<Answer, { kind: 'accepted_as_asked' | 'accepted_differently' }>

export type ProposalCommand =
  | { readonly kind: 'release'; readonly by: Actor; readonly expiresAt: Instant }
  /** Its invitation was claimed: from now on it belongs to a partnership. */
  | { readonly kind: 'attach'; readonly customerId: OrganisationId; readonly partnershipId: PartnershipId }
  | { readonly kind: 'accept'; readonly by: Actor; readonly answer: Accepted }
  | { readonly kind: 'counter'; readonly by: Actor; readonly counterId: ProposalId; readonly reasons: readonly CounterReason[] }
  | { readonly kind: 'decline'; readonly by: Actor; readonly reason: string | null }
  | { readonly kind: 'withdraw'; readonly by: Actor }
  /** Before anybody claimed it, its own side puts a new version in its place. */
  | { readonly kind: 'replace'; readonly by: Actor }
  | { readonly kind: 'pass_on'; readonly by: Actor; readonly toPersonId: PersonId }
  | { readonly kind: 'lapse' }

export type ProposalDecided =
  | { readonly kind: 'done'; readonly proposal: Proposal; readonly events: readonly DomainEvent[] }
  | { readonly kind: 'refused'; readonly code: RefusalCode }
