// A visit that began, and who of the customer is told of it. Runs as prokura_system, after the event.
import { sql } from 'kysely'
import { asId, type OrganisationId, type PartnershipId, type VisitId } from '../../domain/ids.ts'
import type { Language } from '../../domain/language.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

export type Begun = {
  readonly customerId: OrganisationId
  readonly partnerId: OrganisationId
  readonly partnershipId: PartnershipId
  readonly person: string
  readonly at: Instant
}

export async function findBegun(tx: Transaction, id: VisitId): Promise<Begun | undefined> {
  const row = await tx
    .selectFrom('visit')
    .select(['customer_id', 'partner_id', 'partnership_id', 'started_at', sql<string | null>`person_name(person_id)`.as('person')])
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      customerId: asId(row.customer_id),
      partnerId: asId(row.partner_id),
      partnershipId: asId(row.partnership_id),
      person: row.person ?? '',
      at: instant(row.started_at.getTime()),
    }
  )
}

/** Only whoever leads the customer today: a wish does not outlive a role. */
export async function listToldOfVisits(
  tx: Transaction,
  { customerId, partnershipId }: Begun,
): Promise<readonly { readonly email: string; readonly language: Language }[]> {
  return await tx
    .selectFrom('visit_notice')
    .innerJoin('member', (join) =>
      join.onRef('member.person_id', '=', 'visit_notice.person_id').onRef('member.organisation_id', '=', 'visit_notice.customer_id'),
    )
    .innerJoin('person', 'person.id', 'member.person_id')
    .select(['person.email', 'person.language'])
    .where('visit_notice.customer_id', '=', customerId)
    .where('visit_notice.partnership_id', '=', partnershipId)
    .where('member.role', 'in', ['legal_representative', 'administrator'])
    .orderBy('person.id')
    .execute()
}
