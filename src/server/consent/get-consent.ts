// Everything the decision needs, for whoever proved an address of the request: who asks for what, and for which organisation one may answer.

import { compareVersions } from '../../domain/partnership/compare-versions.ts'
import { stateOfInvitation } from '../../domain/partnership/invitation.ts'
import type { Proposal } from '../../domain/partnership/proposal.ts'
import { hasAsked } from '../../domain/partnership/revise-request.ts'
import { Refusal } from '../../domain/refusal.ts'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import { isAddressWithin } from '../../domain/verification/proof-of-domain.ts'
import { mayDo } from '../../domain/who-may.ts'
import { asTenant } from '../authorization/as-tenant.ts'
import type { Answer, Input } from '../endpoint.ts'
import { emailKey } from '../identity/email-key.ts'
import { refuseAskedBefore } from '../partnerships/asked-before.ts'
import {
  findPartnerShown,
  listChoosableProducts,
  listPaymentMethods,
  listPeopleOfPartner,
  listRepresentatives,
  mailDomainOfAsker,
  nameOfPerson,
} from '../partnerships/customer-store.ts'
import type { StoredInvitation } from '../partnerships/invitation-store.ts'
import { noProducts } from '../partnerships/organisation-store.ts'
import { listProposals } from '../partnerships/proposal-store.ts'
import type { PersonalWork } from '../work.ts'
import type { getConsent as contract } from './contract.ts'
import { noLonger } from './no-longer.ts'
import { listOwnDomains } from './own-domains-store.ts'
import { listPartnersOf } from './partners-of-store.ts'
import { getRequest, isAddressed, listOwnOrganisations, type OwnOrganisation } from './request-store.ts'
import { findSuggestion, type OfRequest } from './suggestion-store.ts'

type Consent = Answer<typeof contract>

export async function getConsent(work: PersonalWork, { params, query }: Input<typeof contract>): Promise<Consent> {
  const invitation = await getRequest(work.tx, params.token)
  const state = stateOfInvitation(invitation, work.now)
  if (state !== 'open') throw new Refusal(noLonger[state])
  const own = await listOwnOrganisations(work.tx, work.person.id)
  const organisations = own.filter(({ id, number }) => id !== invitation.partnerId && (invitation.customerNumber ?? number) === number)
  if (!(await isAddressed(work.tx, invitation, organisations))) throw new Refusal('address_not_proven')
  const versions = await listProposals(work.tx, { invitationId: invitation.id })
  const proposal = versions.find(({ state }) => state === 'open')
  if (!proposal) throw new Refusal('already_answered')
  await refuseAskedBefore(work, proposal)
  const chosen = chooseFrom(organisations, query.organisation)
  return {
    partner: await shownPartner(work, invitation, proposal),
    proposal: await shownProposal(work, invitation, proposal),
    organisations: organisations.map(({ id, name, number, role }) => ({ id, name, number, role })),
    revised: shownRevision(versions, proposal),
    organisation: chosen ? await shownOrganisation(work, invitation, versions, chosen) : null,
  }
}

/** The one in the address, else the one where the person may decide, else any. */
function chooseFrom(organisations: readonly OwnOrganisation[], wanted: string | undefined): OwnOrganisation | undefined {
  return (
    organisations.find(({ id }) => id === wanted) ?? organisations.find(({ role }) => role === 'legal_representative') ?? organisations[0]
  )
}

async function shownPartner({ tx }: PersonalWork, { partnerId }: StoredInvitation, proposal: Proposal): Promise<Consent['partner']> {
  const partner = await findPartnerShown(tx, partnerId)
  if (!partner) throw new Refusal('not_found')
  const { id, name, domain, registerNumber, city, country, formerName } = partner
  const writesFrom = await mailDomainOfAsker(tx, proposal.releasedBy ?? proposal.personId)
  const otherDomain = domain !== null && writesFrom !== null && !isAddressWithin(`@${writesFrom}`, domain) ? writesFrom : null
  const people = (await listPeopleOfPartner(tx, partnerId, null)).map((person) => ({ name: person.name, role: person.role }))
  return { id, name, domain, registerNumber, city, country, formerName, people, otherDomain }
}

async function shownProposal({ tx, now }: PersonalWork, invitation: StoredInvitation, proposal: Proposal): Promise<Consent['proposal']> {
  const { id, rights, terms, preset } = proposal
  return {
    id,
    preset,
    rights: [...rights],
    terms,
    askedBy: await nameOfPerson(tx, proposal.releasedBy ?? proposal.personId),
    sentAt: new Date(invitation.sentAt ?? proposal.createdAt).toISOString(),
    until: new Date(proposal.expiresAt ?? invitation.expiresAt ?? now).toISOString(),
  }
}

/** Whoever read an earlier version sees what is different now. */
function shownRevision(versions: readonly Proposal[], proposal: Proposal): Consent['revised'] {
  const before = versions.find(({ number, state }) => number === proposal.number - 1 && state === 'replaced')
  if (!before) return null
  return { at: new Date(proposal.createdAt).toISOString(), differences: compareVersions(before, proposal, noProducts) }
}

async function shownOrganisation(
  work: PersonalWork,
  invitation: StoredInvitation,
  versions: readonly Proposal[],
  { id, name, role }: OwnOrganisation,
): Promise<NonNullable<Consent['organisation']>> {
  const open = versions.find(({ state }) => state === 'open')
  const asker = hasAsked(versions, work.person.id) || invitation.preparedBy === work.person.id
  const mayAnswer = mayDo('answer', { side: 'customer', role }) && !asker
  return asTenant(work.tx, id, async () => {
    const partners = await listPartnersOf(work.tx, id, work.now)
    const asked = new Set(rightsIn(versions.at(-1)?.rights ?? []))
    const products = await listChoosableProducts(work.tx, id)
    return {
      id,
      name,
      role,
      may: mayAnswer ? ['answer', 'decline', 'pass_on'] : asker ? [] : ['pass_on'],
      cannotAnswer: asker ? 'asker_cannot_answer' : mayAnswer ? null : 'not_entitled',
      products: asker ? [] : products,
      paymentMethods: mayAnswer ? [...(await listPaymentMethods(work.tx, id))] : [],
      alreadyGranted: scopesByRight(partners.filter(({ partnerId }) => partnerId === invitation.partnerId).flatMap(({ rights }) => rights)),
      otherPartners: mayAnswer
        ? partners
            .filter(({ partnerId }) => partnerId !== invitation.partnerId)
            .map((other) => ({
              partnershipId: other.partnershipId,
              name: other.name,
              sharedRights: rightsIn(other.rights).filter((right) => asked.has(right)),
            }))
        : [],
      suggestion: asker || !open ? null : await shownSuggestion(work, { customerId: id, invitationId: invitation.id, proposalId: open.id }),
      addressElsewhere: asker ? null : elsewhere(work, invitation, await listOwnDomains(work.tx, id, products)),
      representatives: (await listRepresentatives(work.tx, id)).map((person) => ({ id: person.id, name: person.name })),
    }
  })
}

/** Nobody’s own address is elsewhere, whatever it is. */
function elsewhere({ person }: PersonalWork, { email }: StoredInvitation, domains: readonly string[]) {
  const [domain] = domains
  if (email === null || domain === undefined || emailKey(email) === emailKey(person.email)) return null
  return domains.some((own) => isAddressWithin(email, own)) ? null : { address: email, domain }
}

async function shownSuggestion(work: PersonalWork, of: OfRequest): Promise<NonNullable<Consent['organisation']>['suggestion']> {
  const found = await findSuggestion(work.tx, of)
  if (!found) return null
  const { by, at, personId, rights, notGranted, terms } = found
  return { by, isOwn: personId === work.person.id, at: at.toISOString(), rights: scopesByRight(rights), notGranted: [...notGranted], terms }
}

type Granted = NonNullable<Consent['organisation']>['alreadyGranted']
function scopesByRight(rights: readonly { right: Granted[number]['right']; scope: Granted[number]['scopes'][number] }[]): Granted {
  return rightsIn(rights).map((right) => ({ right, scopes: rights.filter((row) => row.right === right).map(({ scope }) => scope) }))
}
