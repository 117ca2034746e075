import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asked, everyRow, everywhere, findProduct, shopSite } from '../given.ts'
import { difference } from './difference.ts'
import type { GrantedRight, RequestedRight } from './scope.ts'

const anyRights = fc.subarray([...everyRow])
const asRequested = (rights: readonly GrantedRight[]): readonly RequestedRight[] =>
  rights.map((row) => ({ ...row, required: false, reason: null }))
const tell = (requested: readonly RequestedRight[], granted: readonly GrantedRight[]) =>
  difference(requested, granted, granted, findProduct)

test('what was left out, narrowed, added and granted as asked stands side by side', () => {
  const onShop: GrantedRight = { right: 'hosting.view', scope: { kind: 'product', productId: shopSite.productId } }
  const requested = [
    asked('domain.view'),
    asked('mail.view', { required: true }),
    asked('hosting.view', { scope: { kind: 'all', future: true } }),
  ]
  const rows = tell(requested, [everywhere('domain.view'), onShop, everywhere('organisation.view')])
  expect(rows.map(({ right, kind }) => [right, kind])).toEqual([
    ['organisation.view', 'added'],
    ['domain.view', 'as_requested'],
    ['mail.view', 'left_out'],
    ['hosting.view', 'narrower'],
  ])
  expect(rows.find(({ right }) => right === 'mail.view')?.required).toBe(true)
})

test('what is granted but not effective shows no effective scope', () => {
  const rows = difference([asked('mail.content')], [everywhere('mail.content')], [], findProduct)
  expect(rows[0]).toMatchObject({ kind: 'as_requested', granted: [everywhere('mail.content').scope], effective: [] })
})

test('granting exactly what was asked leaves no difference', () => {
  fc.assert(
    fc.property(anyRights, (rights) => {
      for (const { kind } of tell(asRequested(rights), rights)) expect(kind).toBe('as_requested')
    }),
  )
})

test('requested is what was granted and what was left out; granted is what was requested and what was added', () => {
  fc.assert(
    fc.property(anyRights, anyRights, (requested, granted) => {
      const rows = tell(asRequested(requested), granted)
      const ids = (kinds: readonly string[]) => rows.filter(({ kind }) => kinds.includes(kind)).map(({ right }) => right)
      expect(new Set(ids(['as_requested', 'narrower', 'left_out']))).toEqual(new Set(requested.map(({ right }) => right)))
      expect(new Set(ids(['as_requested', 'narrower', 'added']))).toEqual(new Set(granted.map(({ right }) => right)))
    }),
  )
})

test('turned round, what was left out was added', () => {
  fc.assert(
    fc.property(anyRights, anyRights, (some, others) => {
      const leftOut = tell(asRequested(some), others).filter(({ kind }) => kind === 'left_out')
      const added = tell(asRequested(others), some).filter(({ kind }) => kind === 'added')
      expect(leftOut.map(({ right }) => right)).toEqual(added.map(({ right }) => right))
    }),
  )
})
