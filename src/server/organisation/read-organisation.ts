// Address and contact details, for the organisation's own people and, with the right to see them, for its partners.
import { requireRight } from '../authorization/authorise.ts'
import { rightsHere } from '../authorization/rights-here.ts'
import type { Answer } from '../endpoint.ts'
import type { TenantWork } from '../work.ts'
import type { getOrganisation as getContract, listMembersOfCustomer as membersContract } from './contract.ts'
import { getOrganisationRow, listMemberRows } from './organisation-store.ts'

export async function getOrganisation(work: TenantWork): Promise<Answer<typeof getContract>> {
  requireRight(work, 'organisation.view')
  const { context } = work
  return {
    ...(await getOrganisationRow(work.tx, context.organisationId)),
    mayChange: context.kind === 'own' && context.role === 'legal_representative',
    ...rightsHere(work, ['organisation.view']),
  }
}

export async function listMembersOfCustomer(work: TenantWork): Promise<Answer<typeof membersContract>> {
  requireRight(work, 'members.view')
  const rows = await listMemberRows(work.tx)
  return {
    members: rows.map((row) => ({
      personId: row.person_id,
      name: row.name,
      email: row.email,
      role: row.role,
      addedAt: row.added_at.toISOString(),
    })),
    ...rightsHere(work, ['members.view', 'members.manage']),
  }
}
