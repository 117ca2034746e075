// The list of customers: a page of it, one row of it.

import { Refusal } from '../../domain/refusal.ts'
import type { Answer, Input } from '../endpoint.ts'
import { namesOf } from '../partnerships/names-store.ts'
import type { OwnWork } from '../work.ts'
import { conditionsOf } from './conditions-store.ts'
import type {
  getCounts as countsContract,
  countFound as foundContract,
  listCustomers as listContract,
  getCustomerRow as rowContract,
} from './contract.ts'
import { countRows, countStatuses } from './counts-store.ts'
import { peopleIn, toCustomerRow } from './customer-row.ts'
import { closedAtOf, findCustomer, foldSearch, listPage, type Viewer } from './customers-store.ts'
import { readCursor, writeCursor } from './list-order.ts'

export async function listCustomers(work: OwnWork, { query }: Input<typeof listContract>): Promise<Answer<typeof listContract>> {
  const viewer = await viewerOf(work)
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor, query)
  const conditions = conditionsOf(viewer, query, await foldSearch(work.tx, query.search))
  const { sort, direction, offset, limit } = query
  const found = await listPage(work.tx, viewer, conditions, { sort, direction, after, offset, limit: limit + 1 })
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  const names = await namesOf(work.tx, peopleIn(shown))
  return {
    customers: shown.map((record) => toCustomerRow(record, viewer, names)),
    next: found.length > limit && last ? writeCursor(query, { keys: last.sort_keys, id: last.id }) : null,
  }
}

/** Counted apart from the rows, which wait for nothing. */
export async function countFound(work: OwnWork, { query }: Input<typeof foundContract>): Promise<Answer<typeof foundContract>> {
  const conditions = conditionsOf(await viewerOf(work), query, await foldSearch(work.tx, query.search))
  return { count: await countRows(work.tx, conditions) }
}

export async function getCounts(work: OwnWork): Promise<Answer<typeof countsContract>> {
  return countStatuses(work.tx, await viewerOf(work))
}

export async function getCustomerRow(work: OwnWork, { params }: Input<typeof rowContract>): Promise<Answer<typeof rowContract>> {
  const viewer = await viewerOf(work)
  const record = await findCustomer(work.tx, viewer, params.managedCustomer)
  if (!record) throw new Refusal('not_found')
  return toCustomerRow(record, viewer, await namesOf(work.tx, peopleIn([record])))
}

export async function viewerOf({ tx, context, person, now }: OwnWork): Promise<Viewer> {
  const { organisationId: partnerId, role } = context
  return { partnerId, personId: person.id, role, now: new Date(now), closedAt: await closedAtOf(tx, partnerId) }
}
