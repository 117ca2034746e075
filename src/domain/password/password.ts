// Which passwords may be set (NIST SP 800-63B-4, 3.1.1.2): long enough, not one that others guess first. No rules on kinds of characters.

import { commonWords } from './common-words.ts'
import { isSequence } from './sequences.ts'

export const passwordMin = 8
/** Where the password is the only factor. */
export const passwordAloneMin = 15
export const passwordMax = 256

export type PasswordWeakness = 'too_short' | 'too_short_alone' | 'too_long' | 'common' | 'own_name'

export type PasswordContext = {
  readonly hasSecondFactor: boolean
  /** What everybody knows of this person: their name, address and organisations. The product's name is added. */
  readonly names: readonly string[]
}

/** The one form in which a password is counted, hashed and compared: NFKC, so that every keyboard writes the same. */
export function readPassword(text: string): string {
  return text.normalize('NFKC')
}

/** Counted in characters as people see them in Unicode (code points), after `readPassword`. */
export function passwordLength(password: string): number {
  return Array.from(password).length
}

/** Why this password may not be set, or null when nothing stands against it. */
export function weaknessOf(password: string, { hasSecondFactor, names }: PasswordContext): PasswordWeakness | null {
  const length = passwordLength(password)
  if (length < passwordMin) return 'too_short'
  if (!hasSecondFactor && length < passwordAloneMin) return 'too_short_alone'
  if (length > passwordMax) return 'too_long'
  if (isCommon(password)) return 'common'
  return isOwnName(password, [...names, 'prokura']) ? 'own_name' : null
}

/** Whether the password could stay if the second factor went. */
export function standsAlone(password: string): boolean {
  return passwordLength(password) >= passwordAloneMin
}

function isCommon(password: string): boolean {
  const folded = fold(password)
  const unit = repeatedUnit(folded)
  if (isSequence(unit) || new Set(unit).size <= 2 || /^[\d\p{P}\p{S} ]{1,7}$/u.test(unit)) return true
  if (isDate(unit.replaceAll(/[^\d]/g, '')) && !/\p{L}/u.test(unit)) return true
  const words = letters(unit)
  return commonWords.has(words) || isTwoWords(words)
}

/** "iloveyou" + "forever": two words of the list are one guess more. */
function isTwoWords(words: string): boolean {
  return Array.from({ length: Math.max(0, words.length - 5) }, (_, at) => at + 3).some(
    (at) => commonWords.has(words.slice(0, at)) && commonWords.has(words.slice(at)),
  )
}

/** What is left once the known names are taken out is too little to guess. */
function isOwnName(password: string, names: readonly string[]): boolean {
  const known = names.flatMap((name) => fold(name).split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= 4)
  const left = known.toSorted((one, other) => other.length - one.length).reduce((text, word) => text.replaceAll(word, ''), fold(password))
  return left !== fold(password) && (left.match(/\p{L}/gu) ?? []).length < 5 && left.length < passwordMin
}

function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

const signs: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
  '€': 'e',
}

/** The word inside: digits and signs around it fall away, those within are read as the letters they stand for. */
function letters(text: string): string {
  return text
    .replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    .replaceAll(/[0134578@$!€]/g, (sign) => signs[sign] ?? '')
    .replaceAll(/[^\p{L}]/gu, '')
}

/** "summer24summer24" is "summer24". */
function repeatedUnit(text: string): string {
  const lengths = Array.from({ length: Math.floor(text.length / 2) }, (_, less) => less + 1)
  const found = lengths.find(
    (length) =>
      text ===
      text
        .slice(0, length)
        .repeat(Math.ceil(text.length / length))
        .slice(0, text.length),
  )
  return found === undefined ? text : text.slice(0, found)
}

function isDate(digits: string): boolean {
  const [day, month, year] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), Number(digits.slice(4))]
  const [first, second, third] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6))]
  const isDay = (d: number, m: number, y: number) => d >= 1 && d <= 31 && m >= 1 && m <= 12 && y >= 1900 && y <= 2100
  return digits.length === 8 && (isDay(day, month, year) || isDay(month, day, year) || isDay(third, second, first))
}
