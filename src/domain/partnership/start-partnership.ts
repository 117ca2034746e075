// A new partnership: every life of one begins as proposed, with an invitation that was claimed or an offer.

import type { OrganisationId, PartnershipId } from '../ids.ts'
import type { Side } from '../organisation.ts'
import type { PartnershipDecided } from './partnership-command.ts'

export type PartnershipStart = {
  readonly id: PartnershipId
  readonly partnerId: OrganisationId
  readonly customerId: OrganisationId
  readonly startedBy: Side
}

/** The partnership as it begins. Refuses `own_organisation`. */
export function startPartnership(start: PartnershipStart): PartnershipDecided {
  const { id, partnerId, customerId, startedBy } = start
  if (partnerId === customerId) return { kind: 'refused', code: 'own_organisation' }
  return {
    kind: 'done',
    partnership: {
      ...start,
      state: 'proposed',
      suspendedByCustomerAt: null,
      suspendedByOperatorAt: null,
      partnerClosedAt: null,
      grant: null,
      securedAt: null,
      namedPeopleOnly: false,
      secondFactorNeeded: false,
      sensitiveSuspendedAt: null,
      activatedAt: null,
      endedAt: null,
      endedBy: null,
    },
    events: [{ kind: 'partnership.proposed', readers: [partnerId, customerId], partnershipId: id, customerId, data: { by: startedBy } }],
  }
}
