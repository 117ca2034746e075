// A partnership of the organisation one works in, as its customer: to its partner, as to everybody else, it is not there.
import { asId, type PartnershipId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { OwnWork } from '../work.ts'
import { findPartnershipById, lockPartnership, type StoredPartnership } from './partnership-store.ts'

export async function getOwnPartnership(work: OwnWork, id: string): Promise<StoredPartnership> {
  return own(work, await findPartnershipById(work.tx, asId<PartnershipId>(id)))
}

export async function lockOwnPartnership(work: OwnWork, id: string): Promise<StoredPartnership> {
  return own(work, await lockPartnership(work.tx, asId<PartnershipId>(id)))
}

function own({ context }: OwnWork, partnership: StoredPartnership | undefined): StoredPartnership {
  if (partnership?.customerId !== context.organisationId) throw new Refusal('not_found')
  return partnership
}
