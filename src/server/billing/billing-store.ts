// The rows of the billing address and of payment methods: never the token of the provider's vault.
import type { OrganisationId } from '../../domain/ids.ts'
import type { Transaction } from '../platform/transact.ts'

export type Profile = {
  readonly name: string
  readonly street: string
  readonly postalCode: string
  readonly city: string
  readonly country: string
  readonly reference: string
  readonly recipients: readonly string[]
}

export async function findProfile(tx: Transaction, organisationId: OrganisationId): Promise<Profile> {
  const row = await tx.selectFrom('billing_profile').selectAll().where('organisation_id', '=', organisationId).executeTakeFirst()
  return {
    name: row?.name ?? '',
    street: row?.street ?? '',
    postalCode: row?.postal_code ?? '',
    city: row?.city ?? '',
    country: row?.country ?? '',
    reference: row?.reference ?? '',
    recipients: row?.recipients ?? [],
  }
}

export async function saveProfile(tx: Transaction, organisationId: OrganisationId, profile: Profile, at: Date): Promise<void> {
  const { postalCode, recipients, ...rest } = profile
  const columns = { ...rest, postal_code: postalCode, recipients: [...recipients], updated_at: at }
  await tx
    .insertInto('billing_profile')
    .values({ organisation_id: organisationId, ...columns })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(columns))
    .execute()
}

export type PaymentMethodRow = {
  readonly id: string
  readonly kind: string
  readonly brand: string
  readonly last_four: string | null
  readonly expires_on: string | null
  readonly is_default: boolean
}

export async function listPaymentMethods(tx: Transaction, organisationId: OrganisationId): Promise<readonly PaymentMethodRow[]> {
  return await tx
    .selectFrom('payment_method')
    .select(['id', 'kind', 'brand', 'last_four', 'expires_on', 'is_default'])
    .where('organisation_id', '=', organisationId)
    .where('removed_at', 'is', null)
    .orderBy('is_default', 'desc')
    .orderBy('brand')
    .execute()
}
