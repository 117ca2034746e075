// Organisations in the operator console. Whoever looks at one stands in its activity.
import { asId, type OrganisationId } from '../../domain/ids.ts'
import type { Role } from '../../domain/organisation.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import type { OperatorWork } from '../work.ts'
import type { getOrganisationAsOperator as getContract, listOrganisations as listContract, OrganisationRow } from './contract.ts'
import { findOrganisation, findOrganisations, membersOf, partnershipsOf, successionsOf } from './organisations-store.ts'

const pageLength = 50

export async function listOrganisations({ tx }: OperatorWork, { query }: Input<typeof listContract>): Promise<Answer<typeof listContract>> {
  const rows = await findOrganisations(tx, { ...query, limit: pageLength })
  const shown = rows.slice(0, pageLength)
  return { organisations: shown.map(toRow), next: rows.length > pageLength ? (shown.at(-1)?.number ?? null) : null }
}

export async function getOrganisationAsOperator(
  work: OperatorWork,
  { params }: Input<typeof getContract>,
): Promise<Answer<typeof getContract>> {
  const id = asId<OrganisationId>(params.organisation)
  const found = await findOrganisation(work.tx, id)
  if (!found) throw new Refusal('not_found')
  const members = await membersOf(work.tx, id)
  const partnerships = await partnershipsOf(work.tx, id)
  const successions = await successionsOf(work.tx, id)
  record(work, { kind: 'organisation.looked_at', readers: [id], data: {} })
  return {
    organisation: { ...toRow(found), contactEmail: found.contact_email, website: found.website },
    members: members.map((member) => ({ ...member, role: member.role as Role })),
    partnerships: partnerships.map((row) => ({
      id: row.id,
      side: row.side,
      other: { id: row.other_id, name: row.other_name },
      state: row.state,
      suspendedByCustomer: row.suspended_by_customer,
      suspendedByOperator: row.suspended_by_operator,
      since: row.created_at.toISOString(),
    })),
    successions: successions.map(({ other_id, other_name, named_at, until, ...row }) => ({
      ...row,
      other: { id: other_id, name: other_name },
      namedAt: named_at.toISOString(),
      until: until === null ? null : until.toISOString(),
    })),
  }
}

type Found = Awaited<ReturnType<typeof findOrganisations>>[number]

const toRow = (row: Found): OrganisationRow => ({
  id: row.id,
  number: row.number,
  name: row.name,
  formerName: row.former_name,
  country: row.country,
  city: row.city,
  domain: row.domain,
  registerNumber: row.register_number,
  partner: row.verified_as_partner_at ? 'verified' : row.enrolled_as_partner_at ? 'applied' : 'none',
  createdAt: row.created_at.toISOString(),
})
