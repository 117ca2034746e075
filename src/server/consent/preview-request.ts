// Before anything is granted: what the partner who asks would see, with the rights as they are chosen on the page.
import { Refusal } from '../../domain/refusal.ts'
import { asTenant } from '../authorization/as-tenant.ts'
import type { Answer, Input, LaterAnswer } from '../endpoint.ts'
import { chosenRights } from '../partnerships/answer-as-customer.ts'
import { findAmong, findPartnerShown, listOwnProducts } from '../partnerships/customer-store.ts'
import { lockLivingPartnership } from '../partnerships/partnership-store.ts'
import { previewFor } from '../partnerships/preview.ts'
import type { PersonalWork } from '../work.ts'
import type { previewRequested as contract } from './contract.ts'
import { getRequest, isAddressed, listOwnOrganisations } from './request-store.ts'

export async function previewRequested(
  work: PersonalWork,
  { params, body }: Input<typeof contract>,
): Promise<LaterAnswer<Answer<typeof contract>>> {
  const { tx } = work
  const invitation = await getRequest(tx, params.token)
  const organisation = (await listOwnOrganisations(tx, work.person.id)).find(({ id }) => id === body.organisationId)
  if (!organisation) throw new Refusal('not_found')
  if (!(await isAddressed(tx, invitation, [organisation]))) throw new Refusal('address_not_proven')
  return asTenant(tx, organisation.id, async () => {
    const partner = await findPartnerShown(tx, invitation.partnerId)
    const living = await lockLivingPartnership(tx, { customerId: organisation.id, partnerId: invitation.partnerId })
    const chosen = chosenRights(body.rights, findAmong(await listOwnProducts(tx, organisation.id)))
    const inForce = living?.grant?.rights.filter(({ notAfter }) => notAfter === null || notAfter > work.now) ?? []
    return previewFor(tx, {
      customerId: organisation.id,
      partner: { id: invitation.partnerId, name: partner?.name ?? '' },
      partnershipId: living?.id ?? null,
      personId: body.personId,
      rights: [...inForce.map(({ right, scope }) => ({ right, scope })), ...chosen],
    })
  })
}
