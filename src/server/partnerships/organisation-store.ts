// The organisations on both sides as requests, proposals and their mails need them.
import { sql } from 'kysely'
import { asId, type OrganisationId, type ProductId } from '../../domain/ids.ts'
import type { Language } from '../../domain/language.ts'
import type { Family } from '../../domain/rights/catalogue.ts'
import type { FindProduct, ProductFacts } from '../../domain/rights/scope.ts'
import { type Instant, instant } from '../../domain/time.ts'
import { asTenant } from '../authorization/as-tenant.ts'
import type { MailOf } from '../mails/mail-content.ts'
import type { Transaction } from '../platform/transact.ts'

export type PartnerOrganisation = {
  readonly id: OrganisationId
  readonly number: string
  readonly name: string
  readonly language: Language
  readonly isEnrolled: boolean
  readonly isVerified: boolean
  /** As a request introduces it: only what the operator verified stands beside the name. */
  readonly asker: MailOf<'request-received'>['partner']
}

/** Whether the operator's verification stands at this moment. */
export const isVerifiedNow = sql<boolean>`is_verified(verified_as_partner_at, verified_until)`.as('is_verified')

export async function getPartner(tx: Transaction, id: OrganisationId): Promise<PartnerOrganisation> {
  const row = await tx.selectFrom('organisation').selectAll().select(isVerifiedNow).where('id', '=', id).executeTakeFirstOrThrow()
  const isVerified = row.is_verified
  return {
    id: asId(row.id),
    number: row.number,
    name: row.name,
    language: row.language,
    isEnrolled: row.enrolled_as_partner_at !== null,
    isVerified,
    asker: {
      name: row.name,
      verifiedDomain: isVerified ? row.domain : null,
      registerNumber: isVerified ? row.register_number : null,
      place: isVerified ? row.verified_city : null,
    },
  }
}

/** Serialises what a partner may do only so often: its own row is locked first. */
export async function lockPartner(tx: Transaction, id: OrganisationId): Promise<PartnerOrganisation> {
  await tx.selectFrom('organisation').select('id').where('id', '=', id).forNoKeyUpdate().execute()
  return getPartner(tx, id)
}

/** Since when it is the legal person it is; null: it always was. Whoever makes it another one waits until this transaction is over. */
export async function lockLegalPersonSince(tx: Transaction, id: OrganisationId): Promise<Instant | null> {
  const row = await tx.selectFrom('organisation').select('legal_person_since').where('id', '=', id).forShare().executeTakeFirst()
  return row?.legal_person_since ? instant(row.legal_person_since.getTime()) : null
}

/** The same of anybody, without a lock. */
export async function legalPersonSince(tx: Transaction, id: OrganisationId): Promise<Instant | null> {
  const { rows } = await sql<{ since: Date | null }>`select legal_person_since(${id}) since`.execute(tx)
  return rows[0]?.since ? instant(rows[0].since.getTime()) : null
}

/** What a customer owns, for the domain to ask about; read in the customer's own context, never shown from here. */
export async function loadProducts(tx: Transaction, customerId: OrganisationId): Promise<FindProduct> {
  const rows = await asTenant(tx, customerId, () =>
    tx.selectFrom('product').select(['id', 'family', 'created_at']).where('organisation_id', '=', customerId).execute(),
  )
  const products = new Map<ProductId, ProductFacts>(
    rows.map((row) => {
      const productId = asId<ProductId>(row.id)
      return [productId, { productId, ownerId: customerId, family: row.family as Family, createdAt: instant(row.created_at.getTime()) }]
    }),
  )
  return (id) => products.get(id)
}

/** Nobody's products: a stranger's are never seen. */
export const noProducts: FindProduct = () => undefined
