// A collaborator asks for a customer, or for rights of one, says why and for how long, and may take it back.

import { type AccessRequest, answerAccess, refusalOfAsking, stateOfAccessRequest } from '../../domain/access-request.ts'
import { isCounting } from '../../domain/assignment.ts'
import type { AccessRequestId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { RightId } from '../../domain/rights/catalogue.ts'
import { asPartner } from '../actor.ts'
import { loadActingFacts } from '../authorization/load-facts.ts'
import type { Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { lockPartnership, type StoredPartnership } from '../partnerships/partnership-store.ts'
import { newId, type OwnWork } from '../work.ts'
import type { askForAccess as askContract, withdrawAccess as withdrawContract } from './contract.ts'
import {
  findPartnershipOf,
  findRules,
  forgetLapsed,
  insertRequest,
  lockOpenRequest,
  lockRequest,
  type StoredRequest,
  saveRequest,
} from './store.ts'

const asksADay = { limit: 50, windowMs: 86_400_000 }

export async function askForAccess(work: OwnWork, { body }: Input<typeof askContract>): Promise<{ id: AccessRequestId }> {
  const { organisationId: partnerId } = work.context
  const partnershipId = await findPartnershipOf(work.tx, partnerId, body.managedCustomerId)
  const partnership = partnershipId && (await lockPartnership(work.tx, partnershipId))
  if (!partnership) throw new Refusal('not_found')
  const held = await heldOf(work, partnership)
  const around = { partnership, held, rules: await findRules(work.tx, partnerId) }
  const refused = refusalOfAsking(around, body, asPartner(work), work.now)
  if (refused) throw new Refusal(refused)
  await refuseWhileOpen(work, partnership)
  await work.limit(`ask-for-access:${work.person.id}`, asksADay)
  const request: StoredRequest = {
    ...{ id: newId<AccessRequestId>(), partnerId, customerId: partnership.customerId, partnershipId: partnership.id },
    ...{ personId: work.person.id, rights: body.rights, hours: body.hours, why: body.why },
    ...{ state: 'open', askedAt: work.now, approvedBy: [] },
  }
  await insertRequest(work.tx, request)
  record(work, { ...aboutRequest(request), kind: 'assignment.asked', data: dataOf(request) })
  return { id: request.id }
}

export async function withdrawAccess(work: OwnWork, { params }: Input<typeof withdrawContract>): Promise<Record<string, never>> {
  const request = await lockRequest(work.tx, work.context.organisationId, params.request)
  if (request?.personId !== work.person.id) throw new Refusal('not_found')
  const rules = await findRules(work.tx, work.context.organisationId)
  const answered = answerAccess(request, 'withdraw', { by: asPartner(work), rules, now: work.now })
  if (answered.kind === 'refused') throw new Refusal(answered.code)
  await saveRequest(work.tx, answered.request, { at: work.now, until: null })
  record(work, { ...aboutRequest(request), kind: 'assignment.ask_withdrawn', data: { requestId: request.id, personId: request.personId } })
  return {}
}

/** What the person has of this customer now, with all that counts together; undefined nothing. */
async function heldOf(work: OwnWork, partnership: StoredPartnership): Promise<readonly RightId[] | null | undefined> {
  const asking = { partnershipId: partnership.id, personId: work.person.id, visitId: null }
  const facts = await loadActingFacts(work.tx, partnership, asking)
  const counting = facts?.assignments.filter((one) => isCounting(one, work.now)) ?? []
  if (counting.length === 0) return undefined
  return counting.some(({ rights }) => rights === null) ? null : [...new Set(counting.flatMap(({ rights }) => rights ?? []))]
}

async function refuseWhileOpen(work: OwnWork, partnership: StoredPartnership): Promise<void> {
  const open = await lockOpenRequest(work.tx, partnership.id, work.person.id)
  if (!open) return
  if (stateOfAccessRequest(open, work.now) !== 'lapsed') throw new Refusal('already_open')
  await forgetLapsed(work.tx, open.id)
}

/** Between the partner's people: the customer does not read it. */
export function aboutRequest({ partnerId, customerId, partnershipId }: StoredRequest) {
  return { readers: [partnerId], customerId, partnershipId }
}

export const dataOf = ({ id, personId, rights, hours }: AccessRequest) => ({ requestId: id, personId, rights, hours })
