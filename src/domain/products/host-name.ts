// Names of hosts and domains as DNS writes them (RFC 1035, 2.3.1; RFC 1123, 2.1): ASCII labels, the last one never a number.

const label = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/

/** One part between two dots, lower case; services begin with an underscore. */
export function isLabel(text: string): boolean {
  return label.test(text)
}

/** A full name of at least two labels, lower case, without the dot at the end; never an IP address. What is no host may hold underscores. */
export function isDomainName(text: string): boolean {
  const labels = text.split('.')
  return text.length <= 253 && labels.length > 1 && labels.every(isLabel) && !/^\d+$/.test(labels.at(-1) ?? '')
}

export function isHostName(text: string): boolean {
  return isDomainName(text) && !text.includes('_')
}

/** What a record of `domain` calls this host: `@` for the domain itself, the part before it for hosts below; null for any other. */
export function nameWithin(domain: string, host: string): string | null {
  if (host === domain) return '@'
  return host.endsWith(`.${domain}`) ? host.slice(0, -domain.length - 1) : null
}
