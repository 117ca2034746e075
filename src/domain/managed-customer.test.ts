import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  actsOnCustomer,
  customerActs,
  customerStatuses,
  type ListedCustomer,
  openRequestAt,
  statusAt,
  statusSinceAt,
} from './managed-customer.ts'
import { roles } from './organisation.ts'
import { dayMs, type Instant, instant } from './time.ts'

const now = instant(1_795_392_000_000)
const after = (days: number): Instant => instant(now + days * dayMs)

const active: ListedCustomer = {
  status: 'active',
  statusSince: after(-100),
  lapsesAt: after(10),
  lapsesTo: 'ended',
  hasPartnership: true,
  sentTo: 'info@baeckerei.example',
  startsAt: after(-100),
  openRequest: null,
  requestUntil: null,
  releaseNeeded: false,
  isAdmitted: true,
}
const requested: ListedCustomer = {
  ...active,
  status: 'requested',
  lapsesTo: 'expired',
  hasPartnership: false,
  startsAt: null,
  openRequest: 'from_partner',
  requestUntil: after(10),
}

test('what runs out is over at that very instant, whatever is stored', () => {
  expect(statusAt(active, after(9))).toBe('active')
  expect(statusAt(active, after(10))).toBe('ended')
  expect(statusSinceAt(active, after(9))).toBe(after(-100))
  expect(statusSinceAt(active, after(11))).toBe(after(10))
  expect(statusAt(requested, after(10))).toBe('expired')
  expect(openRequestAt(requested, after(9))).toBe('from_partner')
  expect(openRequestAt(requested, after(10))).toBeNull()
})

describe('entering', () => {
  test('is for every role, while the access is open', () => {
    for (const role of roles) expect(actsOnCustomer(active, role, now)).toContain('enter')
  })
  test.each([
    ['not before it begins', { ...active, startsAt: after(1) }],
    ['not while suspended', { ...active, status: 'suspended' as const }],
    ['not after the end', { ...active, lapsesAt: now }],
    ['not where others are admitted by name', { ...active, isAdmitted: false }],
    ['not before an answer', requested],
  ])('%s', (_, customer) => {
    expect(actsOnCustomer(customer, 'legal_representative', now)).not.toContain('enter')
  })
})

test('collaborators enter and nothing else', () => {
  for (const customer of [active, requested, { ...requested, status: 'prepared' as const, releaseNeeded: true }]) {
    expect(actsOnCustomer(customer, 'collaborator', now).filter((act) => act !== 'enter')).toEqual([])
  }
})

test('administrators prepare and withdraw, legal representatives release and answer', () => {
  const prepared: ListedCustomer = {
    ...requested,
    status: 'prepared',
    releaseNeeded: true,
    openRequest: null,
    lapsesAt: null,
    requestUntil: null,
  }
  expect(actsOnCustomer(prepared, 'administrator', now)).toEqual(['correct_address', 'revise', 'withdraw'])
  expect(actsOnCustomer(prepared, 'legal_representative', now)).toEqual(['correct_address', 'revise', 'withdraw', 'release'])
  const offered: ListedCustomer = { ...active, openRequest: 'from_customer', requestUntil: after(3) }
  expect(actsOnCustomer(offered, 'administrator', now)).not.toContain('answer')
  expect(actsOnCustomer(offered, 'legal_representative', now)).toContain('answer')
})

test('a link exists only while a request is out and unanswered', () => {
  expect(actsOnCustomer(requested, 'administrator', now)).toEqual(['resend', 'correct_address', 'copy_link', 'withdraw'])
  expect(actsOnCustomer(requested, 'legal_representative', now)).toContain('revise')
  expect(actsOnCustomer({ ...requested, hasPartnership: true }, 'administrator', now)).toEqual(['withdraw'])
  expect(actsOnCustomer({ ...requested, sentTo: null }, 'administrator', now)).not.toContain('correct_address')
  expect(actsOnCustomer(requested, 'administrator', after(10))).toEqual([])
})

test('whatever the state: a smaller role never may more, and nobody may what is over', () => {
  const end = fc.option(fc.integer({ min: -20, max: 20 }).map(after), { nil: null })
  const anyCustomer: fc.Arbitrary<ListedCustomer> = fc.record({
    status: fc.constantFrom(...customerStatuses),
    statusSince: fc.constant(after(-30)),
    lapsesAt: end,
    lapsesTo: fc.constantFrom('ended', 'expired'),
    hasPartnership: fc.boolean(),
    sentTo: fc.constantFrom(null, 'info@kunde.example'),
    startsAt: end,
    openRequest: fc.constantFrom(null, 'from_partner', 'from_customer'),
    requestUntil: end,
    releaseNeeded: fc.boolean(),
    isAdmitted: fc.boolean(),
  })
  fc.assert(
    fc.property(anyCustomer, (customer) => {
      const of = (role: (typeof roles)[number]) => actsOnCustomer(customer, role, now)
      expect(of('legal_representative')).toEqual(expect.arrayContaining([...of('administrator')]))
      expect(of('administrator')).toEqual(expect.arrayContaining([...of('collaborator')]))
      expect(customerActs).toEqual(expect.arrayContaining([...of('legal_representative')]))
      if (['ended', 'expired', 'declined', 'withdrawn'].includes(statusAt(customer, now)))
        expect(of('legal_representative')).not.toContain('enter')
    }),
  )
})
