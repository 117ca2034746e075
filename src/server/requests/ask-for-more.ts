// More rights on a living partnership: only the difference needs consent, what is in force stays.
import type { PartnershipId, PersonId, ProposalId } from '../../domain/ids.ts'
import { makeProposal } from '../../domain/partnership/make-proposal.ts'
import { stateOfPartnership } from '../../domain/partnership/partnership.ts'
import { stateOfProposal } from '../../domain/partnership/proposal.ts'
import type { Terms } from '../../domain/partnership/terms.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { RequestedRight } from '../../domain/rights/scope.ts'
import { asPartner } from '../actor.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { lockAsker } from '../partnerships/asked-before.ts'
import { refuseWhereBlocked } from '../partnerships/block-partner.ts'
import { calendar } from '../partnerships/calendar.ts'
import { lockManagedCustomer } from '../partnerships/managed-customer-store.ts'
import { loadProducts } from '../partnerships/organisation-store.ts'
import { insertProposal, lockOpenProposal, nextProposalNumber } from '../partnerships/proposal-store.ts'
import type { TemplateVersion } from '../partnerships/template-store.ts'
import { newId, type OwnWork } from '../work.ts'
import { ownTerms, refuseForeignProducts } from './asked-rights.ts'
import type { askForMore as contract } from './contract.ts'
import { lapseProposal } from './lapse-request.ts'
import { requireRoomToday } from './limits.ts'

export type More = { readonly rights: readonly RequestedRight[]; readonly terms: Terms; readonly validityDays: number }

export function askForMore(work: OwnWork, { params, body }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  return askForMoreOf(work, params.managedCustomer, body)
}

/** `id`: made beforehand, so that it is asked once however often it is tried. */
export type Asking = { readonly id?: ProposalId; readonly preparedBy?: PersonId; readonly template?: TemplateVersion | null }

export async function askForMoreOf(work: OwnWork, id: string, more: More, asking: Asking = {}): Promise<Answer<typeof contract>> {
  const partner = await lockAsker(work)
  const { partnership } = await lockManagedCustomer(work, id)
  if (!partnership) throw new Refusal('already_open')
  if (partnership.state === 'proposed') throw new Refusal('already_open')
  if (stateOfPartnership(partnership, work.now) !== 'active') throw new Refusal('already_ended')
  await refuseWhileOpen(work, partnership.id)
  await refuseWhereBlocked(work, partner.id, { customerId: partnership.customerId })
  const findProduct = await loadProducts(work.tx, partnership.customerId)
  refuseForeignProducts(more.rights, findProduct)
  const made = makeProposal(
    {
      id: asking.id ?? newId<ProposalId>(),
      number: await nextProposalNumber(work.tx, { partnershipId: partnership.id }),
      ...{ partnerId: partner.id, customerId: partnership.customerId, invitationId: null, partnershipId: partnership.id, preset: null },
      ...{ rights: more.rights, terms: ownTerms(more.terms), expiresAt: calendar.plusDays(work.now, more.validityDays) },
      ...{ grant: partnership.grant, isPartnerVerified: partner.isVerified },
    },
    asPartner(work),
    { now: work.now, calendar, findProduct },
  )
  if (made.kind === 'refused') throw new Refusal(made.code)
  const isSent = made.proposal.state === 'open'
  if (isSent) await requireRoomToday(work, partner)
  const preparedBy = asking.preparedBy ?? work.person.id
  await insertProposal(
    work.tx,
    { ...made.proposal, personId: preparedBy },
    { validityDays: more.validityDays, template: asking.template ?? null },
  )
  for (const event of made.events) record(work, event)
  return { state: isSent ? 'sent' : 'prepared' }
}

/** One question at a time. What is overdue lapses first. */
async function refuseWhileOpen(work: OwnWork, partnershipId: PartnershipId): Promise<void> {
  const open = await lockOpenProposal(work.tx, { partnershipId })
  if (!open) return
  if (stateOfProposal(open, work.now) !== 'expired') throw new Refusal('already_open')
  await lapseProposal(work, open.id)
}
