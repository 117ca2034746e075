import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Access,
  extendCatalogue,
  families,
  type OwnFamily,
  type RightId,
  rightIds,
  rightOf,
  sensitivities,
  viewOf,
} from './catalogue.ts'
import { presets, rightsOfPreset } from './presets.ts'
import { closeOverNeeds } from './rights-set.ts'
import type { GrantedRight } from './scope.ts'

const accesses: readonly Access[] = ['view', 'manage', 'content']
const someFamily = fc
  .record({
    id: fc.stringMatching(/^own_[a-z0-9_]{1,12}$/),
    more: fc.subarray([...accesses].slice(1)),
    sensitive: fc.option(fc.constantFrom(...sensitivities), { nil: undefined }),
  })
  .map(
    ({ id, more, sensitive }): OwnFamily => ({
      id,
      rights: ['view' as Access, ...more].map((access) => ({ id: access, access, ...(access === 'content' ? { sensitive } : {}) })),
    }),
  )
const someFamilies = fc.uniqueArray(someFamily, { maxLength: 6, selector: ({ id }) => id })

test('families of an operator follow the pattern, join no grant by themselves, and go again without a trace', () => {
  const ours = [...rightIds]
  const granted: readonly GrantedRight[] = ours
    .filter((id) => rightOf(id).level === 'product')
    .map((right) => ({ right, scope: { kind: 'all', future: true } }))
  const before = closeOverNeeds(granted, () => undefined)
  const presetsBefore = presets.map((preset) => rightsOfPreset(preset, null))
  fc.assert(
    fc.property(someFamilies, (own) => {
      const forget = extendCatalogue(own)
      try {
        expect(closeOverNeeds(granted, () => undefined)).toEqual(before)
        for (const { id, rights } of own) {
          const named = rights.map((one) => rightOf(`${id}.${one.id}` as RightId))
          expect(named.map(({ access, sensitive }) => (sensitive !== null) === (access === 'content'))).toEqual(named.map(() => true))
          expect(rightsOfPreset('limited', null).some((right) => right.startsWith(`${id}.`) && rightOf(right).sensitive !== null)).toBe(
            false,
          )
          expect(rightsOfPreset('read_only', null).filter((right) => right.startsWith(`${id}.`))).toEqual([viewOf(id as never)])
          const closed = closeOverNeeds(
            [{ right: `${id}.${rights.at(-1)?.id}` as RightId, scope: { kind: 'all', future: false } }],
            () => undefined,
          )
          expect(closed.map(({ right }) => right)).toContain(viewOf(id as never))
        }
      } finally {
        forget()
      }
      expect(rightIds).toEqual(ours)
      expect(families).toHaveLength(5)
      expect(presets.map((preset) => rightsOfPreset(preset, null))).toEqual(presetsBefore)
    }),
  )
})
