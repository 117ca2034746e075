// Entering a customer's Manager: a visit begins, and both sides read of it.
import { Refusal } from '../../domain/refusal.ts'
import { endOfVisit, endVisit, isVisitOver, startVisit, type Visit } from '../../domain/visit.ts'
import { nameOfOrganisation } from '../authorization/naming-store.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { type ActingContext, newId, type TenantWork } from '../work.ts'
import type { enterVisit as contract, getEntry as entryContract } from './contract.ts'
import { isReasonNeeded } from './visit-rules-store.ts'
import { holdVisitLimits, insertVisit, lockVisitUnderWay, saveVisitEnd } from './visit-store.ts'

export async function enterVisit(work: TenantWork, { body }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  const context = actingContext(work)
  // Before any visit is locked: in the order in which limits are set.
  const limits = await holdVisitLimits(work.tx, context.organisationId)
  const before = await lockVisitUnderWay(work.tx, context.partnershipId, work.person.sessionId)
  if (before && !isVisitOver(before, work.now)) return shown(before)
  if (before) await end(work, context, before)
  const visitor = {
    id: newId<Visit['id']>(),
    partnershipId: context.partnershipId,
    personId: work.person.id,
    sessionId: work.person.sessionId,
  }
  const reason = body.reason === undefined || body.reason === '' ? undefined : body.reason
  if (reason === undefined && (await isReasonNeeded(work.tx, context.partnershipId))) throw new Refusal('visit_reason_needed')
  const visit = startVisit(visitor, limits, work.now)
  const more = { customerId: context.organisationId, partnerId: context.partnerId, reason }
  if (!(await insertVisit(work.tx, visit, more))) return entered(work, context)
  record(work, {
    kind: 'visit.started',
    readers: [context.organisationId, context.partnerId],
    visitId: visit.id,
    data: { personId: work.person.id },
    ...(reason === undefined ? {} : { detail: { reason } }),
  })
  return shown(visit)
}

/** Asked before anything is begun: nothing of the customer's but its name. */
export async function getEntry(work: TenantWork): Promise<Answer<typeof entryContract>> {
  const { organisationId, partnerId, partnershipId } = actingContext(work)
  return {
    customer: { id: organisationId, name: await nameOfOrganisation(work.tx, organisationId) },
    partner: { id: partnerId, name: await nameOfOrganisation(work.tx, partnerId) },
    reasonNeeded: await isReasonNeeded(work.tx, partnershipId),
  }
}

/** A second click, or a second tab: the visit that began in the same moment. */
async function entered(work: TenantWork, { partnershipId }: ActingContext): Promise<Answer<typeof contract>> {
  const visit = await lockVisitUnderWay(work.tx, partnershipId, work.person.sessionId)
  if (!visit) throw new Refusal('changed_meanwhile')
  return shown(visit)
}

/** Leaving, or noticing that the visit ran out. */
export async function leaveVisit(work: TenantWork): Promise<Record<string, never>> {
  const context = actingContext(work)
  const visit = await lockVisitUnderWay(work.tx, context.partnershipId, work.person.sessionId)
  if (visit) await end(work, context, visit)
  return {}
}

async function end(work: TenantWork, context: ActingContext, visit: Visit): Promise<void> {
  const ended = endVisit(visit, 'person', work.now)
  await saveVisitEnd(work.tx, ended)
  record(work, {
    kind: 'visit.ended',
    readers: [context.organisationId, context.partnerId],
    visitId: visit.id,
    data: { personId: visit.personId, endedBy: ended.endedBy ?? 'person' },
  })
}

export function actingContext(work: TenantWork): ActingContext {
  if (work.context.kind !== 'acting') throw new Refusal('not_found')
  return work.context
}

export function shown(visit: Visit): Answer<typeof contract> {
  return {
    id: visit.id,
    startedAt: new Date(visit.startedAt).toISOString(),
    idleUntil: new Date(endOfVisit(visit)).toISOString(),
    until: new Date(visit.expiresAt).toISOString(),
  }
}
