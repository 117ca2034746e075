import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anna, daysAfter, givenProduct, noon, thePartnership } from '../given.ts'
import { rightIds } from '../rights/catalogue.ts'
import { later } from '../time.ts'
import { decide } from './decide.ts'
import { acting, givenActing, givenFacts, lessOf } from './given-facts.ts'
import { decideWayIn, rightOfWayIn, type WayIn, wayInKinds } from './way-in.ts'

const products = {
  ...{ link: givenProduct('drive', 'drive'), key: givenProduct('server', 'server'), rule: givenProduct('server', 'server') },
  ...{ forwarding: givenProduct('mail', 'mail'), password: givenProduct('mail', 'mail') },
}
const wayIn = (kind: WayIn['kind']): WayIn => ({ kind, personId: anna, partnershipId: thePartnership })

describe.each(wayInKinds)('a %s', (kind) => {
  const facts = { acting: { ...givenActing(), visit: null }, product: products[kind] }

  test('stays open after the visit in which it was made, until the right ends', () => {
    expect(decideWayIn(wayIn(kind), facts, noon)).toEqual({ open: true, closesAt: daysAfter(90) })
    expect(decideWayIn(wayIn(kind), facts, daysAfter(90))).toEqual({ open: false, because: 'right_not_over' })
  })

  test('closes when the right it was made with is gone, and without its partnership or its product', () => {
    const others = rightIds.filter((right) => right !== rightOfWayIn[kind])
    expect(decideWayIn(wayIn(kind), { ...facts, acting: givenActing({}, others) }, noon)).toEqual({ open: false, because: 'right_granted' })
    expect(decideWayIn(wayIn(kind), { ...facts, acting: null }, noon)).toEqual({ open: false, because: 'partnership' })
    expect(decideWayIn(wayIn(kind), { ...facts, product: null }, noon)).toEqual({ open: false, because: 'product' })
  })

  test('is open wherever its maker could do it again in a visit, and closes exactly when it says', () => {
    const whole = givenFacts({ product: products[kind] })
    const question = { ...acting(rightOfWayIn[kind]), productId: products[kind].productId }
    const anyFacts = fc.constantFrom(whole, ...lessOf(whole)).chain((once) => fc.constantFrom(once, ...lessOf(once)))
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 0, max: 100 }), ({ acting, product, ...rest }, days) => {
        const decided = decideWayIn(wayIn(kind), { acting, product }, daysAfter(days))
        if (decide(question, { ...rest, acting, product }, daysAfter(days)).allowed) expect(decided.open).toBe(true)
        if (!decided.open || decided.closesAt === null) return
        expect(decideWayIn(wayIn(kind), { acting, product }, later(decided.closesAt, -1)).open).toBe(true)
        expect(decideWayIn(wayIn(kind), { acting, product }, decided.closesAt).open).toBe(false)
      }),
    )
  })

  test('is open nowhere that its maker, there with a second factor, could not do it again', () => {
    const whole = givenFacts({ product: products[kind] })
    const question = { ...acting(rightOfWayIn[kind]), productId: products[kind].productId }
    for (const { acting: less, product } of lessOf(whole)) {
      const there = less && { ...less, visit: givenActing().visit }
      if (!decide(question, { ...whole, acting: there, product }, noon).allowed)
        expect(decideWayIn(wayIn(kind), { acting: there, product }, noon).open).toBe(false)
    }
  })
})
