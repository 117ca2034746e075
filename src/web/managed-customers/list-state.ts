// What the list shows, as it stands in the address: search, filters and order. What is usual is left out, so that addresses stay short.
import { customerStatuses } from '../../domain/managed-customer.ts'
import {
  accesses,
  type CustomerFilter,
  customerSorts,
  directions,
  type OrderTerm,
  ordersMax,
  untilFilters,
  visitedFilters,
} from '../../server/managed-customers/contract.ts'

const payers = ['customer', 'partner', 'none'] as const

export type ListState = {
  readonly search: string
  readonly status: NonNullable<CustomerFilter['status']>
  readonly payer: NonNullable<CustomerFilter['payer']>
  readonly access: NonNullable<CustomerFilter['access']>
  readonly until: CustomerFilter['until'] | null
  readonly endsFrom: string | null
  readonly endsTo: string | null
  readonly visited: CustomerFilter['visited'] | null
  readonly people: readonly string[]
  readonly teams: readonly string[]
  readonly tags: readonly string[]
  readonly toCheck: boolean
  readonly order: readonly OrderTerm[]
}

type Search = Readonly<Record<string, unknown>>

export const byName: readonly OrderTerm[] = [{ by: 'name', direction: 'ascending' }]

/** What nobody can have meant is left out. */
export function readState(search: Search): ListState {
  return {
    search: several(search['search'])[0] ?? '',
    status: known(search['status'], customerStatuses),
    payer: known(search['payer'], payers),
    access: known(search['access'], accesses),
    until: known(search['until'], untilFilters)[0] ?? null,
    endsFrom: several(search['endsFrom']).find(isDay) ?? null,
    endsTo: several(search['endsTo']).find(isDay) ?? null,
    visited: known(search['visited'], visitedFilters)[0] ?? null,
    people: several(search['people']).filter(isId),
    teams: several(search['teams']).filter(isId),
    tags: several(search['tags']).filter((tag) => tag !== '' && tag.length <= 40),
    toCheck: several(search['toCheck'])[0] === 'true',
    order: readOrder(search),
  }
}

/** For the address, and, since both are the same words, for the server. */
export function writeState(state: ListState) {
  return {
    ...(state.search && { search: state.search }),
    ...(state.status.length > 0 && { status: [...state.status] }),
    ...(state.payer.length > 0 && { payer: [...state.payer] }),
    ...(state.access.length > 0 && { access: [...state.access] }),
    ...(state.until && { until: state.until }),
    ...(state.endsFrom && { endsFrom: state.endsFrom }),
    ...(state.endsTo && { endsTo: state.endsTo }),
    ...(state.visited && { visited: state.visited }),
    ...(state.people.length > 0 && { people: [...state.people] }),
    ...(state.teams.length > 0 && { teams: [...state.teams] }),
    ...(state.tags.length > 0 && { tags: [...state.tags] }),
    ...(state.toCheck && { toCheck: 'true' as const }),
    ...writeOrder(state.order),
  }
}

export function isFiltered({ order: _, ...filters }: ListState): boolean {
  return Object.values(filters).some((value) => (Array.isArray(value) ? value.length > 0 : Boolean(value)))
}

export const nothingFiltered: Omit<ListState, 'order'> = {
  search: '',
  status: [],
  payer: [],
  access: [],
  until: null,
  endsFrom: null,
  endsTo: null,
  visited: null,
  people: [],
  teams: [],
  tags: [],
  toCheck: false,
}

const sets = ['status', 'payer', 'access', 'people', 'teams', 'tags'] as const

/**
 * `now` with what somebody changed who saw `seen`: values that were added or taken away meanwhile stay so. Whoever takes all filters away means
 * those, too, that are not seen yet.
 */
export function changedFrom(seen: ListState, changed: Partial<ListState>, now: ListState): ListState {
  if (sets.every((key) => changed[key]?.length === 0)) return { ...now, ...changed }
  const merged = (Object.keys(changed) as (keyof ListState)[]).map((key) => {
    const [before, after, current] = [seen[key], changed[key], now[key]]
    const isSet = key !== 'order' && Array.isArray(before) && Array.isArray(after) && Array.isArray(current)
    return [key, isSet ? mergedSet(before, after, current) : after] as const
  })
  return { ...now, ...Object.fromEntries(merged) }
}

const mergedSet = (before: readonly unknown[], after: readonly unknown[], now: readonly unknown[]) => [
  ...now.filter((value) => after.includes(value) || !before.includes(value)),
  ...after.filter((value) => !before.includes(value) && !now.includes(value)),
]

/** `sort=status&sort=name&direction=descending`: the directions stand in the same places, and those that ascend at the end are left out. */
function readOrder(search: Search): readonly OrderTerm[] {
  const ways = several(search['direction'])
  const terms = several(search['sort']).map((by, at) => ({ by, direction: ways[at] === 'descending' ? directions[1] : directions[0] }))
  const asked = terms.flatMap(({ by, direction }) => known(by, customerSorts).map((one) => ({ by: one, direction })))
  const once = asked.filter(({ by }, at) => asked.findIndex((one) => one.by === by) === at).slice(0, ordersMax)
  if (once.length > 0) return once
  return ways[0] === 'descending' ? [{ by: 'name', direction: 'descending' }] : byName
}

function writeOrder(order: readonly OrderTerm[]) {
  const ways = order.map(({ direction }) => direction)
  const written = ways.slice(0, ways.lastIndexOf('descending') + 1)
  const isUsual = order.length === 1 && order[0]?.by === 'name'
  return { ...(isUsual ? {} : { sort: order.map(({ by }) => by) }), ...(written.length > 0 && { direction: written }) }
}

const isId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text)
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))

function several(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string')
}

function known<Value extends string>(value: unknown, values: readonly Value[]): Value[] {
  return several(value).filter((one): one is Value => values.some((known) => known === one))
}
