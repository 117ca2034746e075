// What the journal says of the end of questions and of the last change, with who it was: in the context of one of the two parties.
import { sql } from 'kysely'
import type { EventKind } from '../../domain/event.ts'
import type { OrganisationId, PartnershipId } from '../../domain/ids.ts'
import { type Instant, instant } from '../../domain/time.ts'
import { isUnnamed } from '../journal/unnamed.ts'
import type { Transaction } from '../platform/transact.ts'

export type Closed = { readonly by: string | null; readonly at: Instant; readonly reason: string | null }

/** Declined, withdrawn and lapsed questions of a partnership, by the proposal's id. */
export async function listClosed(
  tx: Transaction,
  organisationId: OrganisationId,
  partnershipId: PartnershipId,
): Promise<ReadonlyMap<string, Closed>> {
  const { rows } = await sql<{ id: string; by: string | null; at: Date; reason: string | null }>`
    select j.body ->> 'proposalId' as id, case when not ${isUnnamed} then person_name(j.person_id) end as by, j.at, d.detail ->> 'reason' as reason
    from journal_reader r join journal j on j.position = r.position left join journal_detail d on d.position = j.position
    where r.organisation_id = ${organisationId} and r.partnership_id = ${partnershipId}
      and j.kind in ('proposal.declined', 'proposal.withdrawn', 'proposal.expired')`.execute(tx)
  return new Map(rows.map(({ id, by, at, reason }) => [id, { by, at: instant(at.getTime()), reason }]))
}

export type LastAct = {
  readonly kind: EventKind
  readonly by: string | null
  readonly organisation: string | null
  readonly at: Date
}

/** The newest entry of these kinds about a partnership that this organisation may read; about one proposal where it is named. */
export async function findLastAct(
  tx: Transaction,
  { organisationId, partnershipId }: { readonly organisationId: OrganisationId; readonly partnershipId: PartnershipId },
  kinds: readonly EventKind[],
  proposalId: string | null = null,
): Promise<LastAct | undefined> {
  const { rows } = await sql<LastAct>`
    select j.kind, case when not ${isUnnamed} then person_name(j.person_id) end as by,
      organisation_name((j.body -> 'by' ->> 'organisationId')::uuid) as organisation, j.at
    from journal_reader r join journal j on j.position = r.position
    where r.organisation_id = ${organisationId} and r.partnership_id = ${partnershipId} and j.kind = any(${[...kinds]})
      and (${proposalId}::text is null or j.body ->> 'proposalId' = ${proposalId})
    order by r.position desc limit 1`.execute(tx)
  return rows[0]
}
