import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPublicAddress } from './public-address.ts'

test.each([
  '1.1.1.1',
  '9.255.255.255',
  '11.0.0.0',
  '172.32.0.1',
  '193.5.93.1',
  '223.255.255.254',
  '2606:4700:4700::1111',
  '2a00:1450:400a::1',
])('%s is on the Internet', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.2.1',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fe80::1%eth0',
  'ff02::1',
  'localhost',
  '127.1',
  '0x7f000001',
  '2130706433',
  '',
])('%s is not', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test('no private address gets through, however it is written', () => {
  const octet = fc.nat(255)
  fc.assert(fc.property(octet, octet, octet, (a, b, c) => !isPublicAddress(`10.${a}.${b}.${c}`) && !isPublicAddress(`127.${a}.${b}.${c}`)))
  fc.assert(fc.property(fc.ipV6(), (address) => !isPublicAddress(address) || /^[23]/.test(address)))
})
