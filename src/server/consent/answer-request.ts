// The one answer that decides: the request is claimed for an organisation, a partnership begins or grows, and a grant or a counter-proposal
// stands. All of it, or nothing.
import type { DomainEvent } from '../../domain/event.ts'
import type { OrganisationId, PartnershipId } from '../../domain/ids.ts'
import { decideInvitation } from '../../domain/partnership/decide-invitation.ts'
import { decideProposal } from '../../domain/partnership/decide-proposal.ts'
import type { Partnership } from '../../domain/partnership/partnership.ts'
import { type Proposal, stateOfProposal } from '../../domain/partnership/proposal.ts'
import { startPartnership } from '../../domain/partnership/start-partnership.ts'
import { Refusal, type RefusalCode } from '../../domain/refusal.ts'
import { isSensitive } from '../../domain/rights/catalogue.ts'
import type { Actor } from '../../domain/who-may.ts'
import { asTenant } from '../authorization/as-tenant.ts'
import { type Answer, type Input, RefusedAnswer } from '../endpoint.ts'
import { emailKey } from '../identity/email-key.ts'
import { record } from '../journal/record.ts'
import { answerAsCustomer, chosenRights, differenceShown, isSecured } from '../partnerships/answer-as-customer.ts'
import { beginStrictly } from '../partnerships/begin-strictly.ts'
import { findAmong, findPartnerShown, listOwnProducts, lockOrganisation } from '../partnerships/customer-store.ts'
import { proposalClosed } from '../partnerships/decided-already.ts'
import { type StoredInvitation, saveAnsweredWith, saveInvitation } from '../partnerships/invitation-store.ts'
import { insertPartnership, lockLivingPartnership } from '../partnerships/partnership-store.ts'
import { attachReplaced, lockOpenProposal, saveProposal } from '../partnerships/proposal-store.ts'
import { orFirstSignature } from '../partnerships/signing.ts'
import { newId, type PersonalWork } from '../work.ts'
import type { answerRequest as contract } from './contract.ts'
import { refuseAskers } from './refuse-askers.ts'
import { isAddressed, listOwnOrganisations, lockRequest, type OwnOrganisation } from './request-store.ts'

export async function answerRequest(
  work: PersonalWork,
  { params, body }: Input<typeof contract>,
): Promise<Answer<typeof contract> | RefusedAnswer> {
  const invitation = await lockRequest(work.tx, params.token)
  const organisation = (await listOwnOrganisations(work.tx, work.person.id)).find(({ id }) => id === body.organisationId)
  if (!organisation) throw new Refusal('not_found')
  return asTenant(work.tx, organisation.id, async () => {
    await lockOrganisation(work.tx, organisation.id)
    const by: Actor = { personId: work.person.id, side: 'customer', role: organisation.role }
    const { partnership, proposal } = await claim(work, invitation, organisation, by, body.decision)
    if (proposal.id !== body.proposalId) throw new Refusal('changed_meanwhile')
    const findProduct = findAmong(await listOwnProducts(work.tx, organisation.id))
    const choice = { granted: chosenRights(body.rights, findProduct), notGranted: body.notGranted, terms: body.terms }
    const { decision } = body
    const outcome = await orFirstSignature(work, { act: 'answer', input: () => asLaterAnswer(partnership, body) }, () =>
      answerAsCustomer(work, { partnership, proposal, choice, decision, by, findProduct }),
    )
    if (outcome instanceof RefusedAnswer) {
      await keepOpen(work, partnership, proposal)
      return outcome
    }
    const partner = await findPartnerShown(work.tx, invitation.partnerId)
    const { grant } = outcome.partnership
    return {
      outcome: outcome.outcome,
      organisationId: organisation.id,
      organisationName: organisation.name,
      partnershipId: partnership.id,
      partnerName: partner?.name ?? '',
      rows: differenceShown(proposal, outcome.rights, findProduct),
      payer: outcome.terms.payer,
      notAfter: outcome.outcome === 'proposed' || !grant?.notAfter ? null : new Date(grant.notAfter).toISOString(),
      needsSecureSignIn: !isSecured(work) && outcome.rights.some(({ right }) => isSensitive(right)),
    }
  })
}

/** Until the second one signs, the request waits on the partnership; where another one waits already, that one comes first. */
async function keepOpen(work: PersonalWork, { id }: Partnership, proposal: Proposal): Promise<void> {
  if (await lockOpenProposal(work.tx, { partnershipId: id })) throw new Refusal('already_open')
  await saveProposal(work.tx, proposal)
}

/** How whoever signs second answers: on the partnership, of which the request is a part by then. */
function asLaterAnswer(partnership: Partnership, { organisationId: _, ...body }: Input<typeof contract>['body']): unknown {
  return { params: { organisation: partnership.customerId, partnership: partnership.id }, body }
}

/** The request belongs to the organisation now: to its partnership with this partner, or to a new one. */
async function claim(
  work: PersonalWork,
  invitation: StoredInvitation,
  organisation: OwnOrganisation,
  by: Actor,
  decision: 'grant' | 'propose',
): Promise<{ partnership: Partnership; proposal: Proposal }> {
  const living = await lockLivingPartnership(work.tx, { customerId: organisation.id, partnerId: invitation.partnerId })
  const partnershipId = living?.id ?? newId<PartnershipId>()
  const isProven = await isAddressed(work.tx, invitation, [organisation])
  const command = { kind: 'claim', by: by.personId, isProven, customerId: organisation.id, partnershipId } as const
  const claimed = decideInvitation(invitation, command, work.now)
  if (claimed.kind === 'refused') throw await refusalOf(work, invitation, organisation, claimed.code)
  const asked = await lockOpenProposal(work.tx, { invitationId: invitation.id })
  if (!asked) throw new Refusal('already_answered')
  await refuseAskers(work, invitation)
  const attached = decideProposal(asked, { kind: 'attach', customerId: organisation.id, partnershipId }, work.now)
  if (attached.kind === 'refused') throw new Refusal(attached.code)
  const other = otherAddress(work, invitation)
  for (const event of claimed.events) record(work, event.kind === 'request.claimed' && other ? withAddress(event, other) : event)
  const partnership = living ?? (await begin(work, partnershipId, invitation, organisation.id))
  await attachReplaced(work.tx, invitation.id, { customerId: organisation.id, partnershipId })
  if (living) await makeRoom(work, living.id, by, decision)
  await saveInvitation(work.tx, claimed.invitation)
  if (other) await saveAnsweredWith(work.tx, invitation.id, other)
  return { partnership, proposal: attached.proposal }
}

/** The sign-in address, where the request was sent to another one: both are on record, and the partner reads both. */
function otherAddress({ person }: PersonalWork, { email }: StoredInvitation): string | undefined {
  return email === null || emailKey(email) === emailKey(person.email) ? undefined : person.email
}

function withAddress(event: Extract<DomainEvent, { kind: 'request.claimed' }>, answeredWith: string): DomainEvent {
  return { ...event, detail: { address: event.detail?.address ?? '', answeredWith } }
}

/** Answered by somebody else of the same organisation: then who it was and what they said is told, and to nobody else. */
function refusalOf(work: PersonalWork, { partnershipId }: StoredInvitation, { id }: OwnOrganisation, code: RefusalCode): Promise<Refusal> {
  const told = code === 'already_claimed' ? 'already_answered' : code
  if (told !== 'already_answered' || partnershipId === null) return Promise.resolve(new Refusal(told))
  return proposalClosed(work.tx, { organisationId: id, partnershipId }, told)
}

async function begin(
  work: PersonalWork,
  id: PartnershipId,
  invitation: StoredInvitation,
  customerId: OrganisationId,
): Promise<Partnership> {
  const started = startPartnership({ id, partnerId: invitation.partnerId, customerId, startedBy: 'partner' })
  if (started.kind === 'refused') throw new Refusal(started.code)
  await insertPartnership(work.tx, started.partnership, { ownReference: invitation.ownReference, now: work.now })
  for (const event of started.events) record(work, event)
  return beginStrictly(work, started.partnership)
}

/** A question of the customer's own that waits for the partner gives way to this answer. One of the partner's stays, and lets no other pass. */
async function makeRoom(work: PersonalWork, partnershipId: PartnershipId, by: Actor, decision: 'grant' | 'propose'): Promise<void> {
  const open = await lockOpenProposal(work.tx, { partnershipId })
  if (!open) return
  const isOver = stateOfProposal(open, work.now) === 'expired'
  if (open.side === 'partner' && !isOver) {
    if (decision === 'propose') throw new Refusal('already_open')
    return
  }
  const gone = decideProposal(open, isOver ? { kind: 'lapse' } : { kind: 'withdraw', by }, work.now)
  if (gone.kind === 'refused') throw new Refusal(gone.code)
  await saveProposal(work.tx, gone.proposal)
  for (const event of gone.events) record(work, event)
}
