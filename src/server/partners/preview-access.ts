// The customer looks through the eyes of somebody of its partner: as it is, or as it would be after a change.

import type { Answer, Input, LaterAnswer } from '../endpoint.ts'
import { chosenRights } from '../partnerships/answer-as-customer.ts'
import { findAmong, findPartnerShown, listOwnProducts } from '../partnerships/customer-store.ts'
import { getOwnPartnership } from '../partnerships/own-partnership.ts'
import { previewFor } from '../partnerships/preview.ts'
import type { OwnWork } from '../work.ts'
import type { previewAccess as contract } from './contract.ts'

export async function previewAccess(
  work: OwnWork,
  { params, body }: Input<typeof contract>,
): Promise<LaterAnswer<Answer<typeof contract>>> {
  const { tx } = work
  const partnership = await getOwnPartnership(work, params.partnership)
  const partner = await findPartnerShown(tx, partnership.partnerId)
  const products = findAmong(await listOwnProducts(tx, partnership.customerId))
  return previewFor(tx, {
    customerId: partnership.customerId,
    partner: { id: partnership.partnerId, name: partner?.name ?? '' },
    partnershipId: partnership.id,
    personId: body.personId,
    rights: body.rights && chosenRights(body.rights, products),
  })
}
