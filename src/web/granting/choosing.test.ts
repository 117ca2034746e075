import { expect, test } from 'vitest'
import { asId, type ProductId } from '../../domain/ids.ts'
import type { RightId } from '../../domain/rights/catalogue.ts'
import type { RequestedRight } from '../../domain/rights/scope.ts'
import {
  accessRows,
  answerTo,
  levelOf,
  rightsOf,
  scopesByRight,
  startFromGrant,
  startFromRequest,
  tally,
  withAnswer,
  withLevel,
  withReach,
} from './choosing.ts'

const asks = (right: RightId, required = false): RequestedRight => ({
  right,
  scope:
    right.startsWith('organisation') || right.startsWith('members') || right.startsWith('billing')
      ? { kind: 'organisation' }
      : { kind: 'customer_chooses' },
  required,
  reason: null,
})
const row = (id: string) => {
  const found = accessRows().find((one) => one.id === id)
  if (!found) throw new Error(id)
  return found
}
const request = [
  asks('domain.view'),
  asks('domain.manage'),
  asks('mail.view'),
  asks('mail.content', true),
  asks('product.order'),
  asks('billing.view'),
]

test('what is not sensitive starts on, sensitive optional rights off, sensitive required ones unanswered', () => {
  const start = startFromRequest(request)
  expect(levelOf(start, row('domain'))).toBe('manage')
  expect(levelOf(start, row('mail'))).toBe('view')
  expect(levelOf(start, row('hosting'))).toBe('no')
  expect(answerTo(start, 'mail.content')).toBeNull()
  expect(answerTo(start, 'product.order')).toBeNull()
  expect(tally(start, request)).toEqual({ asked: 6, given: 4, more: 0 })
})

test('to see nothing of a family takes the rest of the family away, private content included', () => {
  const all = withAnswer(startFromRequest(request), 'mail.content', true)
  const none = withLevel(all, row('mail'), 'no')
  expect(rightsOf(none).map(({ right }) => right)).not.toContain('mail.content')
  expect(answerTo(none, 'mail.content')).toBe(false)
})

test('a sensitive right brings along what it needs', () => {
  const one = withAnswer(startFromGrant([]), 'members.manage', true)
  expect(scopesByRight(one)).toEqual([
    { right: 'members.view', scopes: [{ kind: 'organisation' }] },
    { right: 'members.manage', scopes: [{ kind: 'organisation' }] },
  ])
})

test('from Manage down to See keeps the seeing', () => {
  const seen = withLevel(startFromRequest(request), row('domain'), 'view')
  expect(levelOf(seen, row('domain'))).toBe('view')
  expect(tally(seen, request)).toEqual({ asked: 6, given: 3, more: 0 })
})

test('chosen products count for every right of the family, also for one that is allowed later', () => {
  const product = { kind: 'product', productId: asId<ProductId>('01990000-0000-7000-8000-000000000001') } as const
  const narrowed = withLevel(withReach(startFromRequest(request), 'mail', [product]), row('mail'), 'manage')
  expect(scopesByRight(narrowed).filter(({ right }) => right.startsWith('mail'))).toEqual([
    { right: 'mail.view', scopes: [product] },
    { right: 'mail.manage', scopes: [product] },
  ])
})

test('a family without a chosen product gives no right', () => {
  const none = withReach(startFromRequest(request), 'domain', [])
  expect(tally(none, request)).toEqual({ asked: 6, given: 2, more: 0 })
})

test('something else that was not asked for counts apart', () => {
  const more = withLevel(startFromRequest(request), row('hosting'), 'view')
  expect(tally(more, request)).toEqual({ asked: 6, given: 4, more: 1 })
})

test('deleting products ends with the last family that may be seen', () => {
  const deleting = withAnswer(withLevel(startFromGrant([]), row('domain'), 'view'), 'product.delete', true)
  expect(answerTo(deleting, 'product.delete')).toBe(true)
  expect(answerTo(withLevel(deleting, row('domain'), 'no'), 'product.delete')).toBe(false)
})
