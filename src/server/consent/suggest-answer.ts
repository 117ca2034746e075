// Somebody who may not decide leaves a suggestion: the one who may finds it filled in, and decides alone. The partner learns nothing of it.
import { refusalOfRights } from '../../domain/partnership/answer.ts'
import { stateOfInvitation } from '../../domain/partnership/invitation.ts'
import { Refusal } from '../../domain/refusal.ts'
import { asTenant } from '../authorization/as-tenant.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { chosenRights } from '../partnerships/answer-as-customer.ts'
import { findAmong, listOwnProducts } from '../partnerships/customer-store.ts'
import { findOpenProposal } from '../partnerships/proposal-store.ts'
import type { PersonalWork } from '../work.ts'
import type { suggestAnswer as contract } from './contract.ts'
import { noLonger } from './no-longer.ts'
import { refuseAskers } from './refuse-askers.ts'
import { isAddressed, listOwnOrganisations, lockRequest } from './request-store.ts'
import { saveSuggestion } from './suggestion-store.ts'

export async function suggestAnswer(work: PersonalWork, { params, body }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  const invitation = await lockRequest(work.tx, params.token)
  const organisation = (await listOwnOrganisations(work.tx, work.person.id)).find(({ id }) => id === body.organisationId)
  if (!organisation || organisation.number !== (invitation.customerNumber ?? organisation.number)) throw new Refusal('not_found')
  const state = stateOfInvitation(invitation, work.now)
  if (state !== 'open') throw new Refusal(noLonger[state])
  if (!(await isAddressed(work.tx, invitation, [organisation]))) throw new Refusal('address_not_proven')
  const proposal = await findOpenProposal(work.tx, { invitationId: invitation.id })
  if (proposal?.id !== body.proposalId) throw new Refusal('changed_meanwhile')
  await refuseAskers(work, invitation)
  return asTenant(work.tx, organisation.id, async () => {
    const granted = chosenRights(body.rights, findAmong(await listOwnProducts(work.tx, organisation.id)))
    const code = refusalOfRights(granted)
    if (code !== null) throw new Refusal(code)
    const of = { customerId: organisation.id, invitationId: invitation.id, proposalId: proposal.id }
    const terms = { ...body.terms, paymentMethodId: null }
    await saveSuggestion(work.tx, of, { granted, notGranted: body.notGranted, terms }, { by: work.person.id, now: work.now })
    record(work, {
      kind: 'request.suggested',
      readers: [organisation.id],
      customerId: organisation.id,
      data: { invitationId: invitation.id },
    })
    return {}
  })
}
