// What happens when a partner names who shall follow it: between the two partners, and with each customer that is asked.

import type { PartnershipId, SuccessionId } from '../ids.ts'
import type { Instant } from '../time.ts'
import { type Name, says } from './says.ts'

type Succeeding = { readonly successionId: SuccessionId }

/** `name`: the successor's. */
export const successionEvents = {
  // both partners read these
  'succession.named': says<Succeeding, Name>(),
  'succession.withdrawn': says<Succeeding, Name>(),
  'succession.agreed': says<Succeeding & { readonly expiresAt: Instant }, Name>(),
  'succession.refused': says<Succeeding, Name>(),
  // the customer and the partner that goes read these
  'succession.asked': says<Succeeding & { readonly expiresAt: Instant }, Name>(),
  'succession.granted': says<Succeeding & { readonly toPartnershipId: PartnershipId }, Name>(),
  'succession.declined': says<Succeeding, Name>(),
  'succession.lapsed': says<Succeeding, Name>(),
}
