// A preview says what will be: a product is seen exactly when decide() lets its view, and nothing that is hidden can be used.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  anna,
  daysAfter,
  everyRow,
  everywhere,
  givenGrant,
  givenPartnership,
  inForce,
  noon,
  products,
  thePartnership,
  zuercher,
} from '../given.ts'
import { rightIds, rightOf, viewOf } from '../rights/catalogue.ts'
import { decide } from './decide.ts'
import { givenActing } from './given-facts.ts'
import { whatIsSeen } from './what-is-seen.ts'

const place = { personId: anna, organisationId: zuercher, visit: { partnershipId: thePartnership, visitId: null }, standing: true as const }
const seenWith = (acting: ReturnType<typeof givenActing>) =>
  whatIsSeen(place, { session: null, membership: null, acting }, { products, now: noon })

test('with the domains alone, the domain is seen and mail, website, invoices and people are hidden', () => {
  const partnership = givenPartnership({
    grant: givenGrant([inForce(everywhere('domain.view')), inForce(everywhere('domain.manage'))]),
  })
  const seen = seenWith(givenActing({ partnership }))
  expect(seen.missing).toBeNull()
  expect(seen.places).toEqual(['products'])
  expect(seen.products.map(({ rights, missing }) => ({ rights, missing: missing?.code }))).toEqual([
    { rights: ['domain.view', 'domain.manage'], missing: undefined },
    { rights: [], missing: 'right_granted' },
    { rights: [], missing: 'right_granted' },
  ])
  expect(seen.rights).toEqual(['domain.view', 'domain.manage'])
  expect(seen.lacking.map(({ right }) => right)).toEqual(rightIds.filter((right) => !seen.rights.includes(right)))
})

test('whoever is not assigned sees nothing, and reads what is missing', () => {
  const seen = seenWith(givenActing({ assignments: [] }))
  expect(seen.missing?.code).toBe('assignment')
  expect([seen.places, seen.rights]).toEqual([[], []])
})

const anyRow = fc.tuple(fc.constantFrom(...everyRow), fc.constantFrom(null, noon, daysAfter(1)))
const anyActing = fc.record({
  rows: fc.array(anyRow, { maxLength: 25 }),
  assigned: fc.option(fc.subarray([...rightIds])),
  isThere: fc.boolean(),
})

const onProducts = rightIds.filter((right) => rightOf(right).level === 'product')

test('for any grant and any assignment it says what decide() will answer', () => {
  fc.assert(
    fc.property(anyActing, ({ rows, assigned, isThere }) => {
      const grant = givenGrant(rows.map(([row, notAfter]) => inForce(row, { notAfter })))
      const acting = givenActing({
        partnership: givenPartnership({ grant }),
        assignments: isThere ? [{ partnershipId: thePartnership, personId: anna, rights: assigned }] : [],
      })
      const seen = seenWith(acting)
      const may = (action: (typeof rightIds)[number], product: (typeof products)[number]) =>
        decide({ ...place, action, productId: product.productId }, { session: null, membership: null, acting, product }, noon).allowed
      for (const [index, product] of products.entries()) {
        const shown = seen.products[index]
        const isSeen = may(viewOf(product.family), product)
        expect(shown?.missing === null).toBe(isSeen)
        expect(shown?.rights).toEqual(isSeen ? onProducts.filter((right) => may(right, product)) : [])
        for (const right of shown?.rights ?? []) expect(seen.rights).toContain(right)
      }
      expect(seen.places.includes('products')).toBe(seen.products.some(({ missing }) => missing === null))
      expect([...seen.rights, ...seen.lacking.map(({ right }) => right)].toSorted()).toEqual([...rightIds].toSorted())
    }),
  )
})
