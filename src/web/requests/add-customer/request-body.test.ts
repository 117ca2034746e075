import { expect, test } from 'vitest'
import { Problem } from '../../problem.ts'
import { choosePayer, choosePreset, type Draft, emptyDraft, pickFamilies, presetIn, readDraft, withAsking } from './draft.ts'
import { leaveTemplate, takeTemplate } from './draft-template.ts'
import { bodyOf, firstWrongStep, wrongIn, wrongOf } from './request-body.ts'

const verified = { isVerified: true, today: '2026-11-23' }
const complete: Draft = { ...emptyDraft('de'), email: ' info@baeckerei.example ', ownReference: ' 2041 ' }

test('a draft becomes a body without what was left empty', () => {
  const body = bodyOf(complete)
  expect(body.who).toEqual({ email: 'info@baeckerei.example', language: 'de', ownReference: '2041' })
  expect(body.what.rights).toHaveLength(11)
  expect(body.terms).toEqual({ startsOn: null, end: { kind: 'none' }, payer: null, paymentMethodId: null, spendingLimit: null })
  expect(wrongIn(complete, verified)).toEqual({})
})

test('of address and number only the chosen way is sent, the other stays written', () => {
  const body = bodyOf({ ...complete, by: 'number', customerNumber: ' c-104233 ' })
  expect(body.who).toEqual({ customerNumber: 'C-104233', language: 'de', ownReference: '2041' })
})

test('a request code is sent as it was typed, and only if there is one', () => {
  expect(bodyOf({ ...complete, requestCode: ' 1234 5678 ' }).who).toMatchObject({ requestCode: '1234 5678' })
  expect(bodyOf({ ...complete, requestCode: ' ' }).who).not.toHaveProperty('requestCode')
  expect(wrongIn({ ...complete, requestCode: '1234 567' }, verified)).toEqual({ requestCode: 'add-customer.wrong.requestCode' })
})

test('what is wrong is said at its field', () => {
  const wrong = (change: Partial<Draft>) => Object.keys(wrongIn({ ...complete, ...change }, verified))
  expect(wrong({ email: '' })).toEqual(['email'])
  expect(wrong({ email: 'info@baeckerei' })).toEqual(['email'])
  expect(wrong({ by: 'number', customerNumber: '104233' })).toEqual(['customerNumber'])
  expect(wrong({ ownReference: 'x'.repeat(81) })).toEqual(['ownReference'])
  expect(wrong({ listName: 'a\u202eb' })).toEqual(['listName'])
  expect(wrong({ end: 'on', lastDay: '' })).toEqual(['lastDay'])
  expect(wrong({ end: 'on', lastDay: '2026-11-22' })).toEqual(['lastDay'])
  expect(wrong({ end: 'on', lastDay: '2026-11-23' })).toEqual([])
  expect(wrong({ end: 'after', days: '731' })).toEqual(['days'])
  expect(wrong({ end: 'after', days: '1,5' })).toEqual(['days'])
  expect(wrong({ validityDays: '91' })).toEqual(['validityDays'])
  expect(wrong({ payer: 'customer', limit: 'viel' })).toEqual(['limit'])
  expect(wrong({ payer: 'partner', limit: 'viel' })).toEqual([])
})

test('a partner that is not verified does not ask for sensitive rights', () => {
  const full = choosePreset(complete, 'full')
  expect(wrongIn(full, { ...verified, isVerified: false })).toEqual({ rights: 'problems.partner_not_verified' })
  expect(wrongIn(full, verified)).toEqual({})
})

test('a request for nothing is none', () => {
  const nothing = withAsking(complete, { ...complete.asking, rights: [] })
  expect(wrongIn(nothing, verified)).toEqual({ rights: 'problems.nothing_asked' })
  expect(firstWrongStep(wrongIn(nothing, verified))).toBe('what')
})

test('a refusal leads to the field it concerns', () => {
  const refused = (code: string, pointers: string[] = []) =>
    wrongOf(new Problem({ code, status: 422, errors: pointers.map((pointer) => ({ pointer, code: 'custom' })) }), complete)
  expect(refused('own_organisation')).toEqual({ email: 'problems.own_organisation' })
  expect(refused('already_open')).toEqual({ email: 'problems.already_open' })
  expect(refused('spending_limit_invalid')).toEqual({ limit: 'problems.spending_limit_invalid' })
  expect(refused('invalid_input', ['/body/who/listName'])).toEqual({ listName: 'add-customer.wrong.listName' })
  expect(refused('limit_reached')).toBeUndefined()
})

test('a preset stays the preset when the payer changes', () => {
  const full = choosePreset(complete, 'full')
  const paid = choosePayer(full, 'partner')
  expect(paid.asking.rights).not.toContain('billing.pay')
  expect(presetIn(paid)).toBe('full')
  expect(choosePayer(paid, null).asking.rights).toContain('billing.pay')
})

test('the families of the limited preset are remembered while another is tried', () => {
  const some = pickFamilies(complete, 'limited', ['domain', 'mail'])
  expect(presetIn(some)).toBe('limited')
  expect(choosePreset(some, 'read_only').asking.rights).toContain('server.view')
  expect(choosePreset(choosePreset(some, 'read_only'), 'limited').asking.rights).toEqual(some.asking.rights)
})

test('what was chosen one by one is kept when a preset is tried', () => {
  const custom = withAsking(complete, { ...complete.asking, rights: ['domain.view', 'billing.view'] })
  expect(presetIn(custom)).toBeNull()
  expect(choosePreset(custom, 'full').custom).toEqual(['domain.view', 'billing.view'])
})

test('a draft is read as it was written, and anything else is none', () => {
  expect(readDraft(JSON.stringify(complete))).toEqual(complete)
  expect(readDraft(JSON.stringify({ ...complete, by: 'fax' }))).toBeUndefined()
  expect(readDraft('{')).toBeUndefined()
  expect(readDraft(null)).toBeUndefined()
})

test('a template is sent as the version that was read; adjusted, it becomes rights of its own', () => {
  const rights = [
    { right: 'domain.view', scope: { kind: 'customer_chooses' }, required: true, reason: null },
    { right: 'domain.manage', scope: { kind: 'family', family: 'domain', future: true }, required: true, reason: 'Shop' },
  ] as const
  const terms = { startsOn: null, end: { kind: 'after', days: 90 }, payer: 'customer', paymentMethodId: null, spendingLimit: null } as const
  const template = { id: 't', name: 'Shop', version: 3, rights: [...rights], terms, changedBy: '', changedAt: '', sent: 0, customers: 0 }
  const draft = takeTemplate(complete, template)
  expect(bodyOf(draft).what).toEqual({ templateId: 't', templateVersion: 3 })
  expect(bodyOf(draft).terms.end).toEqual({ kind: 'after', days: 90 })
  const adjusted = withAsking(draft, { ...draft.asking, required: [] })
  expect(bodyOf(adjusted).what.rights?.map(({ right, required, scope }) => [right, required, scope.kind])).toEqual([
    ['domain.view', false, 'family'],
    ['domain.manage', false, 'family'],
  ])
  expect(bodyOf(leaveTemplate(adjusted)).what.rights).toHaveLength(11)
})

test('people, teams and tags go along once there are any', () => {
  expect(bodyOf(complete)).not.toHaveProperty('plan')
  expect(bodyOf({ ...complete, people: ['p'], tags: ' wordpress, ,Shop ' }).plan).toEqual({
    people: ['p'],
    teams: [],
    tags: ['wordpress', 'Shop'],
  })
  expect(wrongIn({ ...complete, tags: 'a;b' }, verified)).toEqual({ tags: 'add-customer.wrong.tags' })
})
