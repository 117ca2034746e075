// Whether one firm's name could be taken for another's: the same to the eye, the same words in another order, one or two signs away, or with
// the other's whole name inside.

import { skeleton } from './confusables.ts'

export type LookAlike = 'same' | 'reordered' | 'near' | 'contains'

/** How `name` resembles `other`; null when nobody would take one for the other. Case, accents, punctuation and legal forms do not count. */
export function resemblance(name: string, other: string): LookAlike | null {
  const [mine, theirs] = [wordsOf(name), wordsOf(other)]
  const [whole, otherWhole] = [mine.join(''), theirs.join('')]
  if (whole === '' || otherWhole === '') return null
  if (whole === otherWhole) return 'same'
  if (mine.toSorted().join(' ') === theirs.toSorted().join(' ')) return 'reordered'
  if (distance(whole, otherWhole) <= mistakesIn(Math.min(whole.length, otherWhole.length))) return 'near'
  return holds(mine, theirs) || holds(theirs, mine) ? 'contains' : null
}

export type Known<Of> = { readonly of: Of; readonly names: readonly string[] }

/** All those of whom one name resembles this one, with how. */
export function lookAlikes<Of>(name: string, known: readonly Known<Of>[]): readonly { readonly of: Of; readonly how: LookAlike }[] {
  return known.flatMap(({ of, names }) => {
    const how = names.map((other) => resemblance(name, other)).find((found) => found !== null)
    return how ? [{ of, how }] : []
  })
}

/** One sign in five to eight, two in more; short names differ by every sign. */
export function mistakesIn(length: number): 0 | 1 | 2 {
  if (length < 5) return 0
  return length < 9 ? 1 : 2
}

const legalForms = new Set(
  [
    ...[
      'ag',
      'sa',
      'gmbh',
      'sarl',
      'sagl',
      'kg',
      'ohg',
      'ug',
      'se',
      'ek',
      'eg',
      'ev',
      'gbr',
      'kgaa',
      'genossenschaft',
      'verein',
      'stiftung',
    ],
    ...['sas', 'sasu', 'eurl', 'snc', 'sci', 'scs', 'srl', 'srls', 'spa', 'sapa', 'sl', 'slu', 'sau', 'scoop', 'coop'],
    ...[
      'ltd',
      'limited',
      'llc',
      'llp',
      'plc',
      'inc',
      'corp',
      'corporation',
      'company',
      'co',
      'cie',
      'bv',
      'nv',
      'vof',
      'ab',
      'as',
      'aps',
      'oy',
      'oyj',
    ],
    ...['spzoo', 'sro', 'doo', 'kft', 'oo', 'holding', 'group', 'gruppe', 'groupe', 'gruppo', 'grupo'],
  ].map(skeleton),
)
const joining = new Set(['und', 'and', 'et', 'e', 'y', 'the', 'der', 'die', 'das', 'le', 'la', 'les', 'il', 'el'].map(skeleton))

/** Words without what many firms share. Where nothing else is left, as they are. */
function wordsOf(name: string): readonly string[] {
  // "S.A." and "& Co." are words without their points; a hyphen or an apostrophe parts words as a space does.
  const words = skeleton(name.replaceAll('.', '')).split(/[^\p{L}\p{N}]+/u)
  const said = words.filter((word) => word !== '')
  const own = said.filter((word) => !legalForms.has(word) && !joining.has(word))
  return own.length > 0 ? own : said
}

const shortestHeld = 5

/** "Alpweb Support" holds "Alpweb". Names of one short word are held by chance. */
function holds(words: readonly string[], others: readonly string[]): boolean {
  const whole = others.join('')
  if (whole.length < shortestHeld || words.length <= others.length) return false
  return words.some((_, at) => words.slice(at, at + others.length).join('') === whole)
}

/** Signs put in, left out, replaced, or two neighbours swapped (optimal string alignment); three or more are not counted further. */
function distance(one: string, other: string): number {
  const most = 3
  if (Math.abs(one.length - other.length) >= most) return most
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const cost = one[row - 1] === other[column - 1] ? 0 : 1
      const plain = Math.min((last[column] ?? most) + 1, (next[column - 1] ?? most) + 1, (last[column - 1] ?? most) + cost)
      const isSwapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      next.push(isSwapped ? Math.min(plain, (beforeLast[column - 2] ?? most) + 1) : plain)
    }
    beforeLast = last
    last = next
  }
  return Math.min(last.at(-1) ?? most, most)
}
