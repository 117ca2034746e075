// Address and contact details, for the organisation's own people and, with the right to see them, for its partners.
import { requireRight } from '../authorization/authorise.ts'
import { rightsHere } from '../authorization/rights-here.ts'
import type { Answer } from '../endpoint.ts'
import type { TenantWork } from '../work.ts'
import type { getOrganisation as contract } from './contract.ts'
import { getOrganisationRow } from './organisation-store.ts'

export async function getOrganisation(work: TenantWork): Promise<Answer<typeof contract>> {
  requireRight(work, 'organisation.view')
  const { context } = work
  return {
    ...(await getOrganisationRow(work.tx, context.organisationId)),
    mayChange: context.kind === 'own' && context.role === 'legal_representative',
    ...rightsHere(work, ['organisation.view']),
  }
}
