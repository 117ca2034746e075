// A right that is in use is neither lost nor turned into another one: a server whose file of families would do that does not start.
import type pg from 'pg'
import { OperatorError } from '../platform/operator-error.ts'
import { countUses, type FamilyRight, listToldRights, type Uses } from './family-right-store.ts'

/** Rights told once that the catalogue of now has no more, or with another access. */
export function lossesOf(
  told: readonly FamilyRight[],
  now: readonly FamilyRight[],
): readonly (FamilyRight & { readonly becomes?: string })[] {
  const access = new Map(now.map((one) => [one.right, one.access]))
  return told.flatMap((one) => {
    const becomes = access.get(one.right)
    return becomes === one.access ? [] : [becomes === undefined ? one : { ...one, becomes }]
  })
}

/** Throws OperatorError with what is in use, where, and what to do. */
export async function refuseLosses(pool: pg.Pool, file: string | undefined, now: readonly FamilyRight[]): Promise<void> {
  const families = new Set(now.map(({ family }) => family))
  const faults: string[] = []
  for (const lost of lossesOf(await listToldRights(pool), now)) {
    const uses = await countUses(pool, lost)
    // Products alone keep a family, not each of its rights.
    const isUsed = uses.granted + uses.named > 0 || (uses.products > 0 && !families.has(lost.family))
    if (isUsed) faults.push(faultOf(lost, uses))
  }
  const where = file ?? 'CATALOGUE is not set'
  if (faults.length > 0) throw new OperatorError(faults.map((fault) => `${where}: ${fault}`).join('\n'))
}

function faultOf({ right, access, becomes }: FamilyRight & { readonly becomes?: string }, { products, granted, named }: Uses): string {
  const used = `in use: products of its family ${products}, customers who grant it ${granted}, versions, requests, templates and assignments that name it ${named}`
  return becomes === undefined
    ? `the right ${right} is missing, and it is ${used}. Put it back; what was granted once is read in its words for good`
    : `the right ${right} had the access ${access} and cannot have ${becomes} now, because it is ${used}. Give it back its access, and the other one another id`
}
