// What a customer decides with: its products, its payment methods, who may decide, and what is shown of the partner. In the customer's context.
import { sql } from 'kysely'
import { asId, type OrganisationId, type PartnershipId, type PaymentMethodId, type PersonId, type ProductId } from '../../domain/ids.ts'
import type { Language } from '../../domain/language.ts'
import type { Role } from '../../domain/organisation.ts'
import type { Family } from '../../domain/rights/catalogue.ts'
import type { FindProduct, ProductFacts } from '../../domain/rights/scope.ts'
import { dayMs, type Instant, instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'
import { isVerifiedNow } from './organisation-store.ts'

export type OwnProduct = ProductFacts & { readonly name: string; readonly isCancelled: boolean }

export async function listOwnProducts(tx: Transaction, organisationId: OrganisationId): Promise<readonly OwnProduct[]> {
  const rows = await tx
    .selectFrom('product')
    .select(['id', 'family', 'name', 'status', 'created_at'])
    .where('organisation_id', '=', organisationId)
    .orderBy('family')
    .orderBy('name')
    .execute()
  return rows.map((row) => ({
    productId: asId<ProductId>(row.id),
    ownerId: organisationId,
    family: row.family as Family,
    name: row.name,
    isCancelled: row.status === 'cancelled',
    createdAt: instant(row.created_at.getTime()),
  }))
}

/** Those one can still choose, as the pages list them. */
export async function listChoosableProducts(tx: Transaction, organisationId: OrganisationId) {
  const products = await listOwnProducts(tx, organisationId)
  return products.filter(({ isCancelled }) => !isCancelled).map(({ productId, family, name }) => ({ id: productId, family, name }))
}

/** Knows the products of one customer, and nobody else's. */
export function findAmong(products: readonly ProductFacts[]): FindProduct {
  const byId = new Map(products.map((product) => [product.productId, product]))
  return (id) => byId.get(id)
}

export type OwnPaymentMethod = {
  readonly id: PaymentMethodId
  readonly kind: 'card' | 'iban' | 'invoice' | 'prepaid'
  readonly brand: string
  readonly lastFour: string | null
  readonly isDefault: boolean
}

export async function listPaymentMethods(tx: Transaction, organisationId: OrganisationId): Promise<readonly OwnPaymentMethod[]> {
  const rows = await tx
    .selectFrom('payment_method')
    .select(['id', 'kind', 'brand', 'last_four', 'is_default'])
    .where('organisation_id', '=', organisationId)
    .where('removed_at', 'is', null)
    .orderBy('is_default', 'desc')
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({
    id: asId(row.id),
    kind: row.kind as OwnPaymentMethod['kind'],
    brand: row.brand,
    lastFour: row.last_four,
    isDefault: row.is_default,
  }))
}

export type Representative = { readonly id: PersonId; readonly name: string; readonly email: string; readonly language: Language }

/** Who may decide for an organisation. Also as prokura_system, for mails. */
export async function listRepresentatives(tx: Transaction, organisationId: OrganisationId): Promise<readonly Representative[]> {
  const rows = await tx
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .select(['person.id', 'person.name', 'person.email', 'person.language'])
    .where('member.organisation_id', '=', organisationId)
    .where('member.role', '=', 'legal_representative')
    .orderBy('person.name')
    .execute()
  return rows.map((row) => ({ id: asId(row.id), name: row.name, email: row.email, language: row.language }))
}

/** A partner as its customers and those it asks see it. Domain, number and place stand here only as the operator has verified them. */
export type PartnerShown = {
  readonly id: OrganisationId
  readonly name: string
  readonly domain: string | null
  readonly registerNumber: string | null
  readonly city: string | null
  readonly country: string
  readonly verifiedAt: Instant | null
  /** For a year after a change. */
  readonly formerName: string | null
}

const formerNameShownMs = 365 * dayMs

export async function findPartnerShown(tx: Transaction, partnerId: OrganisationId): Promise<PartnerShown | undefined> {
  const row = await tx
    .selectFrom('organisation')
    .select(['name', 'former_name', 'renamed_at', 'domain', 'register_number', 'verified_city', 'country', 'verified_as_partner_at'])
    .select(isVerifiedNow)
    .where('id', '=', partnerId)
    .executeTakeFirst()
  const isVerified = row?.is_verified === true
  return (
    row && {
      id: partnerId,
      name: row.name,
      domain: isVerified ? row.domain : null,
      registerNumber: isVerified ? row.register_number : null,
      city: isVerified ? row.verified_city : null,
      country: row.country,
      formerName: row.renamed_at && Date.now() - row.renamed_at.getTime() < formerNameShownMs ? row.former_name : null,
      verifiedAt: row.verified_as_partner_at ? instant(row.verified_as_partner_at.getTime()) : null,
    }
  )
}

export type PartnerPerson = { readonly id: PersonId; readonly name: string; readonly role: Role; readonly isAssigned: boolean }

export type Service = { readonly since: Instant | null; readonly teams: readonly string[]; readonly lastVisitAt: Instant | null }

/** Since when people of the partner have this customer, with which teams, and when they were there last. In the customer's context. */
export async function listService(tx: Transaction, partnershipId: PartnershipId): Promise<ReadonlyMap<string, Service>> {
  const { rows } = await sql<{ person_id: string; since: Date | null; teams: string[]; last_visit_at: Date | null }>`
    select * from service_of_people(${partnershipId})`.execute(tx)
  const at = (date: Date | null) => (date === null ? null : instant(date.getTime()))
  return new Map(rows.map((row) => [row.person_id, { since: at(row.since), teams: row.teams, lastVisitAt: at(row.last_visit_at) }]))
}

/** Who at the partner has or would have access: representatives, administrators, and whoever is assigned. */
export async function listPeopleOfPartner(
  tx: Transaction,
  partnerId: OrganisationId,
  partnershipId: PartnershipId | null,
): Promise<readonly PartnerPerson[]> {
  const { rows } = await sql<{ person_id: string; name: string; role: string; assigned: boolean }>`
    select * from people_of_partner(${partnerId}, ${partnershipId})`.execute(tx)
  return rows.map((row) => ({ id: asId(row.person_id), name: row.name, role: row.role as Role, isAssigned: row.assigned }))
}

/** Answers of one organisation come one after the other, whichever request they are about. */
export async function lockOrganisation(tx: Transaction, organisationId: OrganisationId): Promise<void> {
  await tx.selectFrom('organisation').select('id').where('id', '=', organisationId).forNoKeyUpdate().executeTakeFirst()
}

/** The name that stands beside an act. */
export async function nameOfPerson(tx: Transaction, personId: PersonId): Promise<string> {
  const { rows } = await sql<{ name: string | null }>`select person_name(${personId}) as name`.execute(tx)
  return rows[0]?.name ?? ''
}

/** The domain of the address of whoever asks, for whom the request of this transaction was opened. */
export async function mailDomainOfAsker(tx: Transaction, personId: PersonId): Promise<string | null> {
  const { rows } = await sql<{ domain: string | null }>`select mail_domain_of_asker(${personId}) as domain`.execute(tx)
  return rows[0]?.domain ?? null
}
