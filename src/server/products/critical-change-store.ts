// Whom to tell of a critical change, and the names it is told with. Runs as prokura_system.
import { sql } from 'kysely'
import type { OrganisationId, PersonId, ProductId } from '../../domain/ids.ts'
import type { Language } from '../../domain/language.ts'
import type { Family } from '../../domain/rights/catalogue.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

export type Changed = {
  readonly customerId: OrganisationId
  readonly customer: string
  readonly product: { readonly name: string; readonly family: Family }
  readonly partner: string
  readonly person: string
  readonly now: Instant
}

export async function findChanged(
  tx: Transaction,
  productId: ProductId,
  by: { readonly partnerId: OrganisationId; readonly personId: PersonId },
): Promise<Changed | undefined> {
  const row = await tx
    .selectFrom('product')
    .innerJoin('organisation as customer', 'customer.id', 'product.organisation_id')
    .select([
      'product.name',
      'product.family',
      'customer.id as customer_id',
      'customer.name as customer',
      sql<string>`organisation_name(${by.partnerId})`.as('partner'),
      sql<string>`person_name(${by.personId})`.as('person'),
      sql<Date>`clock_timestamp()`.as('now'),
    ])
    .where('product.id', '=', productId)
    .executeTakeFirst()
  return (
    row && {
      customerId: row.customer_id as OrganisationId,
      customer: row.customer,
      product: { name: row.name, family: row.family as Family },
      partner: row.partner,
      person: row.person,
      now: instant(row.now.getTime()),
    }
  )
}

/** Legal representatives and administrators. */
export async function listResponsible(
  tx: Transaction,
  organisationId: OrganisationId,
): Promise<readonly { readonly email: string; readonly language: Language }[]> {
  return await tx
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .select(['person.email', 'person.language'])
    .where('member.organisation_id', '=', organisationId)
    .where('member.role', 'in', ['legal_representative', 'administrator'])
    .execute()
}
