// What is told is about an organisation, known by its number. Runs as prokura_system: every statement names the organisation.
import type { OrganisationId, PersonId, ProductId } from '../../domain/ids.ts'
import type { Family } from '../../domain/rights/catalogue.ts'
import type { Transaction } from '../platform/transact.ts'

/** Locks the organisation, so that what is told about it follows each other. */
export async function lockOrganisation(tx: Transaction, number: string): Promise<OrganisationId | undefined> {
  const row = await tx.selectFrom('organisation').select('id').where('number', '=', number).forNoKeyUpdate().executeTakeFirst()
  return row?.id as OrganisationId | undefined
}

export async function findOrganisation(tx: Transaction, number: string): Promise<OrganisationId | undefined> {
  const row = await tx.selectFrom('organisation').select('id').where('number', '=', number).executeTakeFirst()
  return row?.id as OrganisationId | undefined
}

export async function personExists(tx: Transaction, id: string): Promise<PersonId | undefined> {
  const row = await tx.selectFrom('person').select('id').where('id', '=', id).executeTakeFirst()
  return row?.id as PersonId | undefined
}

export type ToldProduct = {
  readonly id: ProductId
  readonly family: Family
  readonly name: string
  readonly status: 'active' | 'locked' | 'cancelled'
  readonly payerId: OrganisationId
  readonly renewsOn: string | null
  readonly endsOn: string | null
  readonly renewal: 'automatic' | 'manual'
  readonly price: { readonly amount: number; readonly currency: string; readonly period: 'month' | 'year' } | null
}

export async function findProductByReference(
  tx: Transaction,
  organisationId: OrganisationId,
  reference: string,
): Promise<ToldProduct | undefined> {
  const row = await tx
    .selectFrom('product')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('provider_reference', '=', reference)
    .executeTakeFirst()
  if (!row) return undefined
  const { price, price_currency: currency, price_period: period } = row
  return {
    id: row.id as ProductId,
    family: row.family as Family,
    name: row.name,
    status: row.status as 'active',
    payerId: row.payer_id as OrganisationId,
    renewsOn: row.renews_on,
    endsOn: row.ends_on,
    renewal: row.renewal as 'automatic',
    price: price === null || currency === null ? null : { amount: price, currency, period: period === 'month' ? 'month' : 'year' },
  }
}

export type Told = { readonly organisationId: OrganisationId; readonly reference: string; readonly at: Date }

export async function insertProduct(tx: Transaction, { organisationId, reference, at }: Told, product: ToldProduct): Promise<void> {
  await tx
    .insertInto('product')
    .values({
      ...columns(product),
      id: product.id,
      organisation_id: organisationId,
      family: product.family,
      provider_reference: reference,
      created_at: at,
    })
    .execute()
}

export async function updateProduct(tx: Transaction, organisationId: OrganisationId, product: ToldProduct): Promise<void> {
  await tx.updateTable('product').set(columns(product)).where('organisation_id', '=', organisationId).where('id', '=', product.id).execute()
}

function columns({ name, status, payerId, renewsOn, endsOn, renewal, price }: ToldProduct) {
  return {
    name,
    status,
    payer_id: payerId,
    renews_on: renewsOn,
    ends_on: endsOn,
    renewal,
    price: price?.amount ?? null,
    price_currency: price?.currency ?? null,
    price_period: price?.period ?? null,
  }
}
