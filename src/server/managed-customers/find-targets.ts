// The rows of the list that somebody means: named one by one, all that a filter leaves, or all whose rights come from a template.
import { Refusal } from '../../domain/refusal.ts'
import type { OwnWork } from '../work.ts'
import { conditionsOf } from './conditions-store.ts'
import type { CustomerFilter } from './contract.ts'
import { foldSearch, hasTemplate, isNotAmong, listIds, visible } from './customers-store.ts'
import { viewerOf } from './list-customers.ts'
import type { Order } from './list-order.ts'

export type Target =
  | { readonly ids: readonly string[] }
  | { readonly filter: CustomerFilter; readonly except?: readonly string[] | undefined }
  | { readonly template: string }

/** Their ids, in the order of the list. What is not this person's is not among them; more than `most` is too many. */
export async function findTargets(work: OwnWork, target: Target, most: number): Promise<readonly string[]> {
  const viewer = await viewerOf(work)
  const byName = { sort: ['name'], direction: ['ascending'] } satisfies Order
  if ('ids' in target) return listIds(work.tx, visible(viewer), byName, { among: target.ids, limit: most })
  const conditions =
    'template' in target
      ? [...visible(viewer), hasTemplate(target.template)]
      : [
          ...conditionsOf(viewer, target.filter, await foldSearch(work.tx, target.filter.search)),
          ...(target.except ? [isNotAmong(target.except)] : []),
        ]
  const order = 'template' in target ? byName : target.filter
  const found = await listIds(work.tx, conditions, order, { limit: most + 1 })
  if (found.length > most) throw new Refusal('limit_reached', 'more rows than a list holds')
  return found
}
