// A way in: what lets somebody in without Prokura. A link into a folder, a key of a server or a forwarding that leads out, made on behalf of a customer, is open
// as long as whoever made it holds the right they made it with, and not a moment longer. A password of a mailbox or a rule of a firewall stays, and is told.

import type { PartnershipId, PersonId } from '../ids.ts'
import type { RightId } from '../rights/catalogue.ts'
import type { ProductFacts } from '../rights/scope.ts'
import type { Instant } from '../time.ts'
import { decide } from './decide.ts'
import type { MissingCode } from './decision.ts'
import type { ActingFacts } from './facts.ts'

export const wayInKinds = ['link', 'key', 'forwarding', 'password', 'rule'] as const
export type WayInKind = (typeof wayInKinds)[number]

/** What making one asks for. */
export const rightOfWayIn: Readonly<Record<WayInKind, RightId>> = {
  ...{ link: 'drive.content', key: 'server.content', rule: 'server.manage' },
  ...{ forwarding: 'mail.content', password: 'mail.content' },
}

export type WayIn = { readonly kind: WayInKind; readonly personId: PersonId; readonly partnershipId: PartnershipId }
/** What it rests on; `acting` of its maker, null when the partnership is not there. */
export type FactsOfWayIn = { readonly acting: ActingFacts | null; readonly product: ProductFacts | null }

/** `closesAt`: when it closes by the clock alone, if no fact changes; null: never. `because`: what its maker lacks. */
export type WayInDecided =
  | { readonly open: true; readonly closesAt: Instant | null }
  | { readonly open: false; readonly because: MissingCode }

/** Its maker need not be signed in: work that was done stays, as long as they could do it again. */
export function decideWayIn({ kind, personId, partnershipId }: WayIn, { acting, product }: FactsOfWayIn, now: Instant): WayInDecided {
  if (acting === null || product === null) return { open: false, because: acting === null ? 'partnership' : 'product' }
  const question = {
    personId,
    organisationId: acting.partnership.customerId,
    action: rightOfWayIn[kind],
    productId: product.productId,
    visit: { partnershipId, visitId: null },
    standing: true,
  } as const
  const decided = decide(question, { session: null, membership: null, acting, product }, now)
  return decided.allowed ? { open: true, closesAt: decided.validUntil } : { open: false, because: decided.because.code }
}
