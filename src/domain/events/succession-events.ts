// What happens when another legal person shall follow a partner: between the two, and with each customer that is asked.

import type { PartnershipId, SuccessionId } from '../ids.ts'
import type { Instant } from '../time.ts'
import { type Change, type Name, type Nothing, says } from './says.ts'

type Succeeding = { readonly successionId: SuccessionId }

/** `name`: the successor's. */
export const successionEvents = {
  /** By the operator, who verified another register number: told to the partner, then to it and each customer. The names. */
  'partner.new_legal_person': says<Nothing, Change>(),
  /** Told to the partner: each of its partnerships is closed by itself, and the gate at the partner opens again. */
  'partner.customers_asked': says<Nothing>(),
  'partnership.new_legal_person': says<{ readonly expiresAt: Instant }, Change>(),
  // both partners read these
  'succession.named': says<Succeeding, Name>(),
  'succession.withdrawn': says<Succeeding, Name>(),
  'succession.agreed': says<Succeeding & { readonly expiresAt: Instant }, Name>(),
  'succession.refused': says<Succeeding, Name>(),
  // the customer and the partner that goes read these
  'succession.asked': says<Succeeding & { readonly expiresAt: Instant }, Name>(),
  'succession.reminded': says<Succeeding & { readonly daysLeft: number }, Name>(),
  'succession.granted': says<Succeeding & { readonly toPartnershipId: PartnershipId }, Name>(),
  'succession.declined': says<Succeeding, Name>(),
  'succession.lapsed': says<Succeeding, Name>(),
}
