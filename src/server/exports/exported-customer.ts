// The customer an export is about: who it is, how the partner calls it, and what the exporting person may see of it now.
import type { OrganisationId, PartnershipId } from '../../domain/ids.ts'
import type { RightInForce } from '../../domain/partnership/grant.ts'
import { type Partnership, rightsEffective } from '../../domain/partnership/partnership.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findPartnershipById } from '../partnerships/partnership-store.ts'
import type { OwnWork } from '../work.ts'
import { findListed, isAdmitted } from './customer-store.ts'

export type ExportedCustomer = {
  readonly partnerId: OrganisationId
  readonly customerId: OrganisationId
  readonly partnershipId: PartnershipId
  readonly partnerName: string
  readonly number: string
  readonly name: string
  readonly ownReference: string | null
  readonly partnership: Partnership
  /** In force for this person: empty while suspended, before the start, after the end, and where people are admitted by name and this one is not. */
  readonly effective: readonly RightInForce[]
}

/** Refuses `not_found`, and `not_active` as long as nothing was granted. */
export async function getExportedCustomer(work: OwnWork, managedCustomerId: string): Promise<ExportedCustomer> {
  const partnerId = work.context.organisationId
  const listed = await findListed(work.tx, partnerId, managedCustomerId)
  if (!listed) throw new Refusal('not_found')
  if (listed.partnershipId === null || listed.customerId === null) throw new Refusal('not_active')
  const partnership = await findPartnershipById(work.tx, listed.partnershipId)
  if (!partnership || partnership.grant === null) throw new Refusal('not_active')
  const admitted = !partnership.namedPeopleOnly || (await isAdmitted(work.tx, listed.customerId, partnership.id, work.person.id))
  return {
    partnerId,
    customerId: listed.customerId,
    partnershipId: partnership.id,
    partnerName: listed.partnerName,
    number: listed.number ?? '',
    name: listed.name,
    ownReference: listed.ownReference,
    partnership,
    effective: admitted ? rightsEffective(partnership, work.now) : [],
  }
}

/** Products, invoices and rights are read for people; numbers and names begin each row of each file. */
export const firstCells = ({ number, name, ownReference }: ExportedCustomer) => [number, name, ownReference] as const
