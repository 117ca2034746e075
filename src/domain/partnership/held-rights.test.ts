import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  around,
  aroundAt,
  daysAfter,
  everyRow,
  everywhere,
  findProduct,
  givenGrant,
  givenPartnership,
  givenTerms,
  inForce,
  noon,
  ruth,
} from '../given.ts'
import type { GrantedRight } from '../rights/scope.ts'
import { earliest, type Instant } from '../time.ts'
import { enlargementOf } from './enlargement.ts'
import type { Grant } from './grant.ts'
import { firstGrant } from './grant-version.ts'
import { heldRights, isNoMoreThan } from './held-rights.ts'
import type { Terms } from './terms.ts'

const granting = (rights: readonly GrantedRight[], terms: Terms) => ({ rights, terms, grantedBy: ruth, proposalId: null })
const passedOn = (grant: Grant, now: Instant) => {
  const held = heldRights(grant, noon)
  return firstGrant(granting(held, { ...grant.terms, held }), aroundAt(now))
}

test('passed on, a right keeps its age, its beginning and its end; what is over is left out, and its terms are plain', () => {
  const grant = givenGrant([
    inForce(everywhere('domain.view'), { grantedAt: daysAfter(-50) }),
    inForce(everywhere('domain.manage'), { notAfter: daysAfter(14) }),
    inForce(everywhere('mail.view'), { notBefore: daysAfter(5) }),
    inForce(everywhere('mail.content'), { notAfter: daysAfter(10) }),
    inForce(everywhere('hosting.view'), { notAfter: daysAfter(-1) }),
  ])
  const next = passedOn(grant, daysAfter(2))
  if (next.kind === 'refused') throw new Error(next.code)
  expect(next.grant.rights.map(({ right, grantedAt, notBefore, notAfter }) => [right, grantedAt, notBefore, notAfter])).toEqual([
    ['domain.view', daysAfter(-50), daysAfter(2), null],
    ['domain.manage', grant.rights[1]?.grantedAt, daysAfter(2), daysAfter(14)],
    ['mail.view', grant.rights[2]?.grantedAt, daysAfter(5), null],
    ['mail.content', grant.rights[3]?.grantedAt, daysAfter(2), daysAfter(10)],
  ])
  expect(next.grant.terms).toEqual(grant.terms)
  const onlyShort = givenGrant([inForce(everywhere('mail.view'), { notAfter: daysAfter(1) })])
  expect(passedOn(onlyShort, daysAfter(1))).toEqual({ kind: 'refused', code: 'nothing_granted' })
})

test('others are no more than today only within every right, end and limit', () => {
  const limit = { amount: 50_000, currency: 'CHF', period: 'month' } as const
  const terms = givenTerms({ payer: 'partner', spendingLimit: limit })
  const rights = [everywhere('domain.view'), everywhere('domain.manage')]
  const today = givenPartnership({
    grant: givenGrant(
      rights.map((right) => inForce(right, { notAfter: daysAfter(14) })),
      { terms },
    ),
  })
  const within = (more: Partial<Terms>, chosen: readonly GrantedRight[] = rights) =>
    isNoMoreThan(today, granting(chosen, { ...terms, end: { kind: 'after', days: 14 }, ...more }), around)
  expect([within({}), within({ end: { kind: 'after', days: 3 } }), within({ payer: 'customer' })]).toEqual([true, true, false])
  expect([within({ spendingLimit: null }), within({ end: { kind: 'none' } }), within({}, [everywhere('mail.view')])]).toEqual([
    false,
    false,
    false,
  ])
})

test('whatever is held and whenever it is passed on, nothing is larger than it was', () => {
  const anyDay = fc.integer({ min: -20, max: 400 })
  const anyHeld = fc.array(
    fc.record({ row: fc.constantFrom(...everyRow), from: anyDay, length: fc.option(fc.integer({ min: 1, max: 400 })), age: anyDay }),
    { minLength: 1, maxLength: 6 },
  )
  fc.assert(
    fc.property(anyHeld, fc.option(anyDay), fc.integer({ min: 0, max: 40 }), (rows, end, wait) => {
      const notAfter = end === null ? null : daysAfter(end)
      const rights = rows.map(({ row, from, length, age }) => ({
        ...inForce(row, { notBefore: daysAfter(from), grantedAt: daysAfter(Math.min(age, 0)) }),
        notAfter: earliest(length === null ? null : daysAfter(from + length), notAfter),
      }))
      const today = givenPartnership({ grant: givenGrant(rights, { notAfter }) })
      if (today.grant === null) return
      const next = passedOn(today.grant, daysAfter(wait))
      if (next.kind === 'refused') return
      expect(enlargementOf(today, { ...today, grant: next.grant }, findProduct)).toBe('nothing')
    }),
    { numRuns: 300 },
  )
})
