// The catalogue and its presets are exactly what the product promises.

import { expect, test } from 'vitest'
import { findRight, isSensitive, neverDelegable, rightIds, rightOf, rightsCatalogue } from './catalogue.ts'
import { presetOf, presets, rightsOfPreset } from './presets.ts'

test('there are 22 rights, 9 of them sensitive, each once', () => {
  expect(rightsCatalogue.map(({ id }) => id)).toEqual(rightIds)
  expect(new Set(rightIds).size).toBe(22)
  expect(rightIds.filter(isSensitive)).toHaveLength(9)
})

test('view and manage of a family are never sensitive, content always is', () => {
  for (const { id, access, sensitive } of rightsCatalogue.filter(({ access }) => access !== null)) {
    expect([id, sensitive]).toEqual([id, access === 'content' ? 'private' : null])
  }
})

test('what a right needs is a right of the same level that needs nothing itself', () => {
  for (const right of rightsCatalogue) {
    for (const needed of right.needs.map(rightOf)) expect([needed.level, needed.needs]).toEqual([right.level, []])
  }
})

test('what no partner can ever do is no right', () => {
  expect(neverDelegable).toHaveLength(10)
  for (const id of neverDelegable) expect(findRight(id)).toBeUndefined()
})

test('presets hold as many rights as the catalogue says', () => {
  expect(presets.map((preset) => rightsOfPreset(preset, 'customer').length)).toEqual([22, 11, 8, 4])
  expect(rightsOfPreset('limited', null).filter(isSensitive)).toEqual([])
})

test('when the partner pays, no preset asks for the customer’s payment method', () => {
  for (const preset of presets) expect(rightsOfPreset(preset, 'partner')).not.toContain('billing.pay')
  expect(rightsOfPreset('full', 'partner')).toHaveLength(21)
})

test('the partner may pick families of a preset', () => {
  expect(rightsOfPreset('limited', null, ['mail'])).toEqual(['organisation.view', 'mail.view', 'mail.manage'])
})

test('a preset is recognised by its rights, in any order', () => {
  for (const preset of presets) expect(presetOf(rightsOfPreset(preset, 'partner').toReversed(), 'partner')).toBe(preset)
  expect(presetOf(['mail.view'], null)).toBeNull()
})
