// A receipt never says of a password or a rule that it closes by itself.
import { expect, test } from 'vitest'
import { leftIn } from './left-groups.ts'
import type { Receipt } from './receipts-data.ts'

const way = (
  kind: Receipt['waysIn'][number]['kind'],
  isOpen = true,
  cannot: Receipt['waysIn'][number]['cannot'] = null,
): Receipt['waysIn'][number] => ({
  ...{
    id: kind,
    kind,
    name: kind,
    product: 'beck.example',
    productId: 'p',
    mailboxId: null,
    passwordSetAt: null,
    madeBy: 'Anna',
  },
  ...{ closed: false, isOpen, cannot },
})
const said = (what: Receipt['what'], ways: Receipt['waysIn']) =>
  leftIn({ what, waysIn: ways }).map((group) => [group.said, group.ways.map(({ kind }) => kind)])

test('of a stopped visit, what closes with the right and what stays are told apart', () => {
  expect(said('visit', [way('link'), way('password'), way('forwarding'), way('rule'), way('key', false)])).toEqual([
    ['left', ['link', 'forwarding']],
    ['left_stays', ['password', 'rule']],
  ])
  expect(said('visit', [way('rule')])).toEqual([['left_stays', ['rule']]])
  expect(said('partnership', [way('password'), way('rule', false)])).toEqual([['still', ['password']]])
  expect(said('visit', [way('link', false)])).toEqual([])
})

test('what belongs to a locked product stands apart, with the reason why it cannot be ended now', () => {
  expect(said('partnership', [way('rule'), way('password', true, 'product_inactive')])).toEqual([
    ['still', ['rule']],
    ['locked', ['password']],
  ])
  expect(said('visit', [way('link', true, 'product_inactive')])).toEqual([['locked', ['link']]])
})
