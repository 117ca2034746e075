// The profile: put together from the request, the partnership and its grant, for whoever may see this customer.
import { closedByOperatorAt, type Partnership, stateOfPartnership } from '../../domain/partnership/partnership.ts'
import { mayDo } from '../../domain/who-may.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import type { StoredInvitation } from '../partnerships/invitation-store.ts'
import { getManagedCustomer } from '../partnerships/managed-customer-store.ts'
import { getPartner } from '../partnerships/organisation-store.ts'
import { listPlannedNames } from '../partnerships/planned-store.ts'
import { listProposals } from '../partnerships/proposal-store.ts'
import { waitsForSecond } from '../partnerships/waits-for-second.ts'
import type { OwnWork } from '../work.ts'
import type { checkCustomer as checkContract, getProfile as contract } from './contract.ts'
import { listPeople } from './people-store.ts'
import { recordReading } from './record-reading.ts'
import { showHistory } from './show-history.ts'
import { showPeople, showVisits } from './show-people.ts'
import { showProducts } from './show-products.ts'
import { openIn, rightsHeld, showGrant, showOpenProposal, showRequestedTerms, showRights } from './show-rights.ts'
import { findPaymentMethod, getCustomer, isKnown, listHistory, listProducts, personName, takeMarkAway } from './store.ts'

type Profile = Answer<typeof contract>

export async function getProfile(work: OwnWork, { params }: Input<typeof contract>): Promise<Profile> {
  const { id, partnership, invitation } = await getManagedCustomer(work, params.managedCustomer)
  const known = partnership && (await isKnown(work.tx, id)) ? partnership : undefined
  const about = partnership ? { partnershipId: partnership.id } : invitation && { invitationId: invitation.id }
  const proposals = about ? await listProposals(work.tx, about) : []
  const people = known ? await listPeople(work.tx, known) : []
  const own = people.find((person) => person.id === work.person.id)
  const viewer = {
    ...{ personId: work.person.id, role: work.context.role, now: work.now },
    ...{
      assigned: own && (own.isAssigned || own.teams.length + own.forATime.length > 0) ? own.rights : undefined,
      isAdmitted: known?.namedPeopleOnly !== true || own?.isAdmitted === true,
    },
  }
  const isLeader = mayDo('see_activity', { side: 'partner', role: work.context.role })
  const open = openIn(proposals, work.now)
  const parties = { partnership: known, invitation }
  const owned = known ? await ofCustomer(work, known, rightsHeld(known, viewer)) : { contact: null, products: [] }
  if (known) await recordReading(work, known, owned)
  return {
    id,
    partnershipId: partnership?.id ?? null,
    request: invitation ? await showRequest(work, invitation) : null,
    proposal: open ? showOpenProposal(open, await personName(work.tx, open.releasedBy ?? open.personId), viewer) : null,
    rights: showRights(proposals, known, viewer),
    requestedTerms: showRequestedTerms(proposals),
    granted: known ? showGrant(known) : null,
    gates: known ? showGates(known) : null,
    paymentMethod: known && stateOfPartnership(known, work.now) === 'active' ? await findPaymentMethod(work.tx, known.id) : null,
    ...owned,
    secondSignature: partnership ? await waitsForSecond(work, partnership.id) : null,
    people: known ? showPeople(people, known) : [],
    visits: known ? await showVisits(work.tx, known.id, isLeader ? undefined : work.person.id, work.now) : [],
    history: isLeader ? await historyOf(work, { ...parties, id: partnership?.id }) : [],
  }
}

/** Whoever opens the profile has checked the answer, and that is on record; without a mark nothing happens. */
export async function checkCustomer(work: OwnWork, { params }: Input<typeof checkContract>): Promise<Answer<typeof checkContract>> {
  const { id, partnership } = await getManagedCustomer(work, params.managedCustomer)
  const checked = await takeMarkAway(work.tx, id)
  const about = partnership ? { partnershipId: partnership.id, customerId: partnership.customerId } : {}
  const readers = [work.context.organisationId]
  if (checked) record(work, { kind: 'managed_customer.checked', readers, ...about, data: { managedCustomerId: id } })
  return { checked }
}

async function ofCustomer(
  work: OwnWork,
  partnership: Partnership,
  held: ReturnType<typeof rightsHeld>,
): Promise<Pick<Profile, 'contact' | 'products'>> {
  const {
    name,
    street,
    postal_code: postalCode,
    city,
    country,
    phone,
    contact_email: email,
    website,
  } = await getCustomer(work.tx, partnership.customerId)
  const maySee = held.some(({ right }) => right === 'organisation.view')
  return {
    contact: maySee ? { street, postalCode, city, country, phone, email, website } : null,
    products: showProducts(await listProducts(work.tx, partnership), held, { ...partnership, customer: name }),
  }
}

async function showRequest(work: OwnWork, invitation: StoredInvitation): Promise<Profile['request']> {
  return {
    sentTo: invitation.email,
    answeredWith: invitation.answeredWith,
    language: invitation.language,
    preparedBy: await personName(work.tx, invitation.preparedBy),
    releasedBy: invitation.releasedBy && (await personName(work.tx, invitation.releasedBy)),
    sentAt: text(invitation.sentAt),
    until: text(invitation.expiresAt),
    deliveryReason: invitation.deliveryReason,
    timesPassedOn: invitation.passedOnCount,
    planned: [...(await listPlannedNames(work.tx, invitation.id))],
  }
}

function showGates(partnership: Partnership): Profile['gates'] {
  const { suspendedByCustomerAt, namedPeopleOnly } = partnership
  return { byCustomerAt: text(suspendedByCustomerAt), byOperatorAt: text(closedByOperatorAt(partnership)), namedPeopleOnly }
}

type Past = {
  readonly id: Partnership['id'] | undefined
  readonly partnership: Partnership | undefined
  readonly invitation: StoredInvitation | undefined
}

async function historyOf(work: OwnWork, { id, partnership, invitation }: Past): Promise<Profile['history']> {
  const rows = await listHistory(work.tx, work.context.organisationId, { invitationId: invitation?.id, partnershipId: id })
  const partner = await getPartner(work.tx, work.context.organisationId)
  const customer = partnership && (await getCustomer(work.tx, partnership.customerId))
  return showHistory(rows, {
    partner: { id: partner.id, name: partner.name },
    customer: partnership && customer ? { id: partnership.customerId, name: customer.name } : null,
  })
}

const text = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())
