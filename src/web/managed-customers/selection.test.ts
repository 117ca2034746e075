import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countSelected, isSelected, nobodySelected, type Selected, selectedNow, withRows } from './selection.ts'

const all: Selected = { kind: 'all', except: new Set(), of: 'status=active' }

test('of all that match, a few can be left out', () => {
  const but = withRows(all, ['b'], false)
  expect([isSelected(but, 'a'), isSelected(but, 'b'), countSelected(but, 1234)]).toEqual([true, false, 1233])
  expect(isSelected(withRows(but, ['b'], true), 'b')).toBe(true)
})

test('all of one filter is nothing of another', () => {
  expect(selectedNow(all, 'status=active')).toBe(all)
  expect(selectedNow(all, 'status=ended')).toBe(nobodySelected)
})

const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'))

test('whatever was ticked last holds, and no other row changes', () => {
  fc.assert(
    fc.property(fc.constantFrom(nobodySelected, all), ids, ids, fc.boolean(), (start, before, rows, on) => {
      const was = withRows(start, before, true)
      const is = withRows(was, rows, on)
      for (const id of ['a', 'b', 'c', 'd'])
        expect(isSelected(is, id)).toBe((rows as readonly string[]).includes(id) ? on : isSelected(was, id))
    }),
  )
})
