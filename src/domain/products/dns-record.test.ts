import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DnsRecord, faultOf, isIpv6, normalised, recordTypes } from './dns-record.ts'
import { isHostName, nameWithin } from './host-name.ts'

const record = (fields: Partial<DnsRecord>): DnsRecord => ({
  name: '@',
  type: 'A',
  value: '192.0.2.1',
  ttl: 3600,
  priority: null,
  ...fields,
})

describe('a DNS record', () => {
  test.each([
    record({}),
    record({ name: '*.shop', type: 'AAAA', value: '2001:db8::1' }),
    record({ name: 'www', type: 'CNAME', value: 'web.hosting.example' }),
    record({ name: 's1._domainkey', type: 'CNAME', value: 's1._domainkey.mail.example' }),
    record({ type: 'MX', value: 'mx1.mail.example', priority: 10 }),
    record({ type: 'TXT', value: 'v=spf1 include:mail.example -all' }),
    record({ name: '_sip._tcp', type: 'SRV', value: '5 5060 sip.example.org', priority: 10 }),
    record({ type: 'CAA', value: '0 issue "ca.example"' }),
  ])('is accepted: $type $value', (good) => {
    expect(faultOf(good, [])).toBeNull()
  })

  test.each([
    [record({ value: '192.0.2.256' }), 'ipv4'],
    [record({ value: '192.0.2.01' }), 'ipv4'],
    [record({ type: 'AAAA', value: '2001:db8::1::2' }), 'ipv6'],
    [record({ type: 'CNAME', name: 'www', value: 'http://x' }), 'host'],
    [record({ type: 'MX', value: 'mx.example.org' }), 'priority'],
    [record({ priority: 10 }), 'priority'],
    [record({ name: 'a b' }), 'name'],
    [record({ name: '-a' }), 'name'],
    [record({ ttl: 59 }), 'ttl'],
    [record({ type: 'TXT', value: 'a\nb' }), 'text'],
    [record({ type: 'CAA', value: '0 issue ca.example' }), 'authority'],
    [record({ type: 'CNAME', value: 'web.example.org' }), 'alias_of_domain'],
    [record({ type: 'NS', value: 'ns1.example.org' }), 'name_servers'],
    [record({ type: 'MX', value: '192.0.2.1', priority: 10 }), 'host'],
    [record({ type: 'TXT', value: 'a\ud800' }), 'text'],
  ] as const)('is refused: %o', (bad, fault) => {
    expect(faultOf(bad, [])).toBe(fault)
  })

  test('stands neither twice nor beside an alias', () => {
    const alias = record({ name: 'www', type: 'CNAME', value: 'web.example.org' })
    expect(faultOf(record({ name: 'www' }), [alias])).toBe('alias_beside_others')
    expect(faultOf(alias, [record({ name: 'www' })])).toBe('alias_beside_others')
    expect(faultOf(record({}), [record({})])).toBe('duplicate')
  })

  test('keeps its meaning when it is normalised, and normalising twice changes nothing', () => {
    const any = fc.record({
      name: fc.string({ maxLength: 20 }),
      type: fc.constantFrom(...recordTypes),
      value: fc.string({ maxLength: 40 }),
      ttl: fc.integer(),
      priority: fc.option(fc.integer()),
    })
    fc.assert(
      fc.property(any, (some) => {
        const once = normalised(some, 'example.org')
        expect(normalised(once, 'example.org')).toEqual(once)
      }),
    )
  })

  test.each([
    ['www.Example.org.', 'www'],
    ['example.org', '@'],
    ['', '@'],
    ['shop', 'shop'],
    ['myexample.org', 'myexample.org'],
    ['www.example.org.example.org', 'www'],
  ])('that is written as "%s" is stored under "%s"', (written, name) => {
    expect(normalised(record({ name: written }), 'example.org').name).toBe(name)
  })
})

test.each([
  ['web.example.org', true],
  ['xn--zrich-kva.example', true],
  ['example', false],
  ['192.0.2.1', false],
  ['_dmarc.example.org', false],
  ['a..example', false],
  ['a.example.', false],
])('%s is a host name: %s', (name, good) => {
  expect(isHostName(name)).toBe(good)
})

test('a host is named within its domain, and only there', () => {
  expect(nameWithin('example.org', 'example.org')).toBe('@')
  expect(nameWithin('example.org', 'www.example.org')).toBe('www')
  expect(nameWithin('example.org', 'notexample.org')).toBeNull()
})

test('an IPv6 address is recognised as the runtime recognises it', () => {
  const group = fc.nat(0xffff).map((number) => number.toString(16))
  const address = fc.array(fc.oneof(group, fc.constant('')), { minLength: 1, maxLength: 9 }).map((groups) => groups.join(':'))
  fc.assert(
    fc.property(address, (text) => {
      const recognised = URL.canParse(`http://[${text}]`)
      expect(isIpv6(text)).toBe(recognised)
    }),
  )
})
