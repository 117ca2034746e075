import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RightId } from '../../domain/rights/catalogue.ts'
import { type Chosen, carriedOver, changedBetween, hasAll, takenBack } from './chosen-holders.ts'

type Held = readonly RightId[] | null
const chosen = (...held: readonly Held[]) => new Map(held.map((rights, at) => [String(at), rights]))

test.each<[string, readonly Held[], readonly Held[], boolean]>([
  ['nothing changed', [['domain.view']], [['domain.view']], true],
  ['somebody more', [null], [null, ['domain.view']], true],
  ['a right more', [['domain.view']], [['domain.view', 'domain.manage']], true],
  ['all instead of some', [['domain.view']], [null], true],
  ['some instead of all', [null], [['domain.view']], false],
  ['a right less', [['domain.view', 'domain.manage']], [['domain.view']], false],
  ['another right', [['domain.view']], [['mail.view']], false],
  ['nobody any more', [['domain.view']], [], false],
])('%s', (_, before, now, expected) => {
  expect(hasAll(chosen(...now), chosen(...before))).toBe(expected)
})

test('what is taken back is what was given: who lost the customer meanwhile does not get it back, and what others gave stays', () => {
  const before: Chosen = new Map([
    ['anna', ['domain.view']],
    ['luca', null],
    ['marc', ['domain.view']],
  ])
  const given: Chosen = new Map([...before, ['anna', ['domain.view', 'domain.manage']], ['zoe', null], ['yves', null]])
  expect(takenBack(given, given, before)).toEqual(before)
  const now: Chosen = new Map([
    ['anna', ['domain.manage', 'domain.view']],
    ['marc', ['domain.view', 'mail.view']],
    ['yves', ['domain.view']],
    ['noah', null],
  ])
  expect(takenBack(now, given, before)).toEqual(
    new Map<string, Held>([
      ['anna', ['domain.view']],
      ['marc', ['domain.view', 'mail.view']],
      ['yves', ['domain.view']],
      ['noah', null],
    ]),
  )
})

test('a list that somebody else changed keeps what was chosen here, and takes all else as it is now', () => {
  const before: Chosen = new Map<string, Held>([
    ['anna', ['domain.view']],
    ['luca', null],
    ['marc', null],
  ])
  const chosen: Chosen = new Map<string, Held>([
    ['anna', null],
    ['marc', null],
    ['zoe', null],
  ])
  const now: Chosen = new Map<string, Held>([
    ['anna', ['domain.view']],
    ['luca', ['mail.view']],
    ['noah', null],
  ])
  expect(carriedOver(chosen, before, now)).toEqual(
    new Map<string, Held>([
      ['anna', null],
      ['noah', null],
      ['zoe', null],
    ]),
  )
  expect(changedBetween(before, now)).toEqual(['luca', 'marc', 'noah'])
})

test('whoever touched nothing sees what is there now, and where nobody else changed anything all stays as chosen', () => {
  const some = fc.constantFrom<RightId[]>(['domain.view'], ['mail.view'], ['domain.view', 'mail.view'])
  const list = fc
    .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.option(some)), { selector: ([id]) => id })
    .map((held) => new Map(held))
  fc.assert(
    fc.property(list, list, (one, other) => {
      expect(carriedOver(one, one, other)).toEqual(other)
      expect(carriedOver(other, one, one)).toEqual(other)
      expect(changedBetween(one, one)).toEqual([])
    }),
  )
})
