// What a narrowing of the last day took away, as the customer's page offers to take it back.
import { undoUntil } from '../../domain/partnership/undo-narrowing.ts'
import { notIn, rightsIn } from '../../domain/rights/rights-set.ts'
import { isLater, isOver } from '../../domain/time.ts'
import type { Answer } from '../endpoint.ts'
import { newestVersions } from '../partnerships/grant-version-store.ts'
import { noProducts } from '../partnerships/organisation-store.ts'
import type { StoredPartnership } from '../partnerships/partnership-store.ts'
import type { OwnWork } from '../work.ts'
import type { getPartnership } from './contract.ts'

/** Until when, and what; null when there is nothing of the kind. */
export async function undoShown(
  work: OwnWork,
  { grant, customerId, id }: StoredPartnership,
): Promise<Answer<typeof getPartnership>['undo']> {
  if (grant?.reason !== 'narrowed') return null
  const { before, made } = await newestVersions(work.tx, { customerId, partnershipId: id })
  const until = undoUntil(grant, made, work.now)
  if (until === null || before === null || isOver(before.notAfter, work.now)) return null
  const rights = rightsIn(notIn(before.rights, grant.rights, noProducts).filter(({ notAfter }) => !isOver(notAfter, work.now)))
  const end = isLater(before.notAfter, grant.notAfter)
  return rights.length === 0 && !end ? null : { until: new Date(until).toISOString(), rights: [...rights], end }
}
