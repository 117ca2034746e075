// Who is in the account at this moment: everybody once, in however many browsers.
import type { PartnerListed } from './partners-data.ts'

type Visit = PartnerListed['visitsNow'][number]
export type Inside = Visit & { readonly places: number }

/** As of the first of their visits that lasts. */
export function insideNow(visits: readonly Visit[]): readonly Inside[] {
  return [...Map.groupBy(visits, ({ personId }) => personId).values()].flatMap((own) => {
    const [first] = own.toSorted((one, other) => Date.parse(one.startedAt) - Date.parse(other.startedAt))
    return first ? [{ ...first, places: own.length }] : []
  })
}
