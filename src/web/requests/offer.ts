// A customer's counter-proposal, or offer, as the profile shows it.
import type { z } from 'zod'
import type { getProfile } from '../../server/customer-profile/contract.ts'
import type { CustomerDialogProps } from './customer-dialog.ts'

export type Profile = z.output<typeof getProfile.answer>
export type Offer = NonNullable<Profile['proposal']>
export type OfferDialogProps = CustomerDialogProps & {
  readonly offer: Offer
  /** What we asked for, as the profile shows it. */
  readonly rights: Profile['rights']
}

/** The customer started it: nobody had asked for anything. */
export const isUnasked = (rights: Profile['rights']): boolean => rights.every(({ requested }) => requested.length === 0)
