// Whom an applicant could be taken for: verified partners, with the names they had, and the provider itself.
import type { OrganisationId } from '../../domain/ids.ts'
import { type LookAlike, lookAlikes } from '../../domain/verification/look-alike.ts'
import type { AnyWork } from '../work.ts'
import { listVerified } from './partner-store.ts'

export type Resembling = {
  readonly name: string
  /** Null: the provider. */
  readonly organisationId: OrganisationId | null
  readonly how: LookAlike | 'same_domain' | 'same_number'
}

type Claimed = {
  readonly organisationId: OrganisationId
  readonly legalName: string
  readonly domain: string
  readonly registerNumber: string
}

export async function findResembling(work: Pick<AnyWork, 'tx' | 'providerNames'>, claimed: Claimed): Promise<readonly Resembling[]> {
  const verified = await listVerified(work.tx, claimed.organisationId)
  const provider = { id: null, name: work.providerNames[0] ?? '', names: work.providerNames }
  const known = [provider, ...verified].map((firm) => ({ of: firm, names: firm.names }))
  const alike = lookAlikes(claimed.legalName, known).map(({ of, how }) => ({ name: of.name, organisationId: of.id, how }))
  const same = verified.flatMap((firm): readonly Resembling[] => [
    ...(firm.domain === claimed.domain ? [{ name: firm.name, organisationId: firm.id, how: 'same_domain' as const }] : []),
    ...(firm.registerNumber === claimed.registerNumber ? [{ name: firm.name, organisationId: firm.id, how: 'same_number' as const }] : []),
  ])
  return [...alike, ...same]
}
