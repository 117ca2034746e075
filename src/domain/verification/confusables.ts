// TABLE: signs that people read for one another, as one Latin sign (after Unicode UTS #39, confusables; the scripts that matter here).

const groups: Readonly<Record<string, string>> = {
  a: 'аαɑ@4ａ',
  b: 'ьЬвβɓ',
  c: 'сϲⅽᴄ',
  d: 'ԁɗⅾđ',
  e: 'еєєҽ3℮ɛε',
  f: 'ƒғ',
  g: 'ɡցɢ9',
  h: 'һнհħ',
  j: 'јʝ',
  k: 'кκķ',
  l: 'і1|!ıιɩӏłlⅼΙӀ',
  m: 'мⅿ',
  n: 'пηոɴ',
  o: 'оοσօ0øөѳ',
  p: 'рρþ',
  q: 'ԛզ',
  r: 'гᴦʀ',
  s: 'ѕ5$ʂ',
  t: 'тτŧ7',
  u: 'υսцʊ',
  v: 'ѵνⅴ',
  w: 'ѡԝωшɯ',
  x: 'хχⅹ',
  y: 'уγʏ',
  z: 'ᴢʐ2',
}

const latinOf = new Map(Object.entries(groups).flatMap(([latin, signs]) => Array.from(signs, (sign) => [sign, latin] as const)))

/** Pairs that a narrow font makes one letter of. */
const pairs: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['vv', 'w'],
  ['cl', 'd'],
]

/** Ligatures and letters with a second spelling: Zürich = Zuerich. */
const spellings: readonly (readonly [string, string])[] = [
  ['ß', 'ss'],
  ['æ', 'a'],
  ['œ', 'o'],
  ['ae', 'a'],
  ['oe', 'o'],
  ['ue', 'u'],
]

/** What an eye sees of a text in lower case: accents away, every sign as the Latin one it is read for, i and l as one. */
export function skeleton(text: string): string {
  const plain = withoutMarks(withoutMarks(text).toLowerCase())
  const latin = Array.from(plain, (sign) => latinOf.get(sign) ?? sign).join('')
  return [...spellings, ...pairs].reduce((read, [from, to]) => read.replaceAll(from, to), latin.replaceAll('i', 'l'))
}

const withoutMarks = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}|\p{Cf}/gu, '')
