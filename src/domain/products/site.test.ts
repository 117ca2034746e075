import { describe, expect, test } from 'vitest'
import type { DnsRecord } from './dns-record.ts'
import { faultOfHost, faultOfSite, recordsInTheWay, recordsLeadingTo, type SiteSettings } from './site.ts'

const settings = (fields: Partial<SiteSettings> = {}): SiteSettings => ({
  documentRoot: '/',
  phpVersion: '8.4',
  certificate: 'automatic',
  forceHttps: true,
  ...fields,
})
const hosting = { host: 'web7.hosting.example', ipv4: '192.0.2.20', ipv6: '2001:db8::20' }

test.each([
  ['/', null],
  ['/sites/shop', null],
  ['/sites/../..', 'document_root'],
  ['shop', 'document_root'],
  ['/shop/', 'document_root'],
  ['/a\u0000b', 'document_root'],
] as const)('a site whose files begin at "%s": %s', (documentRoot, fault) => {
  expect(faultOfSite(settings({ documentRoot }))).toBe(fault)
})

test('nobody is forced to https where there is no certificate', () => {
  expect(faultOfSite(settings({ certificate: 'none' }))).toBe('https_without_certificate')
  expect(faultOfSite(settings({ certificate: 'none', forceHttps: false }))).toBeNull()
})

test('a site answers to a full host name', () => {
  expect(faultOfHost('www.beck.example')).toBeNull()
  expect(faultOfHost('https://beck.example')).toBe('host')
})

describe('connecting a domain', () => {
  test('leads the domain itself to the addresses, and hosts below it to the name', () => {
    expect(recordsLeadingTo(hosting, 'beck.example', 'beck.example').map(({ type, value }) => `${type} ${value}`)).toEqual([
      'A 192.0.2.20',
      'AAAA 2001:db8::20',
    ])
    expect(recordsLeadingTo(hosting, 'beck.example', 'www.beck.example')).toMatchObject([
      { name: 'www', type: 'CNAME', value: hosting.host },
    ])
    expect(recordsLeadingTo(hosting, 'beck.example', 'www.other.example')).toEqual([])
  })

  test('takes addresses where an alias may not stand beside other records', () => {
    const text = { name: 'shop', type: 'TXT', value: 'x', ttl: 3600, priority: null } as const
    expect(recordsLeadingTo(hosting, 'beck.example', 'shop.beck.example', [text]).map(({ type }) => type)).toEqual(['A', 'AAAA'])
  })

  test('takes the place of what led elsewhere, and of nothing else', () => {
    const record = (name: string, type: DnsRecord['type'], value: string): DnsRecord => ({ name, type, value, ttl: 3600, priority: null })
    const records = [record('@', 'A', '192.0.2.9'), record('@', 'TXT', 'v=spf1 -all'), record('www', 'CNAME', 'old.example.net')]
    expect(recordsInTheWay(records, 'beck.example', 'beck.example')).toEqual([records[0]])
    expect(recordsInTheWay(records, 'beck.example', 'www.beck.example')).toEqual([records[2]])
  })
})
