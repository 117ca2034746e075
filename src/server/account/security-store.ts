// What the rules on passwords ask around: names that everybody knows, and grants that wait for a secure sign-in. Runs as prokura_sign_in.
import { sql } from 'kysely'
import { asId, type OrganisationId, type PartnershipId, type PersonId } from '../../domain/ids.ts'
import type { Transaction } from '../platform/transact.ts'

export async function listKnownNames(tx: Transaction, personId: PersonId): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('organisation')
    .innerJoin('member', 'member.organisation_id', 'organisation.id')
    .select(['organisation.name', 'organisation.domain'])
    .where('member.person_id', '=', personId)
    .execute()
  return rows.flatMap(({ name, domain }) => (domain === null ? [name] : [name, domain]))
}

export type GrantToSecure = {
  readonly customerId: OrganisationId
  readonly partnerId: OrganisationId
  readonly partnershipId: PartnershipId
  readonly version: number
}
type Row = { customer_id: string; partner_id: string; partnership_id: string; version: number }

export async function listGrantsToSecure(tx: Transaction, personId: PersonId): Promise<readonly GrantToSecure[]> {
  const { rows } = await sql<Row>`select * from grants_to_secure(${personId})`.execute(tx)
  return rows.map((row) => ({
    customerId: asId(row.customer_id),
    partnerId: asId(row.partner_id),
    partnershipId: asId(row.partnership_id),
    version: row.version,
  }))
}
