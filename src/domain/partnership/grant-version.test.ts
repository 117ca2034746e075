import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  around,
  aroundAt,
  bakeryMail,
  daysAfter,
  everyRow,
  everywhere,
  findProduct,
  givenGrant,
  givenProduct,
  givenTerms,
  inForce,
  noon,
  products,
  ruth,
  theProposal,
} from '../given.ts'
import { isSensitive, type RightId } from '../rights/catalogue.ts'
import { closeOverNeeds, isSupported, notIn, rightsIn } from '../rights/rights-set.ts'
import { type GrantedRight, reaches, reachesFuture } from '../rights/scope.ts'
import { type Instant, isLater, isWithin, later, localDate } from '../time.ts'
import { addToGrant } from './add-to-grant.ts'
import type { Grant } from './grant.ts'
import { changeGrant, firstGrant, type NextVersion } from './grant-version.ts'
import { narrowGrant } from './narrow-grant.ts'
import { type EndTerm, termsUnchanged } from './terms.ts'

const granting = (rights: readonly GrantedRight[], terms = givenTerms()) => ({ rights, terms, grantedBy: ruth, proposalId: theProposal })
const done = (next: NextVersion): Grant => {
  if (next.kind === 'refused') throw new Error(next.code)
  return next.grant
}
const first = (rights: readonly GrantedRight[], terms = givenTerms()) => done(firstGrant(granting(rights, terms), around))
const anyRights = fc.subarray([...everyRow])
const anyEnd: fc.Arbitrary<EndTerm> = fc.oneof(
  fc.constant({ kind: 'none' as const }),
  fc.integer({ min: 1, max: 730 }).map((days) => ({ kind: 'after' as const, days })),
)
const newest = givenProduct('newest', 'mail', daysAfter(2))
/** Everything a grant allows at an instant: which right on which product, and on what is not yet there. */
const allowed = (grant: Grant, at: Instant) =>
  grant.rights
    .filter((row) => isWithin(grant, at) && isWithin(row, at))
    .flatMap((row) => [
      ...[...products, newest].filter((product) => reaches(row, product)).map(({ productId }) => `${row.right} ${productId}`),
      ...(reachesFuture(row, newest.family) ? [`${row.right} future`] : []),
      ...(row.scope.kind === 'organisation' ? [row.right] : []),
    ])
const keyOf = ({ right, scope }: GrantedRight) => JSON.stringify([right, { ...scope, future: null }])
const instants = [noon, daysAfter(3), daysAfter(29), daysAfter(100), daysAfter(364), daysAfter(400), daysAfter(1_000)]

test('a sensitive right always has an end, the others end with the grant', () => {
  const grant = first([everywhere('mail.view'), everywhere('mail.content')])
  expect(grant.rights.map(({ right, notAfter }) => [right, notAfter])).toEqual([
    ['mail.view', null],
    ['mail.content', daysAfter(365)],
  ])
  expect(first([everywhere('mail.content')], givenTerms({ end: { kind: 'after', days: 30 } })).rights[0]?.notAfter).toBe(daysAfter(30))
})

test('what starts later is not there before', () => {
  const grant = first([everywhere('mail.view')], givenTerms({ startsOn: localDate('2026-12-01') }))
  expect(allowed(grant, noon)).toEqual([])
  expect(allowed(grant, daysAfter(8))).not.toEqual([])
})

test('in every version each right stands once on a scope, lies within the grant, is closed over its needs, and ends when it is sensitive', () => {
  fc.assert(
    fc.property(anyRights, anyRights, anyEnd, anyEnd, (rights, more, end, nearer) => {
      const grant = first(rights, givenTerms({ end }))
      const now = aroundAt(later(noon, 1))
      const narrowed = narrowGrant(grant, { keep: grant.rights, end: nearer }, now)
      const added = addToGrant(grant, { ...granting(more, termsUnchanged), base: grant }, now)
      for (const version of [grant, ...[narrowed, added].flatMap((next) => (next.kind === 'done' ? [next.grant] : []))]) {
        expect(new Set(version.rights.map(keyOf)).size).toBe(version.rights.length)
        for (const row of version.rights) {
          expect(row.notBefore >= version.notBefore && !isLater(row.notAfter, version.notAfter)).toBe(true)
          expect(!isSensitive(row.right) || row.notAfter !== null).toBe(true)
          if (row.scope.kind !== 'all') expect(isSupported(row, version.rights, findProduct)).toBe(true)
        }
      }
    }),
  )
})

test('narrowing allows nothing that was not allowed before, at any time', () => {
  const anyNarrowing = fc.record({ keep: anyRights, end: fc.option(anyEnd) })
  fc.assert(
    fc.property(anyRights, anyEnd, anyNarrowing, (rights, end, narrowing) => {
      const grant = first(rights, givenTerms({ end }))
      const kept = narrowing.keep.filter((row) => notIn([row], grant.rights, findProduct).length === 0)
      const next = narrowGrant(grant, { ...narrowing, keep: kept }, aroundAt(daysAfter(1)))
      if (next.kind === 'refused') return
      for (const at of instants) expect(allowed(grant, at)).toEqual(expect.arrayContaining(allowed(next.grant, at)))
    }),
    { numRuns: 300 },
  )
})

test('narrowing refuses what is more than before', () => {
  const now = aroundAt(daysAfter(3))
  const later = { ...now, findProduct: () => newest }
  const grant = first([everywhere('mail.view', false)], givenTerms({ end: { kind: 'after', days: 30 } }))
  const narrowed = (keep: readonly GrantedRight[], end: EndTerm | null = null) => narrowGrant(grant, { keep, end }, later)
  const refused = { kind: 'refused', code: 'enlarges' }
  expect(narrowed([everywhere('mail.manage')])).toEqual(refused)
  expect(narrowed([everywhere('mail.view', true)])).toEqual(refused)
  expect(narrowed([{ right: 'mail.view', scope: { kind: 'product', productId: newest.productId } }])).toEqual(refused)
  expect(narrowed([everywhere('mail.view', false)], { kind: 'after', days: 60 })).toEqual(refused)
  expect(narrowed([everywhere('mail.view', false)])).toEqual({ kind: 'refused', code: 'nothing_changed' })
})

test('narrowing keeps the age of what stays, and takes along what needs what went', () => {
  const grant = first([everywhere('mail.view', false), everywhere('mail.content', false), everywhere('domain.view')])
  const next = done(
    narrowGrant(grant, { keep: [everywhere('mail.content', false), everywhere('domain.view')], end: null }, aroundAt(daysAfter(9))),
  )
  expect(next.rights.map(({ right }) => right)).toEqual(['domain.view'])
  expect(next.rights[0]?.grantedAt).toBe(noon)
})

test('more rights join the version in force; everything in force stays', () => {
  fc.assert(
    fc.property(anyRights, anyRights, anyEnd, (rights, more, end) => {
      const grant = first(rights)
      const next = addToGrant(grant, { ...granting(more, { ...termsUnchanged, end }), base: grant }, aroundAt(daysAfter(1)))
      const added = next.kind === 'refused' ? grant : next.grant
      for (const at of instants) expect(allowed(added, at)).toEqual(expect.arrayContaining(allowed(grant, at)))
      const asked = new Set(closeOverNeeds(more, findProduct).map(({ right }) => right))
      for (const one of allowed(added, daysAfter(3)).filter((it) => !allowed(grant, daysAfter(3)).includes(it))) {
        expect(asked.has(one.split(' ')[0] as RightId)).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

test('accepting restores nothing that was removed since the proposal was made', () => {
  fc.assert(
    fc.property(anyRights, anyRights, anyRights, (rights, keep, more) => {
      const base = first(rights)
      const kept = keep.filter((row) => notIn([row], base.rights, findProduct).length === 0)
      const narrowed = narrowGrant(base, { keep: kept, end: null }, around)
      if (narrowed.kind === 'refused') return
      const next = addToGrant(narrowed.grant, { ...granting(more, termsUnchanged), base }, around)
      if (next.kind === 'refused') return
      const removed = allowed(base, noon).filter((one) => !allowed(narrowed.grant, noon).includes(one))
      for (const one of allowed(next.grant, noon)) expect(removed.includes(one)).toBe(false)
    }),
    { numRuns: 500 },
  )
})

test('a stale request for what needs something removed meanwhile is refused, and the rest of it is granted', () => {
  const base = first([everywhere('mail.view'), everywhere('domain.view')])
  const current = done(narrowGrant(base, { keep: [everywhere('domain.view')], end: null }, around))
  const accept = (rights: readonly GrantedRight[]) => addToGrant(current, { ...granting(rights, termsUnchanged), base }, around)
  expect(accept([everywhere('mail.content')])).toEqual({ kind: 'refused', code: 'changed_meanwhile' })
  expect(rightsIn(done(accept([everywhere('mail.content'), everywhere('domain.manage')])).rights)).toEqual(['domain.view', 'domain.manage'])
})

test('more rights change of the payment only what the proposal changes', () => {
  const limit = { amount: 50_000, currency: 'CHF', period: 'month' } as const
  const lower = { ...limit, amount: 10_000 }
  const base = givenGrant([], { terms: givenTerms({ spendingLimit: limit }) })
  const current = { ...base, version: 2, terms: givenTerms({ spendingLimit: lower }) }
  const next = (terms = termsUnchanged) => done(addToGrant(current, { ...granting([everywhere('mail.view')], terms), base }, around)).terms
  expect(next()).toEqual(current.terms)
  expect(next(givenTerms({ spendingLimit: limit })).spendingLimit).toEqual(lower)
  expect(next({ ...termsUnchanged, payer: 'partner' }).payer).toBe('partner')
})

test('what the customer writes anew keeps its age and its end, unless it is renewed', () => {
  const grant = first([everywhere('mail.view', false), everywhere('mail.content', false)])
  const wanted = [everywhere('mail.view', false), everywhere('mail.content', false), everywhere('domain.view')]
  const change = (renew: boolean) => done(changeGrant(grant, { ...granting(wanted), renew }, aroundAt(daysAfter(100)))).rights
  const content = (renew: boolean) => change(renew).find(({ right }) => right === 'mail.content')
  expect(content(false)).toMatchObject({ grantedAt: noon, notAfter: daysAfter(365) })
  expect(content(true)).toMatchObject({ grantedAt: noon, notAfter: daysAfter(465) })
  expect(change(false).find(({ right }) => right === 'domain.view')?.grantedAt).toBe(daysAfter(100))
  expect(changeGrant(grant, { ...granting(grant.rights), renew: false }, around)).toEqual({ kind: 'refused', code: 'nothing_changed' })
})

test('a sensitive right that is over comes back only when it is granted again', () => {
  const over = inForce(everywhere('mail.content'), { notAfter: later(noon, -1) })
  const grant = givenGrant([inForce(everywhere('mail.view')), over])
  const next = done(changeGrant(grant, { ...granting([everywhere('mail.content')]), renew: false }, around))
  expect(next.rights.find(({ right }) => right === 'mail.content')).toMatchObject({ grantedAt: noon, notAfter: daysAfter(365) })
  const kept = done(changeGrant(grant, { ...granting([everywhere('mail.view'), everywhere('domain.view')]), renew: false }, around))
  expect(allowed(kept, noon)).not.toContain(`mail.content ${bakeryMail.productId}`)
})
