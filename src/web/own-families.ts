// The product families that the operator defined: asked for once, before the first page is shown, and added to the catalogue.
import { extendCatalogue } from '../domain/rights/catalogue.ts'
import type { NamedFamily } from '../domain/rights/named-family.ts'
import { getCatalogue } from '../server/catalogue/contract.ts'
import { api } from './api.ts'
import { queryClient } from './query-client.ts'

/** Without an answer there are ours alone; pages then say themselves that nothing can be reached. */
export async function ownFamilies(): Promise<readonly NamedFamily[]> {
  const { families } = await queryClient.ensureQueryData(api.query(getCatalogue, '/api/catalogue', {})).catch(() => ({ families: [] }))
  // Taken, though no page looks at it (early.ts).
  globalThis.early?.delete('/api/catalogue')
  extendCatalogue(families)
  return families
}
