// The product that is to be opened, and the console that serves its family.
import { sql } from 'kysely'
import { asId, type OrganisationId } from '../../domain/ids.ts'
import type { Family } from '../../domain/rights/catalogue.ts'
import type { ProductFacts } from '../../domain/rights/scope.ts'
import { instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

export async function findProductToOpen(tx: Transaction, organisationId: OrganisationId, id: string): Promise<ProductFacts | undefined> {
  const row = await tx
    .selectFrom('product')
    .select(['family', 'created_at'])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { productId: asId(id), ownerId: organisationId, family: row.family as Family, createdAt: instant(row.created_at.getTime()) }
}

export async function findConsoleOfFamily(
  tx: Transaction,
  family: Family,
): Promise<{ readonly name: string; readonly initiateLoginUri: string } | undefined> {
  const { rows } = await sql<{
    name: string
    uri: string
  }>`select name, initiate_login_uri as uri from console_of_family(${family})`.execute(tx)
  const [row] = rows
  return row && { name: row.name, initiateLoginUri: row.uri }
}
