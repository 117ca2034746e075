// Who made a link, a key, a forwarding or a rule, as its row holds it, and whether it still opens anything.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { OrganisationId, PartnershipId, PersonId, VisitId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time.ts'

/** `closesAt`: when the right it was made with ends by itself. */
export type Maker = {
  readonly personId: PersonId
  readonly acting: { readonly partnershipId: PartnershipId; readonly visitId: VisitId; readonly closesAt: Instant | null } | null
}

export const makerColumns = ({ personId, acting }: Maker) => ({
  person_id: personId,
  partnership_id: acting?.partnershipId ?? null,
  visit_id: acting?.visitId ?? null,
  closes_at: acting === null || acting.closesAt === null ? null : new Date(acting.closesAt),
})

/** With the names beside. `partnershipId` null: one of the own people. `person` null: nobody of whom Prokura knows. */
export type StoredMaker = {
  readonly person: string | null
  readonly partnershipId: PartnershipId | null
  readonly partner: string | null
  readonly partnerId: OrganisationId | null
}

export const makerRead = [
  'partnership_id',
  sql<string | null>`person_name(person_id)`.as('person'),
  sql<string | null>`partner_here(partnership_id)`.as('partner_id'),
  sql<string | null>`organisation_name(partner_here(partnership_id))`.as('partner'),
] as const

export const makerIn = (row: {
  person: string | null
  partnership_id: string | null
  partner: string | null
  partner_id: string | null
}) => ({
  person: row.person,
  partnershipId: row.partnership_id as PartnershipId | null,
  partner: row.partner,
  partnerId: row.partner_id as OrganisationId | null,
})

/** The right it was made with is not over by the clock; everything else that takes it away has removed the row. */
export const isOpenAt = (now: Instant): RawBuilder<SqlBool> => sql<SqlBool>`(closes_at is null or closes_at > ${new Date(now)})`
