// How a firm shows that a domain is its own: by a text that we made for it, in the domain's DNS or in a file of its website.

import { isHostName } from '../products/host-name.ts'

export const proofWays = ['dns', 'file'] as const
export type ProofWay = (typeof proofWays)[number]

/** The whole text, as it stands in a TXT record of the domain (RFC 1464) or as a line of the file. */
export const proofText = (token: string): string => `prokura-verification=${token}`

/** Where the file lies (RFC 8615). */
export const proofPath = '/.well-known/prokura-verification.txt'

/** Names that are nobody's on the public Internet (RFC 6761, RFC 8375 and what networks use inside). */
const inner = ['localhost', 'local', 'internal', 'intranet', 'lan', 'home', 'corp', 'invalid', 'onion', 'arpa']

/** The domain as DNS writes it, from what people write: without protocol, `www`, path and capitals. Null when it cannot be a firm's domain. */
export function readDomain(text: string): string | null {
  const written = text.trim().toLowerCase()
  const host = written
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/, '')
    .replace(/^www\./, '')
    .replace(/\.$/, '')
  if (!isHostName(host) || inner.some((name) => host === name || host.endsWith(`.${name}`))) return null
  return host
}

/** Whether one of the texts at the domain is the one we made. */
export function isProven(texts: readonly string[], token: string): boolean {
  return texts.some((text) => text.trim() === proofText(token))
}

/** Whether an address belongs to the domain or to a part of it. */
export function isAddressWithin(email: string, domain: string): boolean {
  const host = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
  return host === domain || host.endsWith(`.${domain}`)
}
