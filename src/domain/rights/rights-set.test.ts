import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bakeryMail, daysAfter, everyRow, everywhere, findProduct, givenProduct, products, shopSite, zuercherCh } from '../given.ts'
import { isRightId, rightIds, viewOf } from './catalogue.ts'
import {
  closeOverNeeds,
  dropUnsupported,
  isCovered,
  isSupported,
  notIn,
  rightsIn,
  withNeeds,
  withoutRepetition,
  withoutRight,
} from './rights-set.ts'
import { covers, type GrantedRight, reaches, reachesFuture } from './scope.ts'

const anyRights = fc.subarray([...everyRow])
const anyProduct = fc.constantFrom(...products)
const at = daysAfter(-10)
const use = (rights: readonly GrantedRight[], right: GrantedRight['right'], product: (typeof products)[number]) =>
  rights.some((row) => row.right === right && reaches({ ...row, grantedAt: at }, product))

test('granting a right grants what it needs, on the same scope', () => {
  expect(closeOverNeeds([everywhere('mail.manage')], findProduct)).toEqual([everywhere('mail.manage'), everywhere('mail.view')])
  const scope = { kind: 'product', productId: shopSite.productId } as const
  const closed = closeOverNeeds([{ right: 'product.delete', scope }], findProduct)
  expect(closed).toEqual([
    { right: 'product.delete', scope },
    { right: 'hosting.view', scope },
  ])
})

test('deleting on all products opens no family the customer left closed', () => {
  const rights = [everywhere('product.delete'), everywhere('mail.view')]
  expect(closeOverNeeds(rights, findProduct)).toEqual(rights)
})

test('taking away view takes away the rest of the family', () => {
  const rights = (['mail.view', 'mail.manage', 'mail.content', 'domain.view'] as const).map((right) => everywhere(right))
  expect(withoutRight(rights, 'mail.view', findProduct)).toEqual([everywhere('domain.view')])
})

test('a closed set stays closed, whatever it holds', () => {
  fc.assert(
    fc.property(anyRights, (rights) => {
      const closed = closeOverNeeds(rights, findProduct)
      expect(closeOverNeeds(closed, findProduct)).toEqual(closed)
      expect(notIn(rights, closed, findProduct)).toEqual([])
      const unsupported = closed.filter((row) => !isSupported(row, closed, findProduct))
      expect(unsupported.every(({ right, scope }) => right === 'product.delete' && scope.kind === 'all')).toBe(true)
    }),
  )
})

test('what is left after taking something away needs nothing that went', () => {
  fc.assert(
    fc.property(anyRights, fc.constantFrom(...rightIds), (rights, id) => {
      const left = withoutRight(closeOverNeeds(rights, findProduct), id, findProduct)
      expect(left.some(({ right }) => right === id)).toBe(false)
      for (const row of left.filter(({ scope }) => scope.kind !== 'all')) expect(isSupported(row, left, findProduct)).toBe(true)
      expect(notIn(dropUnsupported(rights, findProduct), rights, findProduct)).toEqual([])
    }),
  )
})

test('fewer rows say the same', () => {
  fc.assert(
    fc.property(anyRights, anyProduct, fc.constantFrom(...rightIds), (rights, product, right) => {
      const fewest = withoutRepetition(rights, findProduct)
      expect(use(fewest, right, product)).toBe(use(rights, right, product))
      for (const row of fewest)
        expect(
          isCovered(
            row,
            fewest.filter((other) => other !== row),
            findProduct,
          ),
        ).toBe(false)
    }),
  )
})

test('what covers a right reaches everything that right reaches', () => {
  fc.assert(
    fc.property(fc.constantFrom(...everyRow), fc.constantFrom(...everyRow), anyProduct, (wide, narrow, product) => {
      fc.pre(wide.right === narrow.right && covers(wide.right, wide.scope, narrow.scope, findProduct))
      const isOld = product.createdAt <= at
      expect(isOld && use([narrow], narrow.right, product)).toBe(
        isOld && use([narrow], narrow.right, product) && use([wide], wide.right, product),
      )
      expect(!reachesFuture(narrow, product.family) || reachesFuture(wide, product.family)).toBe(true)
    }),
  )
})

test('a product created after the grant is reached only where future products are included', () => {
  const later = givenProduct('later.example', 'domain', daysAfter(-1))
  expect(reaches({ ...everywhere('domain.view', true), grantedAt: at }, later)).toBe(true)
  expect(reaches({ ...everywhere('domain.view', false), grantedAt: at }, later)).toBe(false)
  expect(reaches({ ...everywhere('domain.view', false), grantedAt: at }, zuercherCh)).toBe(true)
  expect(reaches({ ...everywhere('domain.view', true), grantedAt: at }, bakeryMail)).toBe(false)
})

test('an assignment that names a right names what it needs', () => {
  expect(withNeeds(['mail.content', 'billing.pay'])).toEqual(['billing.view', 'billing.pay', 'mail.view', 'mail.content'])
  expect(rightsIn([everywhere('server.view'), everywhere('domain.view'), everywhere('domain.view', false)])).toEqual([
    'domain.view',
    'server.view',
  ])
  expect(isRightId(viewOf('drive'))).toBe(true)
})
