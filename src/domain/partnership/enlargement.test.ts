import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  around,
  asPetra,
  asRuth,
  daysAfter,
  everyRow,
  everywhere,
  findProduct,
  givenGrant,
  givenPartnership,
  givenTerms,
  inForce,
  noon,
} from '../given.ts'
import { decidePartnership } from './decide-partnership.ts'
import { enlargementOf, enlargementOfLoosening, enlargementOfOffer, whyTwo } from './enlargement.ts'
import type { Partnership } from './partnership.ts'
import type { PartnershipCommand } from './partnership-command.ts'
import type { SpendingLimit } from './terms.ts'

const limit = (amount: number): SpendingLimit => ({ amount, currency: 'CHF', period: 'month' })
const orders = givenPartnership({
  grant: givenGrant([inForce(everywhere('domain.view')), inForce(everywhere('product.order'), { notAfter: daysAfter(200) })], {
    terms: givenTerms({ spendingLimit: limit(50_000) }),
  }),
})
const after = (before: Partnership, command: PartnershipCommand): Partnership => {
  const decided = decidePartnership(before, command, around)
  if (decided.kind === 'refused') throw new Error(decided.code)
  return decided.partnership
}
const of = (before: Partnership, command: PartnershipCommand) => enlargementOf(before, after(before, command), findProduct)
const change = { kind: 'change', by: asRuth, terms: givenTerms({ spendingLimit: limit(50_000) }), renew: false, isSecured: true } as const
const held = [everywhere('domain.view'), everywhere('product.order')]

test('more rights, a later end and an opened gate are more access; money is told apart', () => {
  expect(of(orders, { ...change, rights: [...held, everywhere('mail.view')] })).toBe('access')
  expect(of(orders, { ...change, rights: [...held, everywhere('billing.view'), everywhere('billing.pay')] })).toBe('money')
  expect(of(orders, { ...change, rights: held, renew: true })).toBe('money')
  const short = givenPartnership({ grant: givenGrant([inForce(everywhere('domain.view'))], { notAfter: daysAfter(10) }) })
  expect(of(short, { ...change, rights: [everywhere('domain.view')], terms: givenTerms({ end: { kind: 'after', days: 60 } }) })).toBe(
    'access',
  )
  expect(of({ ...orders, suspendedByCustomerAt: noon }, { kind: 'resume', by: asRuth })).toBe('access')
  expect(of({ ...orders, namedPeopleOnly: true }, { kind: 'admit_named_people', by: asRuth, namedPeopleOnly: false })).toBe('access')
})

test('a higher limit, another currency or none at all, and becoming payer, are about money', () => {
  const pay = { kind: 'change_payer', by: asRuth, payer: 'customer', paymentMethodId: null } as const
  expect(of(orders, { ...pay, spendingLimit: limit(60_000) })).toBe('money')
  expect(of(orders, { ...pay, spendingLimit: null })).toBe('money')
  expect(of(orders, { ...pay, spendingLimit: { ...limit(10), currency: 'EUR' } })).toBe('money')
  expect(of(orders, { ...pay, spendingLimit: limit(10_000) })).toBe('nothing')
  const paid = givenPartnership({ grant: givenGrant([inForce(everywhere('domain.view'))], { terms: givenTerms({ payer: 'partner' }) }) })
  expect(of(paid, { ...pay, spendingLimit: null })).toBe('money')
  expect(of(paid, { kind: 'change_payer', by: asPetra, payer: 'customer', paymentMethodId: null, spendingLimit: null })).toBe('nothing')
})

test('a first grant is more than nothing; stopping, ending and narrowing enlarge nothing', () => {
  const before = givenPartnership({ state: 'proposed', grant: null })
  expect(enlargementOf(before, orders, findProduct)).toBe('money')
  expect(enlargementOf(before, givenPartnership(), findProduct)).toBe('access')
  expect(of(orders, { kind: 'suspend', by: asRuth, reason: null })).toBe('nothing')
  expect(of(orders, { kind: 'end', by: asRuth, reason: null })).toBe('nothing')
  expect(of(orders, { kind: 'narrow', by: asRuth, keep: [everywhere('domain.view')], end: null })).toBe('nothing')
})

test('asking the partner to pay enlarges nothing; offering rights does', () => {
  expect(enlargementOfOffer([], givenTerms({ payer: 'partner' }), givenTerms())).toBe('nothing')
  expect(enlargementOfOffer([everywhere('mail.view')], givenTerms(), null)).toBe('access')
  expect(enlargementOfOffer([everywhere('product.order')], givenTerms(), null)).toBe('money')
})

test('two signatures are asked for whatever enlarges; two approvers for money alone', () => {
  const rule = { twoSignatures: false, twoApproversForMoney: false, isDisputed: false }
  expect(whyTwo('access', { ...rule, twoSignatures: true })).toBe('two_signatures')
  expect(whyTwo('access', { ...rule, twoApproversForMoney: true })).toBeNull()
  expect(whyTwo('money', { ...rule, twoApproversForMoney: true })).toBe('two_approvers')
  expect(whyTwo('access', { ...rule, isDisputed: true })).toBe('dispute')
  expect(whyTwo('nothing', { twoSignatures: true, twoApproversForMoney: true, isDisputed: true })).toBeNull()
})

test('a gate that opens behind a closed one enlarges too, so that one signature never prepares what the other gate lets through', () => {
  const closed = { ...orders, suspendedByCustomerAt: noon, suspendedByOperatorAt: noon }
  expect(of(closed, { kind: 'resume', by: asRuth })).toBe('access')
  expect(of(closed, { kind: 'resume', by: 'operator' })).toBe('access')
  expect(of({ ...orders, suspendedByOperatorAt: noon }, { kind: 'suspend', by: asRuth, reason: null })).toBe('nothing')
})

test('giving up a part of strictness enlarges; who approves money is about money', () => {
  expect(enlargementOfLoosening([])).toBe('nothing')
  expect(enlargementOfLoosening(['reasonNeeded', 'visitsTold'])).toBe('access')
  expect(enlargementOfLoosening(['reasonNeeded', 'twoApprovers'])).toBe('money')
})

const rows = fc.subarray([...everyRow], { minLength: 1, maxLength: 8 }).map((some) => some.map((row) => inForce(row)))

test('whatever is narrowed enlarges nothing, and what is added to it is noticed', () => {
  fc.assert(
    fc.property(rows, fc.nat(7), (all, at) => {
      const before = givenPartnership({ grant: givenGrant(all) })
      const narrowed = decidePartnership(
        before,
        { kind: 'narrow', by: asRuth, keep: all.filter((_, index) => index !== at % all.length), end: null },
        around,
      )
      if (narrowed.kind === 'refused') return
      expect(enlargementOf(before, narrowed.partnership, findProduct)).toBe('nothing')
      expect(enlargementOf(narrowed.partnership, before, findProduct)).not.toBe('nothing')
    }),
  )
})
