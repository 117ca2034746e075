// Somebody who may not decide, or would rather not, hands a request to the one who may: by address, or by name within an organisation.
import type { DomainEvent } from '../../domain/event.ts'
import type { OrganisationId, PersonId } from '../../domain/ids.ts'
import { decideInvitation } from '../../domain/partnership/decide-invitation.ts'
import { Refusal } from '../../domain/refusal.ts'
import { asTenant } from '../authorization/as-tenant.ts'
import type { Answer, Input } from '../endpoint.ts'
import { emailKey } from '../identity/email-key.ts'
import { record } from '../journal/record.ts'
import { listRepresentatives } from '../partnerships/customer-store.ts'
import { type StoredInvitation, saveInvitation } from '../partnerships/invitation-store.ts'
import { isMailAddress } from '../platform/mail-address.ts'
import type { PersonalWork } from '../work.ts'
import type { passOnRequest as contract } from './contract.ts'
import { hintOf } from './open-request.ts'
import { insertAddress, isAddressed, listAddresses, listOwnOrganisations, lockRequest } from './request-store.ts'

type Receiver = { readonly name: string; readonly email: string; readonly personId: PersonId | null }

export async function passOnRequest(work: PersonalWork, { params, body }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  const invitation = await lockRequest(work.tx, params.token)
  const isProven = await isAddressed(work.tx, invitation, await listOwnOrganisations(work.tx, work.person.id))
  const to = await receiverOf(work, invitation, body)
  const decided = decideInvitation(invitation, { kind: 'pass_on', by: work.person.id, isProven, email: to.email }, work.now)
  if (decided.kind === 'refused') throw new Refusal(decided.code)
  if (await isThere(work, invitation, to.email)) throw new Refusal('nothing_changed')
  await insertAddress(work.tx, { invitationId: invitation.id, email: to.email, passedOnBy: work.person.id, now: work.now })
  await saveInvitation(work.tx, decided.invitation)
  for (const event of decided.events) {
    if (event.kind === 'request.passed_on') tell(work, event, to)
    else record(work, event)
  }
  return { to: to.name }
}

/** The mail needs the address and the person; the partner, who has not been answered yet, reads that it was passed on. */
function tell(work: PersonalWork, event: Extract<DomainEvent, { kind: 'request.passed_on' }>, to: Receiver): void {
  record(work, { ...event, readers: [], data: { ...event.data, toPersonId: to.personId }, detail: { address: to.email } })
  record(work, { ...event, detail: { address: to.personId === null ? hintOf(to.email) : '…' } })
}

/** Where a customer number was asked, only that customer's own representatives come into question. */
async function receiverOf(
  work: PersonalWork,
  { customerNumber }: StoredInvitation,
  body: Input<typeof contract>['body'],
): Promise<Receiver> {
  if ('personId' in body) return representative(work, customerNumber, body.organisationId as OrganisationId, body.personId)
  if (customerNumber !== null || !isMailAddress(body.email)) throw new Refusal('invalid_address')
  return { name: body.email, email: body.email, personId: null }
}

async function representative(
  work: PersonalWork,
  customerNumber: string | null,
  organisationId: OrganisationId,
  personId: string,
): Promise<Receiver> {
  const own = (await listOwnOrganisations(work.tx, work.person.id)).find(({ id }) => id === organisationId)
  if (!own || (customerNumber ?? own.number) !== own.number) throw new Refusal('not_found')
  const people = await asTenant(work.tx, organisationId, () => listRepresentatives(work.tx, organisationId))
  const found = people.find(({ id }) => id === personId)
  if (!found) throw new Refusal('not_found')
  return { name: found.name, email: found.email, personId: found.id }
}

async function isThere(work: PersonalWork, { id, passedOnTo }: StoredInvitation, email: string): Promise<boolean> {
  const key = emailKey(email)
  const known = [...(await listAddresses(work.tx, id)).map((address) => address.email), ...(passedOnTo === null ? [] : [passedOnTo])]
  return known.some((address) => emailKey(address) === key)
}
