// What the list shows, as it stands in the address: search, filters and order. What is usual is left out, so that addresses stay short.

import { customerStatuses } from '../../domain/managed-customer.ts'
import { accesses, type CustomerFilter, type CustomerSort, customerSorts, untilFilters } from '../../server/managed-customers/contract.ts'

const payers = ['customer', 'partner', 'none'] as const

export type ListState = {
  readonly search: string
  readonly status: NonNullable<CustomerFilter['status']>
  readonly payer: NonNullable<CustomerFilter['payer']>
  readonly access: NonNullable<CustomerFilter['access']>
  readonly until: CustomerFilter['until'] | null
  readonly people: readonly string[]
  readonly teams: readonly string[]
  readonly tags: readonly string[]
  readonly toCheck: boolean
  readonly sort: CustomerSort
  readonly direction: 'ascending' | 'descending'
}

type Search = Readonly<Record<string, unknown>>

/** What nobody can have meant is left out. */
export function readState(search: Search): ListState {
  return {
    search: several(search['search'])[0] ?? '',
    status: known(search['status'], customerStatuses),
    payer: known(search['payer'], payers),
    access: known(search['access'], accesses),
    until: known(search['until'], untilFilters)[0] ?? null,
    people: several(search['people']).filter(isId),
    teams: several(search['teams']).filter(isId),
    tags: several(search['tags']).filter((tag) => tag !== '' && tag.length <= 40),
    toCheck: several(search['toCheck'])[0] === 'true',
    sort: known(search['sort'], customerSorts)[0] ?? 'name',
    direction: several(search['direction'])[0] === 'descending' ? 'descending' : 'ascending',
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
    ...(state.people.length > 0 && { people: [...state.people] }),
    ...(state.teams.length > 0 && { teams: [...state.teams] }),
    ...(state.tags.length > 0 && { tags: [...state.tags] }),
    ...(state.toCheck && { toCheck: 'true' as const }),
    ...(state.sort !== 'name' && { sort: state.sort }),
    ...(state.direction !== 'ascending' && { direction: state.direction }),
  }
}

export function isFiltered({ sort: _sort, direction: _direction, ...filters }: ListState): boolean {
  return Object.values(filters).some((value) => (Array.isArray(value) ? value.length > 0 : Boolean(value)))
}

export const nothingFiltered: Omit<ListState, 'sort' | 'direction'> = {
  search: '',
  status: [],
  payer: [],
  access: [],
  until: null,
  people: [],
  teams: [],
  tags: [],
  toCheck: false,
}

const isId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text)

function several(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string')
}

function known<Value extends string>(value: unknown, values: readonly Value[]): Value[] {
  return several(value).filter((one): one is Value => values.some((known) => known === one))
}
