// A zone as a master file (RFC 1035, 5) that another name server can load.

import type { DnsRecord, RecordType } from './dns-record.ts'

export function zoneFile(domain: string, serial: number, nameServers: readonly string[], records: readonly DnsRecord[]): string {
  const [primary = `ns1.${domain}`] = nameServers
  const head = [`$ORIGIN ${domain}.`, '$TTL 3600', `@ IN SOA ${primary}. hostmaster.${domain}. ${serial} 10800 3600 604800 3600`]
  const servers = nameServers.map((server) => `@ 3600 IN NS ${server}.`)
  return `${[...head, ...servers, ...records.map(zoneLine)].join('\n')}\n`
}

function zoneLine({ name, ttl, type, value, priority }: DnsRecord): string {
  return [name, ttl, 'IN', type, ...(priority === null ? [] : [priority]), zoneValue(type, value)].join(' ')
}

function zoneValue(type: RecordType, value: string): string {
  switch (type) {
    case 'CNAME':
    case 'MX':
    case 'NS':
      return `${value}.`
    case 'SRV':
      return value.endsWith(' .') ? value : `${value}.`
    case 'TXT':
      return characterStrings(value)
    case 'A':
    case 'AAAA':
    case 'CAA':
      return value
  }
}

const longestString = 255

/** RFC 1035, 3.3 and 5.1: strings of at most 255 octets each; what is not printable ASCII is written as \DDD. */
function characterStrings(text: string): string {
  const octets = utf8(text).map(octetText)
  const count = Math.max(1, Math.ceil(octets.length / longestString))
  return Array.from({ length: count }, (_, at) => `"${octets.slice(at * longestString, (at + 1) * longestString).join('')}"`).join(' ')
}

function octetText(octet: number): string {
  if (octet < 32 || octet > 126) return `\\${String(octet).padStart(3, '0')}`
  const character = String.fromCharCode(octet)
  return character === '"' || character === '\\' ? `\\${character}` : character
}

function utf8(text: string): readonly number[] {
  return [...encodeURIComponent(text).matchAll(/%([0-9A-F]{2})|[^%]/g)].map(([whole, hex]) =>
    hex === undefined ? whole.charCodeAt(0) : Number.parseInt(hex, 16),
  )
}
