// Who has access to what now, who is inside at this moment, and what waits for an answer.
import type { PartnershipId } from '../../domain/ids.ts'
import type { Partnership } from '../../domain/partnership/partnership.ts'
import { stateOfProposal } from '../../domain/partnership/proposal.ts'
import { newIn } from '../../domain/partnership/requested-rights.ts'
import { families, isSensitive, rightOf } from '../../domain/rights/catalogue.ts'
import { presetOf } from '../../domain/rights/presets.ts'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import { actsOf } from '../../domain/who-may.ts'
import type { Answer, Input } from '../endpoint.ts'
import { requestToken } from '../partnerships/invitation-store.ts'
import { noProducts } from '../partnerships/organisation-store.ts'
import { findPartnershipById } from '../partnerships/partnership-store.ts'
import { findOpenProposal } from '../partnerships/proposal-store.ts'
import type { OwnWork } from '../work.ts'
import type { listPartnerships as contract } from './contract.ts'
import { findLastVisit, listPartnershipIds, listVisits, type VisitShown } from './partners-store.ts'
import { listWaitingRequests } from './partners-to-be-store.ts'
import { endShown, iso, partnerShown, rightsNow, stateShown } from './show-partnership.ts'

type List = Answer<typeof contract>

export async function listPartnerships(work: OwnWork, _input: Input<typeof contract>): Promise<List> {
  const { tx, context, now, secrets } = work
  const underWay = await listVisits(tx, context.organisationId, { underWay: true })
  const partnerships: List['partnerships'] = []
  for (const id of await listPartnershipIds(tx, context.organisationId)) {
    const shown = await entry(work, id, underWay)
    if (shown) partnerships.push(shown)
  }
  const requests = await listWaitingRequests(tx, { organisationId: context.organisationId, personId: work.person.id }, now)
  return {
    may: [...actsOf('customer', context.role)],
    partnerships,
    requests: requests.map((request) => ({
      id: request.id,
      partner: request.partner,
      until: new Date(request.expiresAt).toISOString(),
      sentAt: new Date(request.sentAt).toISOString(),
      path: `/r/${requestToken(secrets, request)}`,
    })),
  }
}

async function entry(work: OwnWork, id: PartnershipId, underWay: readonly VisitShown[]): Promise<List['partnerships'][number] | undefined> {
  const { tx, now, context } = work
  const partnership = await findPartnershipById(tx, id)
  if (!partnership || partnership.customerId !== context.organisationId) return undefined
  const rights = rightsNow(partnership, now)
  const payer = partnership.grant?.terms.payer ?? null
  return {
    id,
    partner: await partnerShown(tx, partnership),
    state: stateShown(partnership, now),
    access: partnership.grant === null ? null : (presetOf(rights, payer) ?? 'custom'),
    rights: rights.length,
    sensitive: rights.filter(isSensitive).length,
    families: families.filter((family) => rights.some((right) => rightOf(right).family === family)),
    payer,
    notAfter: iso(partnership.grant?.notAfter ?? null),
    since: iso(partnership.activatedAt),
    endedAt: endShown(partnership, stateShown(partnership, now)).endedAt,
    visitsNow: underWay
      .filter((visit) => visit.partnershipId === id)
      .map(({ id: visitId, personId, person, startedAt }) => ({
        id: visitId,
        personId,
        person,
        startedAt: new Date(startedAt).toISOString(),
      })),
    lastVisit: await lastVisit(work, id),
    proposal: await waiting(work, partnership),
  }
}

async function lastVisit({ tx, context }: OwnWork, id: PartnershipId): Promise<List['partnerships'][number]['lastVisit']> {
  const last = await findLastVisit(tx, context.organisationId, id)
  return last ? { at: new Date(last.at).toISOString(), person: last.person } : null
}

async function waiting({ tx, now }: OwnWork, { id, grant }: Partnership): Promise<List['partnerships'][number]['proposal']> {
  const open = await findOpenProposal(tx, { partnershipId: id })
  if (!open || stateOfProposal(open, now) !== 'open' || open.expiresAt === null) return null
  return {
    side: open.side,
    until: new Date(open.expiresAt).toISOString(),
    rights: rightsIn(newIn(open.rights, grant?.rights ?? [], noProducts)).length,
  }
}
