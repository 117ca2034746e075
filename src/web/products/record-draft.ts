// A DNS record while it is written: the parts of its value apart, as people fill them in, and put together as the zone holds them.
import { type DnsRecord, faultOf, normalised, type RecordFault, type RecordType } from '../../domain/products/dns-record.ts'
import type { ZoneRecord } from './domain-page.tsx'

export type Draft = {
  readonly type: RecordType
  readonly name: string
  readonly value: string
  readonly priority: string
  readonly ttl: number
  /** Of a service. */
  readonly weight: string
  readonly port: string
  /** What an authority may do. */
  readonly tag: string
}

export const authorityTags = ['issue', 'issuewild', 'iodef'] as const

export const emptyDraft: Draft = { type: 'A', name: '', value: '', priority: '10', ttl: 3600, weight: '5', port: '', tag: 'issue' }

export function draftOf({ type, name, value, priority, ttl }: ZoneRecord): Draft {
  const draft: Draft = { ...emptyDraft, type, name, value, ttl, priority: priority === null ? '' : String(priority) }
  if (type === 'SRV') {
    const [weight = '', port = '', target = ''] = value.split(' ')
    return { ...draft, weight, port, value: target }
  }
  const authority = /^\d+ (\w+) "(.*)"$/.exec(value)
  return type === 'CAA' && authority ? { ...draft, tag: authority[1] ?? 'issue', value: authority[2] ?? '' } : draft
}

export const hasPriority = (type: RecordType): boolean => type === 'MX' || type === 'SRV'

export function recordOf(draft: Draft): DnsRecord {
  const { type, name, ttl } = draft
  const priority = hasPriority(type) ? (/^\d+$/.test(draft.priority.trim()) ? Number(draft.priority) : Number.NaN) : null
  return { type, name: name.trim() === '' ? '@' : name, ttl, value: wholeValue(draft), priority }
}

function wholeValue({ type, value, weight, port, tag }: Draft): string {
  if (type === 'SRV') return `${weight.trim()} ${port.trim()} ${value.trim()}`
  return type === 'CAA' ? `0 ${tag} "${value.trim()}"` : value
}

/** The same rule as the server's. Names with letters beyond ASCII are for the server to judge. */
export function faultOfDraft(draft: Draft, domain: string, others: readonly DnsRecord[]): RecordFault | null {
  const record = normalised(recordOf(draft), domain)
  const fault = faultOf(record, others)
  const spelled = /\P{ASCII}/u.test(record.name + record.value) && (fault === 'name' || fault === 'host')
  return spelled ? null : fault
}

/** The field that a fault is shown beside. */
export function fieldOf(fault: string): 'name' | 'value' | 'priority' | 'ttl' {
  return fault === 'name' || fault === 'ttl' || fault === 'priority' ? fault : 'value'
}
