import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asked, bakeryMail, everyRow, everywhere, findProduct, givenTerms, zuercherCh } from '../given.ts'
import { rightsIn } from '../rights/rights-set.ts'
import type { GrantedRight } from '../rights/scope.ts'
import { localDate } from '../time.ts'
import { compareVersions, type Version, withAsked } from './compare-versions.ts'
import { termsUnchanged } from './terms.ts'

const limit = { amount: 50_000, currency: 'CHF', period: 'month' } as const
const end = { kind: 'on', date: localDate('2027-03-31') } as const

test('a counter-proposal says what it adds, leaves out and changes', () => {
  const before: Version = {
    rights: [asked('mail.view'), asked('mail.content', { required: true, reason: 'To set up phones' })],
    terms: givenTerms({ payer: 'partner' }),
  }
  const after: Version = { rights: [asked('mail.view'), asked('product.order')], terms: givenTerms({ end, spendingLimit: limit }) }
  expect(compareVersions(before, after, findProduct)).toEqual([
    { kind: 'added', right: 'product.order', scopes: [{ kind: 'customer_chooses' }] },
    { kind: 'left_out', right: 'mail.content', scopes: [{ kind: 'customer_chooses' }] },
    { kind: 'end', before: { kind: 'none' }, after: end },
    { kind: 'payer', before: 'partner', after: 'customer' },
    { kind: 'limit', before: null, after: limit },
  ])
})

test('other products, another firmness and other words are said right by right', () => {
  const all = { kind: 'all', future: true } as const
  const one = { kind: 'product', productId: bakeryMail.productId } as const
  const version = (rights: Version['rights']): Version => ({ rights, terms: givenTerms() })
  expect(
    compareVersions(
      version([asked('mail.view', { scope: all })]),
      version([asked('mail.view', { scope: one, required: true, reason: 'For the new shop', withoutIt: 'No answers to orders' })]),
      findProduct,
    ),
  ).toEqual([
    { kind: 'narrower', right: 'mail.view', before: [all], after: [one] },
    { kind: 'now_required', right: 'mail.view' },
    { kind: 'reason', right: 'mail.view', before: null, after: 'For the new shop' },
    { kind: 'without_it', right: 'mail.view', before: null, after: 'No answers to orders' },
  ])
  expect(
    compareVersions(
      version([asked('domain.view', { scope: { kind: 'product', productId: zuercherCh.productId } })]),
      version([everywhere('domain.view')]),
      findProduct,
    )[0]?.kind,
  ).toBe('wider')
})

test('a question on a living partnership changes what it names, and nothing else', () => {
  const inForce: Version = { rights: [everywhere('domain.view'), everywhere('mail.view')], terms: givenTerms({ spendingLimit: limit }) }
  const more: Version = { rights: [asked('mail.manage')], terms: termsUnchanged }
  expect(compareVersions(inForce, withAsked(inForce, more, findProduct), findProduct)).toEqual([
    { kind: 'added', right: 'mail.manage', scopes: [{ kind: 'customer_chooses' }] },
  ])
  const longer: Version = { rights: [], terms: { ...termsUnchanged, end, extendsGrant: true } }
  expect(compareVersions(inForce, withAsked(inForce, longer, findProduct), findProduct)).toEqual([
    { kind: 'end', before: { kind: 'none' }, after: end },
  ])
})

const anyVersion = fc.record({
  rights: fc.subarray([...everyRow]),
  terms: fc
    .record({
      payer: fc.constantFrom('customer' as const, 'partner' as const, null),
      spendingLimit: fc.constantFrom(null, limit),
      end: fc.constantFrom(end, { kind: 'none' as const }),
    })
    .map((terms) => givenTerms(terms)),
})

test('no difference means the same, every difference is told from both ends, and what is told makes the later version of the earlier one', () => {
  fc.assert(
    fc.property(anyVersion, anyVersion, (one, other) => {
      expect(compareVersions(one, one, findProduct)).toEqual([])
      const [there, back] = [compareVersions(one, other, findProduct), compareVersions(other, one, findProduct)]
      expect(there.length).toBe(back.length)
      const told = rightsIn(other.rights as readonly GrantedRight[]).filter(
        (right) => !rightsIn(one.rights as readonly GrantedRight[]).includes(right),
      )
      expect(there.flatMap((row) => (row.kind === 'added' ? [row.right] : []))).toEqual(told)
      const opposite = { added: 'left_out', left_out: 'added', wider: 'narrower', narrower: 'wider', elsewhere: 'elsewhere' } as Record<
        string,
        string
      >
      expect(there.map(({ kind }) => opposite[kind] ?? kind)).toEqual(back.map(({ kind }) => kind))
    }),
  )
})
