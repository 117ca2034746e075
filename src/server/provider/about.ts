// Whom the provider's systems speak of, and how a part of what they say is refused.
import type { OrganisationId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import { RefusedInput } from '../problem.ts'
import type { OpenWork } from '../work.ts'
import { findOrganisation, lockOrganisation } from './provider-store.ts'

export async function about(work: OpenWork, number: string): Promise<OrganisationId> {
  const id = await lockOrganisation(work.tx, number)
  if (!id) throw new Refusal('not_found')
  return id
}

/** Who pays is never thereby the owner. */
export async function payerOf(work: OpenWork, number: string | undefined, ownerId: OrganisationId): Promise<OrganisationId> {
  if (number === undefined) return ownerId
  const id = await findOrganisation(work.tx, number)
  if (!id) throw wrong('payer', 'unknown')
  return id
}

export const wrong = (field: string, fault: string): RefusedInput =>
  new RefusedInput('invalid_input', [{ pointer: `/body/${field}`, code: fault, message: fault }])
