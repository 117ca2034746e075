// The rows of visits.
import { asId, type OrganisationId, type PartnershipId, type SessionId, type VisitId } from '../../domain/ids.ts'
import type { Visit, VisitLimits } from '../../domain/visit.ts'
import { toVisit } from '../authorization/load-facts.ts'
import type { Transaction } from '../platform/transact.ts'

/** What the customer lets a visit last, until this transaction is over: whoever shortens it then finds the visit that began under it. */
export async function holdVisitLimits(tx: Transaction, customerId: OrganisationId): Promise<VisitLimits> {
  await tx.selectFrom('organisation').select('id').where('id', '=', customerId).forShare().executeTakeFirstOrThrow()
  return getVisitLimits(tx, customerId)
}

/** What the customer lets a visit last. */
export async function getVisitLimits(tx: Transaction, customerId: OrganisationId): Promise<VisitLimits> {
  const row = await tx
    .selectFrom('organisation')
    .select(['visit_idle_minutes', 'visit_hours'])
    .where('id', '=', customerId)
    .executeTakeFirstOrThrow()
  return { idleMinutes: row.visit_idle_minutes, hours: Number(row.visit_hours) }
}

/** The visit of this session that nobody has ended yet, locked; it may be over by the clock. */
export async function lockVisitUnderWay(tx: Transaction, partnershipId: PartnershipId, sessionId: SessionId): Promise<Visit | undefined> {
  const row = await tx
    .selectFrom('visit')
    .selectAll()
    .where('partnership_id', '=', partnershipId)
    .where('session_id', '=', sessionId)
    .where('ended_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row && toVisit(row)
}

/** What the person said they came for. */
export async function findReason(tx: Transaction, id: VisitId): Promise<string | null> {
  const row = await tx.selectFrom('visit').select('reason').where('id', '=', id).executeTakeFirst()
  return row?.reason ?? null
}

/** False when this session's visit began elsewhere in the same moment. */
export async function insertVisit(
  tx: Transaction,
  visit: Visit,
  more: { readonly customerId: OrganisationId; readonly partnerId: OrganisationId; readonly reason: string | undefined },
): Promise<boolean> {
  const inserted = await tx
    .insertInto('visit')
    .values({
      id: visit.id,
      customer_id: more.customerId,
      partnership_id: visit.partnershipId,
      partner_id: more.partnerId,
      person_id: visit.personId,
      session_id: visit.sessionId,
      reason: more.reason ?? null,
      started_at: new Date(visit.startedAt),
      seen_at: new Date(visit.seenAt),
      idle_minutes: visit.idleMinutes,
      expires_at: new Date(visit.expiresAt),
    })
    .onConflict((conflict) => conflict.columns(['session_id', 'partnership_id']).where('ended_at', 'is', null).doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

export async function saveVisitEnd(tx: Transaction, visit: Visit): Promise<void> {
  await tx
    .updateTable('visit')
    .set({ ended_at: visit.endedAt === null ? null : new Date(visit.endedAt), ended_by: visit.endedBy })
    .where('id', '=', visit.id)
    .execute()
}

/** Visits that ran out by the clock and were not recorded as ended yet. */
export async function listOverdueVisits(
  tx: Transaction,
  now: Date,
): Promise<readonly { visit: Visit; customerId: OrganisationId; partnerId: OrganisationId }[]> {
  const rows = await tx
    .selectFrom('visit')
    .selectAll()
    .where('ended_at', 'is', null)
    .where((where) => where.or([where('expires_at', '<=', now), where('seen_at', '<', new Date(now.getTime() - 5 * 60_000))]))
    .orderBy('started_at')
    .limit(500)
    .forNoKeyUpdate()
    .skipLocked()
    .execute()
  return rows.map((row) => ({ visit: toVisit(row), customerId: asId(row.customer_id), partnerId: asId(row.partner_id) }))
}
