import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askedByPreset } from './asked-rights.ts'
import { rightIds } from './catalogue.ts'
import { difference } from './left-to-ask.ts'

test('whoever granted a right on anything is not asked for it again', () => {
  const asked = askedByPreset('limited', null, ['domain'])
  expect(difference(asked, [{ right: 'domain.view' }]).map(({ right }) => right)).toEqual(['organisation.view', 'domain.manage'])
})

test('what is left is asked and is not held, whatever was granted', () => {
  fc.assert(
    fc.property(fc.subarray([...rightIds]), (held) => {
      const left = difference(
        askedByPreset('full', null),
        held.map((right) => ({ right })),
      )
      for (const { right, scope } of left) expect(scope.kind === 'customer_chooses' && held.includes(right)).toBe(false)
      expect(left.length).toBeGreaterThanOrEqual(22 - held.length)
    }),
  )
})
