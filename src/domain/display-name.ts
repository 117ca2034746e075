// The name of a person or an organisation as others will read it: one short line of words, in which nothing hides and nothing is a link.

export const displayNameMax = 80

/** Controls, bidi and zero-width characters, line ends, private and unassigned ones. */
const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u
const address = /[@＠<>]|:\/\/|\/\/|\bwww\.|\bhttps?:/iu
/** A word, a dot and what mail programs take for the end of a domain. */
const domain =
  /[\p{L}\p{N}]\.(?:\p{Ll}{2,24}|COM|NET|ORG|INFO|BIZ|IO|APP|DEV|XYZ|SHOP|SITE|ONLINE|CH|DE|AT|LI|FR|IT|ES|EU|UK|US|RU|CN)(?![\p{L}\p{N}])/u

/** The name with its spaces tidied, or null when it cannot be one: empty, too long, with hidden characters, an address or a link. */
export function displayName(text: string): string | null {
  if (hidden.test(text.trim())) return null
  const name = text.normalize('NFC').trim().replaceAll(/\s+/gu, ' ')
  const seen = name.normalize('NFKC')
  if (name === '' || Array.from(name).length > displayNameMax || name.length > 2 * displayNameMax) return null
  if (!/[\p{L}\p{N}]/u.test(name) || address.test(seen) || domain.test(seen) || /\p{M}{3}/u.test(name)) return null
  return name
}
