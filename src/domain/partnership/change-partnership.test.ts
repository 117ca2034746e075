import { expect, test } from 'vitest'
import { around, asPetra, asRuth, everywhere, givenGrant, givenPartnership, givenProposal, givenTerms, noon, ruth } from '../given.ts'
import { decidePartnership } from './decide-partnership.ts'
import { type Partnership, rightsEffective } from './partnership.ts'
import type { PartnershipCommand } from './partnership-command.ts'

const payment = { payer: 'customer', paymentMethodId: null, spendingLimit: { amount: 50_000, currency: 'CHF', period: 'month' } } as const
const proposed = givenPartnership({ state: 'proposed', grant: null, securedAt: null, activatedAt: null })
const proposal = givenProposal({ state: 'accepted', answeredBy: ruth, answeredAt: noon })
const grantOf = (right: Parameters<typeof everywhere>[0], isSecured: boolean): PartnershipCommand => {
  const answer = { kind: 'accepted_as_asked', rights: [everywhere(right)], terms: givenTerms(), leftOut: [], added: [] } as const
  return { kind: 'grant', proposal, answer, base: null, isSecured }
}
const after = (partnership: Partnership, command: PartnershipCommand): Partnership => {
  const decided = decidePartnership(partnership, command, around)
  if (decided.kind === 'refused') throw new Error(decided.code)
  return decided.partnership
}
const codeOf = (partnership: Partnership, command: PartnershipCommand) => {
  const decided = decidePartnership(partnership, command, around)
  return decided.kind === 'refused' ? decided.code : decided.partnership.state
}
const change = {
  kind: 'change',
  by: asRuth,
  rights: [everywhere('domain.view')],
  terms: givenTerms(),
  renew: false,
  isSecured: true,
} as const

test('the customer asks a partner to pay, and takes payment back at once; the partner may stop paying', () => {
  expect(codeOf(givenPartnership(), { kind: 'change_payer', by: asRuth, ...payment, payer: 'partner' })).toBe('partner_must_agree')
  expect(codeOf(givenPartnership(), { ...change, terms: givenTerms({ payer: 'partner' }) })).toBe('partner_must_agree')
  const paidByPartner = givenPartnership({ grant: givenGrant([], { terms: givenTerms({ payer: 'partner' }) }) })
  expect(after(paidByPartner, { kind: 'change_payer', by: asRuth, ...payment }).grant).toMatchObject({ version: 2, terms: payment })
  expect(after(paidByPartner, { kind: 'change_payer', by: asPetra, ...payment }).grant?.terms).toMatchObject({
    payer: null,
    paymentMethodId: null,
    spendingLimit: null,
  })
  expect(codeOf(givenPartnership(), { kind: 'change_payer', by: asPetra, ...payment })).toBe('not_entitled')
})

test('the customer writes only what is a right, and no deleting of what nobody may see', () => {
  const write = (right: string) =>
    codeOf(givenPartnership(), { ...change, rights: [{ right: right as 'mail.view', scope: { kind: 'all', future: true } }] })
  expect(['ownership.any', 'billing.view', 'product.delete', 'mail.manage'].map(write)).toEqual([
    'unknown_right',
    'scope_not_fitting',
    'view_missing',
    'active',
  ])
})

test('what was granted with only an emailed code brings no sensitive right into effect until it is secured', () => {
  const unsecured = after(proposed, grantOf('mail.content', false))
  expect(rightsEffective(unsecured, noon).map(({ right }) => right)).toEqual(['mail.view'])
  const secured = after(unsecured, { kind: 'secure', by: asRuth })
  expect(new Set(rightsEffective(secured, noon).map(({ right }) => right))).toEqual(new Set(['mail.view', 'mail.content']))
  expect(after(secured, grantOf('hosting.view', false)).securedAt).toBe(noon)
  expect(after(secured, grantOf('drive.content', false)).securedAt).toBeNull()
  expect(after(unsecured, grantOf('hosting.view', true)).securedAt).toBeNull()
  expect(after(unsecured, change).securedAt).toBe(noon)
})
