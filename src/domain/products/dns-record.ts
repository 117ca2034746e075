// A DNS record as its owner writes it: what is allowed, what may stand beside what, and how a zone reads as a file (RFC 1035).

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
  | 'duplicate'

/** What is wrong with a record by itself, or beside the others of its domain (without its own former version); null when nothing is. */
export function faultOf(record: DnsRecord, others: readonly DnsRecord[]): RecordFault | null {
  if (!isName(record.name)) return 'name'
  if (!Number.isInteger(record.ttl) || record.ttl < 60 || record.ttl > 604_800) return 'ttl'
  return priorityFault(record) ?? valueFault(record) ?? neighbourFault(record, others)
}

/** The record as it is stored: lower case where case means nothing, no trailing dot. */
export function normalised(record: DnsRecord): DnsRecord {
  const name = record.name.trim().toLowerCase() || '@'
  const trimmed = record.value.trim()
  const value = record.type === 'TXT' || record.type === 'CAA' ? trimmed : trimmed.toLowerCase().replace(/[.\s]+$/, '')
  return { ...record, name, value }
}

const label = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/

export function isHostName(text: string): boolean {
  if (text.length > 253) return false
  const labels = text.split('.')
  return labels.length > 1 && labels.every((part) => label.test(part) && !part.startsWith('_'))
}

function isName(name: string): boolean {
  if (name === '@' || name === '*') return true
  const labels = (name.startsWith('*.') ? name.slice(2) : name).split('.')
  return name.length <= 190 && labels.every((part) => label.test(part))
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
    case 'MX':
    case 'NS':
      return isHostName(value) ? null : 'host'
    case 'TXT':
      return value.length > 0 && value.length <= 2048 && !/[\u0000-\u001f\u007f]/.test(value) ? null : 'text'
    case 'SRV':
      return isService(value) ? null : 'service'
    case 'CAA':
      return /^(0|128) (issue|issuewild|iodef) "[^"\u0000-\u001f]{0,255}"$/.test(value) ? null : 'authority'
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

/** RFC 1034, 3.6.2: where an alias stands, nothing else may. RFC 1912: not at the domain itself. */
function neighbourFault(record: DnsRecord, others: readonly DnsRecord[]): RecordFault | null {
  if (record.type === 'CNAME' && record.name === '@') return 'alias_of_domain'
  const beside = others.filter(({ name }) => name === record.name)
  if (beside.some(({ type, value, priority }) => type === record.type && value === record.value && priority === record.priority)) return 'duplicate'
  if (beside.some(({ type }) => type === 'CNAME' || record.type === 'CNAME')) return 'alias_beside_others'
  return null
}

/** Whether a change of this record moves the mail or the whole domain: the customer is told at once. */
export function isCritical({ type, name }: Pick<DnsRecord, 'type' | 'name'>): boolean {
  return type === 'MX' || (type === 'NS' && name === '@')
}

/** A master file (RFC 1035, 5) that another name server can load. */
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
      return (value.match(/.{1,255}/gsu) ?? ['']).map((part) => `"${part.replace(/[\\"]/g, '\\$&')}"`).join(' ')
    default:
      return value
  }
}
