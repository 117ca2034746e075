import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type RightId, rightOf } from '../domain/rights/catalogue.ts'
import type { Asked } from './asked.ts'
import { missingOf } from './asked.ts'
import { forFamilies } from './for-families.ts'
import { aimed } from './given-oracle.ts'
import { after, anyAsked, anyChange, anyWorld, times, type World } from './given-world.ts'
import { inOneGo } from './in-slices.ts'
import { LiveIndex } from './live-index.ts'
import type { Change, ProductRecord } from './records.ts'

const told = (changes: readonly Change[]): World => changes.reduce(after, new Map())

function indexOf(changes: readonly Change[], loaded: number): LiveIndex {
  const index = new LiveIndex()
  for (const change of changes.slice(0, loaded)) index.apply(change)
  inOneGo(index.settle())
  for (const change of changes.slice(loaded)) index.apply(change)
  return index
}

/** As a console that serves mail asks: its family beside each product, and of other families nothing. */
function aboutMail(world: World, asked: Asked): Asked | undefined {
  const family = asked.action === 'enter' ? null : asked.action === 'partnership.decide' ? null : rightOf(asked.action as RightId).family
  if (family !== null && family !== 'mail') return undefined
  if (asked.action !== 'enter' && rightOf(asked.action as RightId)?.level === 'organisation') return undefined
  const product = asked.product === undefined ? undefined : (world.get(asked.product) as ProductRecord | null | undefined)
  if (product && product.family !== 'mail') return undefined
  return asked.product === undefined && asked.action !== 'product.order' ? asked : { ...asked, family: 'mail' }
}

const history = fc.record({
  world: anyWorld,
  more: fc.array(anyChange, { maxLength: 12 }),
  loaded: fc.double({ min: 0, max: 1, noNaN: true }),
  questions: fc.array(fc.tuple(anyAsked, fc.constantFrom(...times)), { minLength: 20, maxLength: 40 }),
  aims: fc.array(fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99), fc.nat(99), fc.constantFrom(...times)), { minLength: 20, maxLength: 40 }),
})

test('what a console of one family is fed answers every question about it as the whole does, after any history', () => {
  const { reduce } = forFamilies(['mail'])
  const answers = new Map<string, number>()
  fc.assert(
    fc.property(history, ({ world, more, loaded, questions, aims }) => {
      const changes = [...world, ...more]
      const until = Math.floor(loaded * changes.length)
      const whole = indexOf(changes, until)
      const part = indexOf(changes.map(reduce), until)
      const truth = told(changes)
      const aimedAt = aims.map(([first, second, third, fourth, now]) => [aimed(truth, [first, second, third, fourth]), now] as const)
      for (const [anything, now] of [...questions, ...aimedAt]) {
        const asked = anything.action === 'partnership.decide' ? undefined : aboutMail(truth, anything)
        if (asked === undefined) continue
        const expected = whole.check(asked, now)
        expect(part.check(asked, now), JSON.stringify(asked)).toEqual(expected)
        const said = expected.code === 0 ? 'allowed' : missingOf(expected.code)
        answers.set(said, (answers.get(said) ?? 0) + 1)
      }
    }),
    { numRuns: 300 },
  )
  expect(answers.get('allowed')).toBeGreaterThan(100)
  expect(answers.size).toBeGreaterThanOrEqual(18)
})

test('a console of one family learns no names, no other products and no other rights', () => {
  const { reduce } = forFamilies(['mail'])
  fc.assert(
    fc.property(anyWorld, (world) => {
      for (const { kind, record } of world.map(reduce)) {
        if (kind === 'product') expect(record?.family ?? 'mail').toBe('mail')
        if (kind !== 'partnership' || record === null) continue
        expect([record.name, record.sortKey, record.words].join('')).toBe('')
        const rights = [...(record.grant?.rows.map(({ right }) => right) ?? []), ...record.assignments.flatMap((one) => one.rights ?? [])]
        expect(rights.filter((right) => !/^(mail|product)\./.test(right))).toEqual([])
      }
    }),
  )
})
