// A DNS record as its owner writes it: what is allowed, and what may stand beside what.

import { isDomainName, isHostName, isLabel, nameWithin } from './host-name.ts'

export const recordTypes = ['A', 'AAAA', 'CNAME', 'MX', 'TXT', 'SRV', 'NS', 'CAA'] as const
export type RecordType = (typeof recordTypes)[number]

export type DnsRecord = {
  /** Relative to the domain; `@` is the domain itself, `*` stands for any label. */
  readonly name: string
  readonly type: RecordType
  readonly value: string
  /** Seconds, 60 to 604800. */
  readonly ttl: number
  /** Of MX and SRV; null otherwise. */
  readonly priority: number | null
}

export type RecordFault =
  | 'name'
  | 'ipv4'
  | 'ipv6'
  | 'host'
  | 'text'
  | 'service'
  | 'authority'
  | 'ttl'
  | 'priority'
  | 'alias_beside_others'
  | 'alias_of_domain'
  | 'name_servers'
  | 'duplicate'

/** What is wrong with a record by itself, or beside the others of its domain (without its own former version); null when nothing is. */
export function faultOf(record: DnsRecord, others: readonly DnsRecord[]): RecordFault | null {
  if (!isName(record.name)) return 'name'
  if (!Number.isInteger(record.ttl) || record.ttl < 60 || record.ttl > 604_800) return 'ttl'
  return priorityFault(record) ?? valueFault(record) ?? neighbourFault(record, others)
}

/** The record as it is stored: relative to its domain, lower case where case means nothing, no trailing dot. */
export function normalised(record: DnsRecord, domain: string): DnsRecord {
  const name = relative(record.name.toLowerCase(), domain)
  const trimmed = record.value.trim()
  const value = record.type === 'TXT' || record.type === 'CAA' ? trimmed : trimmed.toLowerCase().replace(/[.\s]+$/, '')
  return { ...record, name, value }
}

/** Nobody means `www.example.org.example.org`: the domain is taken off as often as it was written. */
function relative(written: string, domain: string): string {
  const name = written.trim().replace(/[.\s]+$/, '')
  const within = nameWithin(domain, name)
  if (within === null) return name || '@'
  return within === '@' ? '@' : relative(within, domain)
}

function isName(name: string): boolean {
  if (name === '@' || name === '*') return true
  const labels = (name.startsWith('*.') ? name.slice(2) : name).split('.')
  return name.length <= 190 && labels.every(isLabel)
}

function priorityFault({ type, priority }: DnsRecord): RecordFault | null {
  const wanted = type === 'MX' || type === 'SRV'
  if (!wanted) return priority === null ? null : 'priority'
  return priority !== null && Number.isInteger(priority) && priority >= 0 && priority <= 65_535 ? null : 'priority'
}

function valueFault({ type, value }: DnsRecord): RecordFault | null {
  switch (type) {
    case 'A':
      return isIpv4(value) ? null : 'ipv4'
    case 'AAAA':
      return isIpv6(value) ? null : 'ipv6'
    case 'CNAME':
      return isDomainName(value) ? null : 'host'
    case 'MX':
    case 'NS':
      return isHostName(value) ? null : 'host'
    case 'TXT':
      return value.length > 0 && value.length <= 2048 && value.isWellFormed() && !/\p{Cc}/u.test(value) ? null : 'text'
    case 'SRV':
      return isService(value) ? null : 'service'
    case 'CAA':
      return /^(0|128) (issue|issuewild|iodef) "[ !#-[\]-~]{0,255}"$/.test(value) ? null : 'authority'
  }
}

export function isIpv4(text: string): boolean {
  const parts = text.split('.')
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
}

/** RFC 4291: eight groups, or fewer around one `::`; the last 32 bits may be written as IPv4. */
export function isIpv6(text: string): boolean {
  const halves = text.split('::')
  if (halves.length > 2) return false
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')))
  const all = groups.flat()
  const last = all.at(-1) ?? ''
  const count = all.length + (last.includes('.') ? 1 : 0)
  const wellFormed = all.every((group, index) => /^[0-9a-f]{1,4}$/i.test(group) || (index === all.length - 1 && isIpv4(group)))
  return wellFormed && (halves.length === 2 ? count < 8 : count === 8)
}

/** Weight, port and target. */
function isService(value: string): boolean {
  const [weight, port, target, ...more] = value.split(' ')
  return more.length === 0 && isPort(weight) && isPort(port) && (target === '.' || isHostName(target ?? ''))
}

const isPort = (text: string | undefined): boolean => text !== undefined && /^\d{1,5}$/.test(text) && Number(text) <= 65_535

/** RFC 1034, 3.6.2: where an alias stands, nothing else may. RFC 1912, 2.4: not at the domain itself, whose name servers are a setting of their own. */
function neighbourFault(record: DnsRecord, others: readonly DnsRecord[]): RecordFault | null {
  if (record.type === 'CNAME' && record.name === '@') return 'alias_of_domain'
  if (record.type === 'NS' && record.name === '@') return 'name_servers'
  const beside = others.filter(({ name }) => name === record.name)
  if (beside.some(({ type, value, priority }) => type === record.type && value === record.value && priority === record.priority))
    return 'duplicate'
  if (beside.some(({ type }) => type === 'CNAME' || record.type === 'CNAME')) return 'alias_beside_others'
  return null
}

/** Whether a change of this record moves the mail: the customer is told at once. */
export function isCritical({ type }: Pick<DnsRecord, 'type'>): boolean {
  return type === 'MX'
}
