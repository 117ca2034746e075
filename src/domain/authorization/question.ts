// A question: may this person do this, here and now?

import type { OrganisationId, PartnershipId, PersonId, ProductId, VisitId } from '../ids.ts'
import type { Family, RightId } from '../rights/catalogue.ts'

/** `enter`: open the organisation's Manager at all. */
export type Action = RightId | 'enter'

export type Question = {
  readonly personId: PersonId
  /** Where: the own organisation, or the customer when acting. */
  readonly organisationId: OrganisationId
  readonly action: Action
  /** Which product. Without one, a product right is asked for something not yet there (to order it), of `family` when given. */
  readonly productId?: ProductId
  readonly family?: Family
  /**
   * On whose behalf. With it the question concerns this partnership alone; without it the person's own membership alone,
   * never the union of both. `visitId` is null only when asking to enter.
   */
  readonly visit?: { readonly partnershipId: PartnershipId; readonly visitId: VisitId | null }
  /**
   * Asked of nobody's session and visit in particular: what the person may do once signed in, with a second factor, in a visit. For
   * searches ("who can touch this?") and for whoever asks without naming a session; never enough to act on behalf of a customer.
   */
  readonly standing?: true
}
