import { expect, test } from 'vitest'
import { localDate } from '../time.ts'
import { faultOfDocument, standingOf } from './invoice.ts'

const today = localDate('2026-11-23')
const line = { net: 1000, vat: 81, gross: 1081 }
const paid = localDate('2026-11-20')

test('what is open is overdue from the day after its day', () => {
  expect(standingOf({ status: 'open', dueOn: today }, today)).toBe('open')
  expect(standingOf({ status: 'open', dueOn: localDate('2026-11-22') }, today)).toBe('overdue')
  expect(standingOf({ status: 'open', dueOn: null }, today)).toBe('open')
  expect(standingOf({ status: 'paid', dueOn: localDate('2026-11-01') }, today)).toBe('paid')
})

test.each([
  [{ kind: 'invoice', status: 'open', paidOn: null, lines: [line] }, null],
  [{ kind: 'invoice', status: 'paid', paidOn: paid, lines: [line] }, null],
  [{ kind: 'order', status: 'placed', paidOn: null, lines: [line] }, null],
  [{ kind: 'order', status: 'cancelled', paidOn: null, lines: [line] }, null],
  [{ kind: 'invoice', status: 'placed', paidOn: null, lines: [line] }, 'status'],
  [{ kind: 'order', status: 'open', paidOn: null, lines: [line] }, 'status'],
  [{ kind: 'invoice', status: 'paid', paidOn: null, lines: [line] }, 'paid_on'],
  [{ kind: 'invoice', status: 'open', paidOn: null, lines: [{ ...line, gross: 1080 }] }, 'sum'],
] as const)('a document as reported, %j: %s', (document, fault) => {
  expect(faultOfDocument(document)).toBe(fault)
})
