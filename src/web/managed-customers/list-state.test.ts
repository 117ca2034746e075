import { expect, test } from 'vitest'
import { parseSearch, stringifySearch } from '../search.ts'
import { byName, changedFrom, isFiltered, nothingFiltered, readState, writeState } from './list-state.ts'

const usual = { ...nothingFiltered, order: byName } as const

test('the usual list has a bare address', () => {
  expect(stringifySearch(writeState(usual))).toBe('')
  expect(readState({})).toEqual(usual)
  expect(isFiltered(usual)).toBe(false)
})

test('an address brings back the list it was copied from', () => {
  const state = {
    search: 'zürch & söhne',
    status: ['active', 'suspended'],
    payer: ['none'],
    access: ['limited'],
    until: '30',
    people: ['0199aaaa-0000-7000-8000-000000000000'],
    teams: ['0199aaaa-0000-7000-8000-000000000001'],
    tags: ['wordpress', 'söhne & co'],
    toCheck: true,
    endsFrom: '2027-01-04',
    endsTo: '2027-01-10',
    visited: 'quarter',
    order: [
      { by: 'status', direction: 'ascending' },
      { by: 'until', direction: 'descending' },
      { by: 'name', direction: 'ascending' },
    ],
  } as const
  const again = readState(
    parseSearch(stringifySearch(writeState({ ...state, status: [...state.status], payer: [...state.payer], access: [...state.access] }))),
  )
  expect(again).toEqual(state)
  expect(isFiltered(again)).toBe(true)
})

test('what an address says that nobody can have meant is left out', () => {
  expect(
    readState({
      status: ['active', 'blue'],
      sort: ['colour', 'name', 'name'],
      direction: 'up',
      endsFrom: 'soon',
      visited: 'often',
      until: '31',
      people: 'Anna',
      toCheck: 'maybe',
    }),
  ).toEqual({ ...usual, status: ['active'] })
})

test('an order of one column is written as before there were several', () => {
  const written = writeState({ ...usual, order: [{ by: 'until', direction: 'descending' }] })
  expect(stringifySearch(written)).toBe('?sort=until&direction=descending')
  expect(stringifySearch(writeState({ ...usual, order: [{ by: 'name', direction: 'descending' }] }))).toBe('?direction=descending')
  expect(readState({ direction: 'descending' }).order).toEqual([{ by: 'name', direction: 'descending' }])
})

test('a filter chosen by somebody who does not see the one before yet leaves it chosen', () => {
  const seen = { ...usual, status: ['active'] as const, search: 'muster' }
  const now = { ...seen, status: ['active', 'suspended'] as const, tags: ['shop'] }
  const state = (one: object) => one as Parameters<typeof changedFrom>[0]
  const chosen = changedFrom(state(seen), { status: ['active', 'requested'] }, state(now))
  expect(chosen).toEqual({ ...now, status: ['active', 'suspended', 'requested'] })
})

test('a filter taken away by somebody who still sees the one taken away before brings none back', () => {
  const seen = { ...usual, tags: ['shop', 'mail', 'dns'], toCheck: true }
  const now = { ...seen, tags: ['mail', 'dns'], toCheck: false }
  expect(changedFrom(seen, { tags: ['shop', 'dns'] }, now)).toEqual({ ...now, tags: ['dns'] })
  expect(changedFrom(seen, { tags: [] }, { ...now, tags: ['mail', 'new'] }).tags).toEqual(['new'])
})

test('whoever takes all filters away takes those away, too, that are not seen yet', () => {
  const seen = { ...usual, toCheck: true }
  const { search, ...filters } = nothingFiltered
  expect(changedFrom(seen, nothingFiltered, { ...seen, search: 'a', tags: ['shop'] })).toEqual(usual)
  expect(changedFrom(seen, filters, { ...seen, search: 'a', tags: ['shop'] })).toEqual({ ...usual, search: 'a' })
  expect(search).toBe('')
})

test('what is no set of values is as it was changed last', () => {
  const order = [{ by: 'until', direction: 'descending' }] as const
  const now = { ...usual, search: 'a', order: [{ by: 'status', direction: 'ascending' }] as const }
  expect(changedFrom(usual, { order, search: 'b' }, now)).toEqual({ ...now, order, search: 'b' })
})
