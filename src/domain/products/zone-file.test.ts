import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DnsRecord, faultOf } from './dns-record.ts'
import { zoneFile } from './zone-file.ts'

const text = (value: string): DnsRecord => ({ name: '@', type: 'TXT', value, ttl: 3600, priority: null })

test('a zone reads as another name server loads it', () => {
  const records: readonly DnsRecord[] = [
    { name: '@', type: 'MX', value: 'mx1.mail.example', ttl: 3600, priority: 10 },
    { name: '_sip._tcp', type: 'SRV', value: '5 5060 sip.example.org', ttl: 300, priority: 10 },
    text('he said "Grüezi"'),
  ]
  expect(zoneFile('alpweb.example', 7, ['ns1.dns.example', 'ns2.dns.example'], records)).toBe(`$ORIGIN alpweb.example.
$TTL 3600
@ IN SOA ns1.dns.example. hostmaster.alpweb.example. 7 10800 3600 604800 3600
@ 3600 IN NS ns1.dns.example.
@ 3600 IN NS ns2.dns.example.
@ 3600 IN MX 10 mx1.mail.example.
_sip._tcp 300 IN SRV 10 5 5060 sip.example.org.
@ 3600 IN TXT "he said \\"Gr\\195\\188ezi\\""
`)
})

test('a text never breaks out of its line, and reads back as it was written', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 900, unit: 'grapheme' }), (value) => {
      fc.pre(faultOf(text(value), []) === null)
      const lines = zoneFile('example.org', 1, ['ns1.example.net'], [text(value)])
        .trimEnd()
        .split('\n')
      expect(lines).toHaveLength(5)
      expect(readBack(lines[4] ?? '')).toBe(value)
    }),
  )
})

/** What a name server makes of the character strings of a line. */
function readBack(line: string): string {
  const strings = [...line.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, content]) => content ?? '')
  const octets = strings.map((content) =>
    [...content.matchAll(/\\(\d{3})|\\(.)|(.)/g)].map(([, code, escaped, plain]) =>
      code === undefined ? (escaped ?? plain ?? '').charCodeAt(0) : Number(code),
    ),
  )
  expect(octets.every(({ length }) => length <= 255)).toBe(true)
  return Buffer.from(octets.flat()).toString('utf8')
}
