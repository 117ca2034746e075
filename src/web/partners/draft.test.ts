import { expect, test } from 'vitest'
import { localDate } from '../../domain/time.ts'
import { accessRows, withLevel } from '../granting/choosing.ts'
import { changesOf, type Draft, draftOf, termsToWrite } from './draft.ts'
import type { PartnershipShown } from './partners-data.ts'

const all = { kind: 'all', future: true } as const
const now = Date.parse('2026-11-23T12:00:00Z')
const none = () => undefined
const row = (id: string) => accessRows().find((one) => one.id === id) ?? expect.unreachable(id)

function givenGrant(more: object = {}): NonNullable<PartnershipShown['grant']> {
  const right = (id: 'domain.view' | 'domain.manage') => ({ right: id, scopes: [all], isEffective: true, notAfter: null, lastUsedAt: null })
  return {
    version: 3,
    rights: [right('domain.view'), right('domain.manage')],
    terms: { startsOn: null, end: { kind: 'none' }, payer: 'customer', paymentMethodId: null, spendingLimit: null },
    notAfter: null,
    grantedBy: 'Ruth',
    secondedBy: null,
    grantedAt: '2026-01-01T00:00:00Z',
    isSecured: true,
    ...more,
  }
}
const saved = (change: (draft: Draft) => Draft, grant = givenGrant()) => {
  const start = draftOf(grant, [])
  return changesOf(grant, start, change(start), none, now)
}

test('nothing was changed', () => {
  expect(saved((draft) => draft).save).toBe('nothing')
})

test('fewer rights are taken away at once, without signing in again', () => {
  const less = saved((draft) => ({ ...draft, choosing: withLevel(draft.choosing, row('domain'), 'view') }))
  expect(less).toMatchObject({ save: 'narrow', removed: ['domain.manage'], added: [] })
})

test('more rights are written anew', () => {
  const more = saved((draft) => ({ ...draft, choosing: withLevel(draft.choosing, row('mail'), 'view') }))
  expect(more).toMatchObject({ save: 'write', removed: [], added: ['mail.view'] })
})

test('a nearer end narrows, a later one does not', () => {
  const grant = givenGrant({ notAfter: '2026-12-31T23:00:00Z' })
  expect(saved((draft) => ({ ...draft, end: { kind: 'after', days: 7 } }), grant).save).toBe('narrow')
  expect(saved((draft) => ({ ...draft, end: { kind: 'on', date: localDate('2027-06-30') } }), grant).save).toBe('write')
})

test('making the partner pay is a question, and everything else is saved before', () => {
  const grant = givenGrant()
  const start = draftOf(grant, [])
  const draft: Draft = { ...start, payment: { ...start.payment, payer: 'partner' } }
  expect(changesOf(grant, start, draft, none, now)).toMatchObject({ save: 'ask', asksPartner: true, payment: false })
  expect(termsToWrite(grant, start, draft)?.payer).toBe('customer')
})

test('a limit is written, and one that cannot be read is not', () => {
  const grant = givenGrant()
  const start = draftOf(grant, [])
  const withLimit = (limit: string): Draft => ({ ...start, payment: { ...start.payment, limit } })
  expect(changesOf(grant, start, withLimit('500'), none, now)).toMatchObject({ save: 'write', payment: true })
  expect(termsToWrite(grant, start, withLimit('500'))?.spendingLimit).toEqual({ amount: 50_000, currency: 'CHF', period: 'month' })
  expect(termsToWrite(grant, start, withLimit('a lot'))).toBeUndefined()
})
