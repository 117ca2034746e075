// The rights catalogue as it stands here, for the operators: ours, and what their file adds.
import { rightsCatalogue } from '../../domain/rights/catalogue.ts'
import { presets, rightsOfPreset } from '../../domain/rights/presets.ts'
import type { Answer } from '../endpoint.ts'
import type { getWholeCatalogue as contract } from './contract.ts'
import { ownFamilies, ownFamiliesFile } from './own-families.ts'

export async function getWholeCatalogue(): Promise<Answer<typeof contract>> {
  const ids = [...new Set(rightsCatalogue.map(({ family }) => family))]
  const own = new Set<string>(ownFamilies().map(({ id }) => id))
  const inPresets = presets.map((preset) => [preset, new Set(rightsOfPreset(preset, null))] as const)
  return {
    file: ownFamiliesFile(),
    families: ids.map((id) => ({
      id,
      own: id !== null && own.has(id),
      rights: rightsCatalogue
        .filter(({ family }) => family === id)
        .map((right) => ({
          id: right.id,
          access: right.access,
          needs: [...right.needs],
          sensitive: right.sensitive,
          presets: inPresets.flatMap(([preset, rights]) => (rights.has(right.id) ? [preset] : [])),
        })),
    })),
  }
}
