// A name as DNS carries it (RFC 5891): letters beyond ASCII in punycode. What cannot be such a name stays as it was, for the rules to refuse.
import { domainToASCII } from 'node:url'

export function inPunycode(name: string): string {
  const written = name.trim()
  return /\P{ASCII}/u.test(written) ? domainToASCII(written) || written : written
}
