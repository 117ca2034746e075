// The rows of payment methods as the provider tells them: a token of its vault, a brand, four digits.
import type { OrganisationId, PaymentMethodId } from '../../domain/ids.ts'
import type { Transaction } from '../platform/transact.ts'

export type ToldMethod = {
  readonly id: PaymentMethodId
  readonly kind: 'card' | 'iban' | 'invoice' | 'prepaid'
  readonly brand: string
  readonly lastFour: string | null
  readonly expiresOn: string | null
  readonly token: string
  readonly isDefault: boolean
  readonly removed: boolean
}

export async function findMethod(tx: Transaction, organisationId: OrganisationId, reference: string): Promise<ToldMethod | undefined> {
  const row = await tx
    .selectFrom('payment_method')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('provider_reference', '=', reference)
    .executeTakeFirst()
  return (
    row && {
      id: row.id as PaymentMethodId,
      kind: row.kind as 'card',
      brand: row.brand,
      lastFour: row.last_four,
      expiresOn: row.expires_on,
      token: row.provider_token,
      isDefault: row.is_default,
      removed: row.removed_at !== null,
    }
  )
}

export async function saveMethod(
  tx: Transaction,
  key: { readonly organisationId: OrganisationId; readonly reference: string },
  method: ToldMethod,
  at: Date,
): Promise<void> {
  const { id, kind, brand, lastFour, expiresOn, token, isDefault, removed } = method
  const columns = {
    kind,
    brand,
    last_four: lastFour,
    expires_on: expiresOn,
    provider_token: token,
    is_default: isDefault,
    removed_at: removed ? at : null,
  }
  await tx
    .insertInto('payment_method')
    .values({ ...columns, id, organisation_id: key.organisationId, provider_reference: key.reference, created_at: at })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'provider_reference']).doUpdateSet(columns))
    .execute()
}

/** One default at most. */
export async function clearDefault(tx: Transaction, organisationId: OrganisationId, but: PaymentMethodId): Promise<void> {
  await tx
    .updateTable('payment_method')
    .set({ is_default: false })
    .where('organisation_id', '=', organisationId)
    .where('id', '<>', but)
    .where('is_default', '=', true)
    .execute()
}
