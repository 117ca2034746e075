import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAddressWithin, isProven, proofText, readDomain } from './proof-of-domain.ts'

test.each([
  ['https://www.Alpweb.example/de?x#y', 'alpweb.example'],
  ['alpweb.example.', 'alpweb.example'],
  ['shop.alpweb.example', 'shop.alpweb.example'],
  ['xn--bckerei-5wa.example', 'xn--bckerei-5wa.example'],
])('%s is the domain %s', (text, domain) => {
  expect(readDomain(text)).toBe(domain)
})

test.each([
  'localhost',
  'nas.local',
  '127.0.0.1',
  '[::1]',
  'user@alpweb.example',
  'alpweb',
  'a..b',
  'printer.lan',
  '1.0.0.127.in-addr.arpa',
  'alpweb.example:8080',
  '',
])('%s is no firm’s domain', (text) => {
  expect(readDomain(text)).toBeNull()
})

test('a domain that was read is read again as it is', () => {
  fc.assert(
    fc.property(fc.domain(), (domain) => {
      const read = readDomain(domain)
      if (read !== null) expect(readDomain(read)).toBe(read)
    }),
  )
})

test('only the very text that was made proves anything', () => {
  expect(isProven(['v=spf1 -all', ` ${proofText('abc')}\n`], 'abc')).toBe(true)
  expect(isProven([proofText('abcd'), 'abc', ''], 'abc')).toBe(false)
  fc.assert(fc.property(fc.array(fc.string()), fc.uuid(), (texts, token) => !isProven(texts, token) || texts.join('').includes(token)))
})

test('an address belongs to its domain and what is below, never to one that only ends alike', () => {
  expect(isAddressWithin('petra@alpweb.example', 'alpweb.example')).toBe(true)
  expect(isAddressWithin('petra@mail.Alpweb.example', 'alpweb.example')).toBe(true)
  expect(isAddressWithin('petra@evilalpweb.example', 'alpweb.example')).toBe(false)
  expect(isAddressWithin('alpweb.example@mail.example', 'alpweb.example')).toBe(false)
})
