// Who works for an organisation already, and with which rights: what the decision about one more should know. In its own context.
import type { OrganisationId, PartnershipId } from '../../domain/ids.ts'
import { asId } from '../../domain/ids.ts'
import { type Partnership, stateOfPartnership } from '../../domain/partnership/partnership.ts'
import type { GrantedRight } from '../../domain/rights/scope.ts'
import type { Instant } from '../../domain/time.ts'
import { findPartnershipById } from '../partnerships/partnership-store.ts'
import type { Transaction } from '../platform/transact.ts'

export type PartnerOf = {
  readonly partnershipId: PartnershipId
  readonly partnerId: OrganisationId
  readonly name: string
  readonly rights: readonly GrantedRight[]
}

export async function listPartnersOf(tx: Transaction, customerId: OrganisationId, now: Instant): Promise<readonly PartnerOf[]> {
  const rows = await tx
    .selectFrom('partnership')
    .innerJoin('organisation', 'organisation.id', 'partnership.partner_id')
    .select(['partnership.id', 'partnership.partner_id', 'organisation.name'])
    .where('partnership.customer_id', '=', customerId)
    .where('partnership.state', '=', 'active')
    .orderBy('organisation.name')
    .execute()
  const partners = await Promise.all(
    rows.map(async (row) => ({ row, partnership: await findPartnershipById(tx, asId<PartnershipId>(row.id)) })),
  )
  return partners
    .filter(({ partnership }) => partnership !== undefined && stateOfPartnership(partnership, now) === 'active')
    .map(({ row, partnership }) => ({
      partnershipId: asId(row.id),
      partnerId: asId(row.partner_id),
      name: row.name,
      rights: rightsOf(partnership),
    }))
}

const rightsOf = (partnership: Partnership | undefined): readonly GrantedRight[] => partnership?.grant?.rights ?? []
