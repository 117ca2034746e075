// The gate that stands at a partner itself: what closes with it, and how it opens again.
import { sql } from 'kysely'
import { asId, type OrganisationId, type PersonId } from '../../domain/ids.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

/** Links, keys and forwardings that lead out, of all its partnerships: from this commit on none lets anybody in. As prokura_operator. */
export async function closeWaysInOf(tx: Transaction, partnerId: OrganisationId, now: Instant): Promise<void> {
  await sql`select close_ways_in_of(${partnerId}, ${new Date(now)})`.execute(tx)
}

export async function listMemberIds(tx: Transaction, organisationId: OrganisationId): Promise<readonly PersonId[]> {
  const rows = await tx.selectFrom('member').select('person_id').where('organisation_id', '=', organisationId).execute()
  return rows.map(({ person_id }) => asId(person_id))
}

/** Locked, so that nobody becomes another legal person meanwhile: whether the gate is closed, and since when it is who it is. As prokura_system. */
export async function lockGate(
  tx: Transaction,
  id: OrganisationId,
): Promise<{ readonly isClosed: boolean; readonly legalPersonSince: Instant | null }> {
  const row = await tx
    .selectFrom('organisation')
    .select(['partner_closed_at', 'legal_person_since'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
  const { legal_person_since: since } = row
  return { isClosed: row.partner_closed_at !== null, legalPersonSince: since && instant(since.getTime()) }
}

export async function openGate(tx: Transaction, id: OrganisationId): Promise<void> {
  await tx.updateTable('organisation').set({ partner_closed_at: null }).where('id', '=', id).execute()
}

export type Forsaken = { readonly partnerId: OrganisationId; readonly before: string; readonly after: string }

/** Closed since before this moment, and no job is going to open them. */
export async function listForsaken(tx: Transaction, closedBefore: Date): Promise<readonly Forsaken[]> {
  const { rows } = await sql<Forsaken>`
    select o.id "partnerId", coalesce(o.former_name, o.name) "before", o.name "after" from organisation o
    where o.partner_closed_at < ${closedBefore} and not exists (
      select from job j where j.kind = 'ask-after-new-person' and j.done_at is null and j.failed_at is null
        and j.payload->>'partnerId' = o.id::text)`.execute(tx)
  return rows
}
