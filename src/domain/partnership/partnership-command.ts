// What can be done with a partnership, and what comes of it.

import type { DomainEvent } from '../event.ts'
import type { PaymentMethodId } from '../ids.ts'
import type { RefusalCode } from '../refusal.ts'
import type { GrantedRight } from '../rights/scope.ts'
import type { Actor } from '../who-may.ts'
import type { Grant } from './grant.ts'
import type { Narrowing } from './narrow-grant.ts'
import type { Partnership } from './partnership.ts'
import type { Proposal } from './proposal.ts'
import type { Accepted } from './proposal-command.ts'
import type { Payer, SpendingLimit, Terms } from './terms.ts'
import type { VersionMade } from './undo-narrowing.ts'

/** `isSecured`: whether whoever grants can sign in with more than an emailed code. */
export type PartnershipCommand =
  /** A grant only comes from an accepted proposal. `base`: the version it started from, null on a first one. */
  | {
      readonly kind: 'grant'
      readonly proposal: Proposal
      readonly answer: Accepted
      readonly base: Grant | null
      readonly isSecured: boolean
    }
  /** The customer writes the grant anew. `renew`: sensitive rights begin their 12 months again. */
  | {
      readonly kind: 'change'
      readonly by: Actor
      readonly rights: readonly GrantedRight[]
      readonly terms: Terms
      readonly renew: boolean
      readonly isSecured: boolean
    }
  | ({ readonly kind: 'narrow'; readonly by: Actor } & Narrowing)
  /** Takes back a narrowing made by mistake. `before`: the version it was made from; `made`: when and by whom. */
  | {
      readonly kind: 'undo_narrowing'
      readonly by: Actor
      readonly before: Grant | null
      readonly made: VersionMade | null
      readonly isSecured: boolean
    }
  | ({ readonly kind: 'change_payer'; readonly by: Actor } & Payment)
  | { readonly kind: 'suspend'; readonly by: Actor | 'operator'; readonly reason: string | null }
  | { readonly kind: 'resume'; readonly by: Actor | 'operator' }
  | { readonly kind: 'end'; readonly by: Actor | 'operator'; readonly reason: string | null }
  /** Whoever granted set a credential of their own, or another legal representative confirms what was granted. */
  | { readonly kind: 'secure'; readonly by: Actor }
  | { readonly kind: 'admit_named_people'; readonly by: Actor; readonly namedPeopleOnly: boolean }
  /** Only people who signed in with a second factor may enter, or anybody who may again. */
  | { readonly kind: 'demand_second_factor'; readonly by: Actor; readonly secondFactorNeeded: boolean }
  /** Its proposal was declined, withdrawn or lapsed, and there is no other. */
  | { readonly kind: 'not_conclude' }
  | { readonly kind: 'lapse' }

export type Payment = {
  readonly payer: Payer
  readonly paymentMethodId: PaymentMethodId | null
  readonly spendingLimit: SpendingLimit | null
}

export type PartnershipDecided =
  | { readonly kind: 'done'; readonly partnership: Partnership; readonly events: readonly DomainEvent[] }
  | { readonly kind: 'refused'; readonly code: RefusalCode }
