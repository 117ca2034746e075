// An email address as it is compared: the same mailbox written in two ways has one key. NFKC, lower case, domain in punycode.
import { domainToASCII } from 'node:url'

export function emailKey(address: string): string {
  const written = address.trim().normalize('NFKC').toLowerCase()
  const at = written.lastIndexOf('@')
  return `${written.slice(0, at)}@${domainToASCII(written.slice(at + 1))}`
}
