// A name as a mail may show it: whatever somebody called themselves, it stays one short line of words that no mail client turns into a
// link, an address or a reordered sentence.

const longest = 80

/** Controls and separators become a space; whatever is not drawn (zero width, bidi, fillers, variation selectors) goes. */
const separators = /[\p{Cc}\p{Zl}\p{Zp}\p{Zs}]+/gu
const undrawn = /[\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Default_Ignorable_Code_Point}\u{2800}]/gu
const piledMarks = /(\p{M}{2})\p{M}+/gu

/** Characters that stand in for the ones addresses are made of. */
const dots = /[\u{2024}\u{3002}\u{FE52}\u{FF0E}\u{FF61}]/gu
const ats = /[\u{FE6B}\u{FF20}]/gu
const colons = /[\u{FE55}\u{FF1A}\u{A789}\u{2236}]/gu
const slashes = /[\u{2044}\u{2215}\u{FF0F}\u{29F8}]/gu

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u
const isolateStart = '\u{2068}'
const isolateEnd = '\u{2069}'

/** The name, or null when nothing of it can be shown. */
export function nameInMail(name: string): string | null {
  const words = withoutAddresses(drawn(name)).replaceAll(/ +/g, ' ').trim().normalize('NFC')
  const short = shortened(words)
  if (short === '') return null
  return rightToLeft.test(short) ? `${isolateStart}${short}${isolateEnd}` : short
}

/** A domain name is shown as it is; anything else is a name like any other. */
export function hostInMail(name: string): string | null {
  return /^(?=.{4,80}$)[\p{L}\p{N}](?:[\p{L}\p{N}-]*\.)+\p{L}{2,}$/u.test(name) && !rightToLeft.test(name) ? name : nameInMail(name)
}

/** Composed again at the end: what was hidden between a letter and its mark is gone. */
function drawn(name: string): string {
  return name.normalize('NFC').replaceAll(separators, ' ').replaceAll(undrawn, '').replaceAll(piledMarks, '$1').normalize('NFC')
}

function withoutAddresses(name: string): string {
  return name
    .replaceAll(dots, '.')
    .replaceAll(ats, '@')
    .replaceAll(colons, ':')
    .replaceAll(slashes, '/')
    .replaceAll('@', ' ')
    .replaceAll(/:?\/{2,}/g, ' ')
    .replaceAll(/(?<=[\p{L}\p{N}\p{M}-])\.+(?=\p{M}*[\p{L}\p{N}]{2})/gu, ' ')
    .replaceAll(/(?<=\p{N})\.(?=\p{N})/gu, ' ')
    .replaceAll(/(?<=\p{L}):(?=\S)/gu, ' ')
    .replaceAll(/[<>]/g, ' ')
}

function shortened(name: string): string {
  const letters = [...new Intl.Segmenter().segment(name)].map(({ segment }) => segment)
  if (name.length <= longest) return name
  const kept: string[] = []
  for (const letter of letters) {
    if (kept.join('').length + letter.length > longest - 1) break
    kept.push(letter)
  }
  return `${kept.join('').trimEnd()}…`
}
