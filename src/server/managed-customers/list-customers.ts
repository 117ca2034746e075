// The list of customers: a page of it, one row of it.

import { Refusal } from '../../domain/refusal.ts'
import type { Answer, Input } from '../endpoint.ts'
import { namesOf } from '../partnerships/names-store.ts'
import type { OwnWork } from '../work.ts'
import type { listCustomers as listContract, getCustomerRow as rowContract } from './contract.ts'
import { countFiltered, countStatuses } from './counts-store.ts'
import { peopleIn, toCustomerRow } from './customer-row.ts'
import { conditionsOf, findCustomer, foldSearch, listPage, type Viewer } from './customers-store.ts'
import { readCursor, writeCursor } from './list-order.ts'

export async function listCustomers(work: OwnWork, { query }: Input<typeof listContract>): Promise<Answer<typeof listContract>> {
  const viewer = viewerOf(work)
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor, query)
  const conditions = conditionsOf(viewer, query, await foldSearch(work.tx, query.search))
  const limit = Number(query.limit)
  const found = await listPage(work.tx, viewer, conditions, { ...query, after, limit: limit + 1 })
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  const names = await namesOf(work.tx, peopleIn(shown))
  return {
    customers: shown.map((record) => toCustomerRow(record, viewer, names)),
    next: found.length > limit && last ? writeCursor(query, { key: last.sort_key, id: last.id }) : null,
    ...(after ? { total: null, counts: null } : await count(work, viewer, query, conditions)),
  }
}

async function count(
  work: OwnWork,
  viewer: Viewer,
  query: Input<typeof listContract>['query'],
  conditions: Parameters<typeof countFiltered>[1],
): Promise<Pick<Answer<typeof listContract>, 'total' | 'counts'>> {
  const counts = await countStatuses(work.tx, viewer)
  const { search, status, payer, access, until, people, teams, tags, toCheck } = query
  const isFiltered = [search, status, payer, access, until, people, teams, tags, toCheck].some((part) => part !== undefined && part !== '')
  return { counts, total: isFiltered ? await countFiltered(work.tx, conditions) : { count: counts.all, exact: true } }
}

export async function getCustomerRow(work: OwnWork, { params }: Input<typeof rowContract>): Promise<Answer<typeof rowContract>> {
  const viewer = viewerOf(work)
  const record = await findCustomer(work.tx, viewer, params.managedCustomer)
  if (!record) throw new Refusal('not_found')
  return toCustomerRow(record, viewer, await namesOf(work.tx, peopleIn([record])))
}

export function viewerOf({ context, person, now }: OwnWork): Viewer {
  return { partnerId: context.organisationId, personId: person.id, role: context.role, now: new Date(now) }
}
