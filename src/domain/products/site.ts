// A website on a hosting: what it answers to, where its files begin, and how it is served.

import type { DnsRecord } from './dns-record.ts'
import { isHostName, nameWithin } from './host-name.ts'

export const phpVersions = ['8.2', '8.3', '8.4', '8.5'] as const
export type PhpVersion = (typeof phpVersions)[number]
export const certificates = ['automatic', 'none'] as const
export type Certificate = (typeof certificates)[number]

export type SiteSettings = {
  readonly documentRoot: string
  readonly phpVersion: PhpVersion
  readonly certificate: Certificate
  readonly forceHttps: boolean
}

export type SiteFault = 'host' | 'document_root' | 'https_without_certificate'

export function faultOfHost(hostName: string): SiteFault | null {
  return isHostName(hostName) ? null : 'host'
}

/** Why a site cannot be served like this; null when it can. */
export function faultOfSite({ documentRoot, certificate, forceHttps }: SiteSettings): SiteFault | null {
  if (!isDocumentRoot(documentRoot)) return 'document_root'
  return forceHttps && certificate === 'none' ? 'https_without_certificate' : null
}

/** A folder below the hosting's own, never beside or above it. */
function isDocumentRoot(path: string): boolean {
  const parts = path.split('/').slice(1)
  if (!path.startsWith('/') || path.length > 200) return false
  return path === '/' || parts.every((part) => /^[A-Za-z0-9._ -]+$/.test(part) && part !== '.' && part !== '..')
}

/** Where a hosting is reached: its addresses, and the name that follows them. */
export type HostingAddress = { readonly host: string; readonly ipv4: string; readonly ipv6: string | null }

const ttl = 3600

/**
 * The records that lead a host of `domain` to a hosting: an alias, or addresses where no alias may stand (at the domain itself, and
 * beside other records). None for a host elsewhere.
 */
export function recordsLeadingTo(
  address: HostingAddress,
  domain: string,
  hostName: string,
  others: readonly DnsRecord[] = [],
): readonly DnsRecord[] {
  const name = nameWithin(domain, hostName)
  if (name === null) return []
  if (name !== '@' && !others.some((other) => other.name === name))
    return [{ name, type: 'CNAME', value: address.host, ttl, priority: null }]
  const four: DnsRecord = { name, type: 'A', value: address.ipv4, ttl, priority: null }
  return address.ipv6 === null ? [four] : [four, { name, type: 'AAAA', value: address.ipv6, ttl, priority: null }]
}

/** The records that lead the same host elsewhere now, and give way. */
export function recordsInTheWay<R extends DnsRecord>(records: readonly R[], domain: string, hostName: string): readonly R[] {
  const at = nameWithin(domain, hostName)
  return records.filter(({ name, type }) => name === at && (type === 'A' || type === 'AAAA' || type === 'CNAME'))
}
