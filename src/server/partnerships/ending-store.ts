// What would end at once with a partnership: visits under way, and tokens of consoles in them.
import { sql } from 'kysely'
import type { PartnershipId, VisitId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time.ts'
import type { Visit } from '../../domain/visit.ts'
import { toVisit } from '../authorization/load-facts.ts'
import type { Transaction } from '../platform/transact.ts'

export async function listVisitsNow(tx: Transaction, partnershipId: PartnershipId): Promise<readonly { visit: Visit; person: string }[]> {
  const rows = await tx
    .selectFrom('visit')
    .selectAll()
    .select(sql<string | null>`person_name(person_id)`.as('person'))
    .where('partnership_id', '=', partnershipId)
    .where('ended_at', 'is', null)
    .orderBy('started_at')
    .execute()
  return rows.map((row) => ({ visit: toVisit(row), person: row.person ?? '' }))
}

/** In the customer's context. */
export async function countTokensNow(tx: Transaction, visits: readonly VisitId[], now: Instant): Promise<number> {
  if (visits.length === 0) return 0
  const row = await tx
    .selectFrom('console_token')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('visit_id', 'in', visits)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', new Date(now))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
