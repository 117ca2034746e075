// The domains an organisation is known by: the verified one, that of its website, and those it owns. In its own context.
import type { OrganisationId } from '../../domain/ids.ts'
import type { Family } from '../../domain/rights/catalogue.ts'
import { readDomain } from '../../domain/verification/proof-of-domain.ts'
import type { Transaction } from '../platform/transact.ts'

type Owned = { readonly family: Family; readonly name: string }

export async function listOwnDomains(tx: Transaction, id: OrganisationId, products: readonly Owned[]): Promise<readonly string[]> {
  const row = await tx.selectFrom('organisation').select(['domain', 'website']).where('id', '=', id).executeTakeFirst()
  const owned = products.filter(({ family }) => family === 'domain').map(({ name }) => name)
  return [row?.domain, row?.website, ...owned].flatMap((text) => (text ? (readDomain(text) ?? []) : []))
}
