// Everything about one partnership, for the people of its customer.
import { closedByOperatorAt, type Partnership } from '../../domain/partnership/partnership.ts'
import { type Proposal, stateOfProposal } from '../../domain/partnership/proposal.ts'
import { plainTerms } from '../../domain/partnership/terms.ts'
import { actsOf, mayDo } from '../../domain/who-may.ts'
import type { Answer, Input } from '../endpoint.ts'
import {
  listChoosableProducts,
  listPaymentMethods,
  listPeopleOfPartner,
  listService,
  nameOfPerson,
} from '../partnerships/customer-store.ts'
import { getOwnPartnership } from '../partnerships/own-partnership.ts'
import { findOpenProposal } from '../partnerships/proposal-store.ts'
import { isAskerOf } from '../partnerships/refuse-asker.ts'
import { waitsForSecond } from '../partnerships/waits-for-second.ts'
import type { OwnWork } from '../work.ts'
import type { getPartnership as contract } from './contract.ts'
import { countDone, findMethodInUse, listAdmitted, listVisits } from './partners-store.ts'
import { comparedShown, endShown, grantShown, iso, partnerShown, stateShown, versionsShown } from './show-partnership.ts'
import { undoShown } from './undo-shown.ts'

type Shown = Answer<typeof contract>

export async function getPartnership(work: OwnWork, { params }: Input<typeof contract>): Promise<Shown> {
  const { tx, now, context } = work
  const partnership = await getOwnPartnership(work, params.partnership)
  const may = actsOf('customer', context.role)
  const mayChange = mayDo('change_grant', { side: 'customer', role: context.role })
  return {
    id: partnership.id,
    partner: await partnerShown(tx, partnership),
    state: stateShown(partnership, now),
    may: [...may],
    startedBy: partnership.startedBy,
    since: iso(partnership.activatedAt),
    ...endShown(partnership, stateShown(partnership, now)),
    suspendedAt: iso(closedByOperatorAt(partnership) ?? partnership.suspendedByCustomerAt),
    grant: await grantShown(tx, partnership, now),
    compared: await comparedShown(tx, partnership, now),
    paidWith: await findMethodInUse(tx, partnership.id),
    undo: mayChange ? await undoShown(work, partnership) : null,
    versions: await versionsShown(tx, partnership),
    products: mayChange ? await listChoosableProducts(tx, context.organisationId) : [],
    paymentMethods: mayChange ? [...(await listPaymentMethods(tx, context.organisationId))] : [],
    namedPeopleOnly: partnership.namedPeopleOnly,
    people: await people(work, partnership),
    visits: await visits(work, partnership),
    proposal: await proposal(work, partnership),
    secondSignature: await waitsForSecond(work, partnership.id),
  }
}

async function people({ tx }: OwnWork, { id, partnerId }: Partnership): Promise<Shown['people']> {
  const admitted = await listAdmitted(tx, id)
  const all = await listPeopleOfPartner(tx, partnerId, id)
  const service = await listService(tx, id)
  const text = (at: number | null | undefined) => (at == null ? null : new Date(at).toISOString())
  return all.map((person) => ({
    id: person.id,
    name: person.name,
    role: person.role,
    isAssigned: person.isAssigned,
    isAdmitted: admitted.has(person.id),
    since: text(service.get(person.id)?.since),
    lastVisitAt: text(service.get(person.id)?.lastVisitAt),
    teams: [...(service.get(person.id)?.teams ?? [])],
  }))
}

/** The latest, and whichever began before them and still last. */
async function visits({ tx, context }: OwnWork, { id }: Partnership): Promise<Shown['visits']> {
  const done = await countDone(tx, context.organisationId, id)
  const latest = await listVisits(tx, context.organisationId, { partnershipId: id })
  const known = new Set(latest.map((visit) => visit.id))
  const underWay = await listVisits(tx, context.organisationId, { underWay: true })
  const lasting = underWay.filter((visit) => visit.partnershipId === id && !known.has(visit.id))
  return [...latest, ...lasting].map((visit) => ({
    id: visit.id,
    personId: visit.personId,
    person: visit.person,
    reason: visit.reason,
    startedAt: new Date(visit.startedAt).toISOString(),
    endedAt: iso(visit.endedAt),
    endedBy: visit.endedBy,
    ...(done.get(visit.id) ?? { reads: 0, changes: 0 }),
  }))
}

async function proposal(work: OwnWork, { id }: Partnership): Promise<Shown['proposal']> {
  const open = await findOpenProposal(work.tx, { partnershipId: id })
  if (!open || stateOfProposal(open, work.now) !== 'open' || open.expiresAt === null) return null
  return {
    id: open.id,
    side: open.side,
    by: await nameOfPerson(work.tx, open.releasedBy ?? open.personId),
    rights: [...open.rights],
    terms: plainTerms(open.terms),
    preset: open.preset,
    createdAt: new Date(open.createdAt).toISOString(),
    until: new Date(open.expiresAt).toISOString(),
    cannot: await cannot(work, open),
  }
}

async function cannot(work: OwnWork, open: Proposal): Promise<'not_entitled' | 'asker_cannot_answer' | null> {
  const act = open.side === 'partner' ? 'answer' : 'withdraw'
  if (!mayDo(act, { side: 'customer', role: work.context.role })) return 'not_entitled'
  return open.side === 'partner' && (await isAskerOf(work, open)) ? 'asker_cannot_answer' : null
}
