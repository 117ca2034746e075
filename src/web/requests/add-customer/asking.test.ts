import { expect, test } from 'vitest'
import { rightIds } from '../../../domain/rights/catalogue.ts'
import { accessRows } from '../../granting/choosing.ts'
import {
  ask,
  askLevel,
  firmnessesOf,
  firmnessOf,
  levelAskedFor,
  nothingAsked,
  pickedFamilies,
  requestedRights,
  withFirmness,
  withPreset,
  withReach,
  withReason,
} from './asking.ts'

const row = (id: string) => {
  const found = accessRows().find((one) => one.id === id)
  if (!found) throw new Error(id)
  return found
}

test('a preset asks for its rights, all optional, and leaves the products to the customer', () => {
  const rights = requestedRights(withPreset(nothingAsked, 'limited', null, ['domain']))
  expect(rights).toEqual([
    { right: 'organisation.view', scope: { kind: 'organisation' }, required: false, reason: null },
    { right: 'domain.view', scope: { kind: 'customer_chooses' }, required: false, reason: null },
    { right: 'domain.manage', scope: { kind: 'customer_chooses' }, required: false, reason: null },
  ])
})

test('whoever pays does not ask to pay with the customer’s payment method', () => {
  expect(withPreset(nothingAsked, 'full', 'partner').rights).toEqual(rightIds.filter((right) => right !== 'billing.pay'))
})

test('not to see a family ends everything in it', () => {
  const none = askLevel(withPreset(nothingAsked, 'full', null), row('mail'), 'no')
  expect(none.rights.filter((right) => right.startsWith('mail'))).toEqual([])
  expect(pickedFamilies(none)).toEqual(['domain', 'hosting', 'drive', 'server'])
})

test('a sensitive right brings along what it needs, as firmly', () => {
  const asking = withFirmness(ask(nothingAsked, 'mail.content', true), 'mail.content', null, 'all')
  expect(requestedRights(asking).map(({ right, required }) => [right, required])).toEqual([
    ['mail.view', true],
    ['mail.content', true],
  ])
})

test('of a row that is managed the seeing alone can be needed', () => {
  const asking = withFirmness(askLevel(nothingAsked, row('domain'), 'manage'), 'domain.view', 'domain.manage', 'view')
  expect(firmnessOf(asking, 'domain.view', 'domain.manage')).toBe('view')
  expect(requestedRights(asking).map(({ required }) => required)).toEqual([true, false])
  expect(firmnessOf(askLevel(asking, row('domain'), 'view'), 'domain.view', null)).toBe('all')
})

test('while private content is needed, the seeing of its family is', () => {
  const content = withFirmness(ask(nothingAsked, 'mail.content', true), 'mail.content', null, 'all')
  const asking = askLevel(content, row('mail'), 'manage')
  expect(firmnessOf(asking, 'mail.view', 'mail.manage')).toBe('view')
  expect(firmnessesOf(asking, 'mail.view', 'mail.manage')).toEqual(['view', 'all'])
})

test('a reason is said once, at the highest right of its row', () => {
  const asking = withReason(askLevel(nothingAsked, row('domain'), 'manage'), 'domain.view', '  Umzug auf neue Nameserver ')
  expect(requestedRights(asking).map(({ reason }) => reason)).toEqual([null, 'Umzug auf neue Nameserver'])
  expect(requestedRights(askLevel(asking, row('domain'), 'view')).map(({ reason }) => reason)).toEqual(['Umzug auf neue Nameserver'])
})

test('what was said about a right comes back with the right', () => {
  const asking = withFirmness(askLevel(nothingAsked, row('mail'), 'manage'), 'mail.view', 'mail.manage', 'all')
  const gone = withReason(askLevel(asking, row('mail'), 'no'), 'mail.view', 'Postfächer einrichten')
  expect(requestedRights(gone)).toEqual([])
  expect(requestedRights(askLevel(gone, row('mail'), 'view'))).toEqual([
    { right: 'mail.view', scope: { kind: 'customer_chooses' }, required: true, reason: 'Postfächer einrichten' },
  ])
})

test('a whole family can be asked for, of today or with future products, never a product', () => {
  const domains = withReach(askLevel(nothingAsked, row('domain'), 'view'), 'domain', 'all_future')
  expect(requestedRights(domains)[0]?.scope).toEqual({ kind: 'family', family: 'domain', future: true })
  const orders = withReach(ask(nothingAsked, 'product.order', true), 'product.order', 'all_today')
  expect(requestedRights(orders)[0]?.scope).toEqual({ kind: 'all', future: false })
  expect(levelAskedFor(orders, row('domain'))).toBe('no')
})
