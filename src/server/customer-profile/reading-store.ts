// What somebody has read of a customer lately outside of a visit, as the journal has it.
import { sql } from 'kysely'
import type { OrganisationId, PartnershipId, PersonId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

type Reading = {
  readonly partnerId: OrganisationId
  readonly partnershipId: PartnershipId
  readonly personId: PersonId
  readonly since: Instant
}

/** Among the newest entries: beyond them it is rather recorded once more. */
const entriesLookedAt = 200

export async function listReadings(tx: Transaction, { partnerId, partnershipId, personId, since }: Reading): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ what: string }>`
    select j.body ->> 'what' as what
    from (select position from journal_reader where organisation_id = ${partnerId} and partnership_id = ${partnershipId}
          order by position desc limit ${entriesLookedAt}) r
    join journal j on j.position = r.position
    where j.kind = 'visit.read' and j.visit_id is null and j.person_id = ${personId} and j.at > ${new Date(since)}`.execute(tx)
  return new Set(rows.map(({ what }) => what))
}
