// Names beside acts, and how many products of each family somebody may see: what every frame shows.
import { sql } from 'kysely'
import type { OrganisationId, PersonId } from '../../domain/ids.ts'
import type { Family } from '../../domain/rights/catalogue.ts'
import type { Transaction } from '../platform/transact.ts'
import type { TenantWork } from '../work.ts'
import { visibleProducts } from './visible-to.ts'

export type Naming = { readonly id: string; readonly name: string; readonly number: string; readonly isPartner: boolean }

export async function getNaming(tx: Transaction, id: OrganisationId): Promise<Naming> {
  const row = await tx
    .selectFrom('organisation')
    .select(['id', 'name', 'number', 'enrolled_as_partner_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { id: row.id, name: row.name, number: row.number, isPartner: row.enrolled_as_partner_at !== null }
}

export async function countProducts(work: TenantWork): Promise<readonly { family: Family; count: number }[]> {
  const rows = await work.tx
    .selectFrom('product')
    .select(({ fn }) => ['family', fn.countAll<number>().as('count')])
    .where('status', '<>', 'cancelled')
    .where('organisation_id', '=', work.context.organisationId)
    .where(visibleProducts(work))
    .groupBy('family')
    .orderBy('family')
    .execute()
  return rows.map(({ family, count }) => ({ family: family as Family, count }))
}

export async function nameOfOrganisation(tx: Transaction, id: OrganisationId): Promise<string> {
  const { rows } = await sql<{ name: string }>`select organisation_name(${id}) as name`.execute(tx)
  return rows[0]?.name ?? ''
}

/** "Anna Keller (Alpweb AG)": whoever did something, and in whose name. */
export async function nameOfDoer(tx: Transaction, personId: PersonId, organisationId: OrganisationId | undefined): Promise<string | null> {
  const { rows } = await sql<{
    person: string | null
    organisation: string | null
  }>`select person_name(${personId}) as person, organisation_name(${organisationId ?? null}) as organisation`.execute(tx)
  const [row] = rows
  if (!row?.person) return null
  return row.organisation ? `${row.person} (${row.organisation})` : row.person
}
