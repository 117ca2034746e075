import { expect, test } from 'vitest'
import { holdsCardNumber } from './card-number.ts'

test.each([
  ['4242424242424242', true],
  ['4242 4242 4242 4242', true],
  ['Visa 4242-4242-4242-4242, bis 12/28', true],
  ['378282246310005', true],
  ['4242424242424241', false],
  ['4242', false],
  ['tok_1N3T00LkdIwHu7ixt44h1F8k', false],
  ['R-2026-001204', false],
  ['CH93 0076 2011 6238 5295 7', false],
  ['+41 62 555 01 23', false],
])('"%s" looks like a card number: %s', (text, looks) => {
  expect(holdsCardNumber(text)).toBe(looks)
})
