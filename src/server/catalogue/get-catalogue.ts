// What the web must know of the catalogue before it shows anything: the operator's own families.
import type { Answer } from '../endpoint.ts'
import type { getCatalogue as contract } from './contract.ts'
import { ownFamilies } from './own-families.ts'

export async function getCatalogue(): Promise<Answer<typeof contract>> {
  return { families: ownFamilies().map(({ rights, ...family }) => ({ ...family, rights: [...rights] })) }
}
