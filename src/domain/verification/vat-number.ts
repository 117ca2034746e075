// VAT numbers of the European Union by country: their form everywhere, their check digits where we compute them.

import { isLuhn, isMod11And10, weighted } from './check-digits.ts'

type Rule = { readonly form: RegExp; readonly isRight?: (rest: string) => boolean }

/** Without the prefix. Forms as the Commission lists them for VIES. */
const rules: Readonly<Record<string, Rule>> = {
  AT: { form: /^U\d{8}$/, isRight: isAustrian },
  BE: { form: /^[01]\d{9}$/, isRight: (rest) => Number(rest.slice(8)) === 97 - (Number(rest.slice(0, 8)) % 97) },
  BG: { form: /^\d{9,10}$/ },
  CY: { form: /^\d{8}[A-Z]$/ },
  CZ: { form: /^\d{8,10}$/ },
  DE: { form: /^[1-9]\d{8}$/, isRight: isMod11And10 },
  DK: { form: /^\d{8}$/ },
  EE: { form: /^\d{9}$/ },
  EL: { form: /^\d{9}$/ },
  ES: { form: /^[A-Z0-9]\d{7}[A-Z0-9]$/, isRight: isSpanish },
  FI: { form: /^\d{8}$/ },
  FR: { form: /^[A-HJ-NP-Z0-9]{2}\d{9}$/, isRight: isFrench },
  HR: { form: /^\d{11}$/, isRight: isMod11And10 },
  HU: { form: /^\d{8}$/ },
  IE: { form: /^(\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/ },
  IT: { form: /^\d{11}$/, isRight: isLuhn },
  LT: { form: /^(\d{9}|\d{12})$/ },
  LU: { form: /^\d{8}$/, isRight: (rest) => Number(rest.slice(0, 6)) % 89 === Number(rest.slice(6)) },
  LV: { form: /^\d{11}$/ },
  MT: { form: /^\d{8}$/ },
  NL: { form: /^\d{9}B\d{2}$/ },
  PL: { form: /^\d{10}$/, isRight: (rest) => weighted(rest, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(rest[9]) },
  PT: { form: /^\d{9}$/ },
  RO: { form: /^\d{2,10}$/ },
  SE: { form: /^\d{10}01$/ },
  SI: { form: /^\d{8}$/ },
  SK: { form: /^\d{10}$/ },
}

/** The letters before the number; Greece writes its own. */
export function vatPrefixOf(country: string): string | undefined {
  const prefix = country === 'GR' ? 'EL' : country
  return Object.hasOwn(rules, prefix) ? prefix : undefined
}

/** False when it cannot be one; otherwise how much of it was checked. */
export function isVatNumber(prefix: string, rest: string): false | 'form' | 'checked' {
  const rule = rules[prefix]
  if (!rule?.form.test(rest)) return false
  if (rule.isRight === undefined) return 'form'
  return rule.isRight(rest) ? 'checked' : false
}

/** ATU: digits weighted 1 and 2 in turn, the digits of products summed, from 96. */
function isAustrian(rest: string): boolean {
  const digits = rest.slice(1)
  const sum = Array.from(digits.slice(0, 7)).reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return total + Math.floor(product / 10) + (product % 10)
  }, 0)
  return (96 - sum) % 10 === Number(digits[7])
}

/** The key before the SIREN; where it holds letters it follows no public rule, but the SIREN still does. */
function isFrench(rest: string): boolean {
  const siren = rest.slice(2)
  if (!isLuhn(siren)) return false
  return !/^\d{2}/.test(rest) || Number(rest.slice(0, 2)) === (12 + 3 * (Number(siren) % 97)) % 97
}

const letters = 'TRWAGMYFPDXBNJZSQVHLCKE'

/** Persons: eight digits (or X, Y, Z and seven) and a letter. Firms: a letter, seven digits and a digit or a letter. */
function isSpanish(rest: string): boolean {
  const first = rest.charAt(0)
  const last = rest.charAt(8)
  if (/^[0-9XYZ]$/.test(first)) {
    const number = Number(rest.slice(0, 8).replace('X', '0').replace('Y', '1').replace('Z', '2'))
    return last === letters[number % 23]
  }
  if (!/^[ABCDEFGHJNPQRSUVW]$/.test(first)) return false
  const digits = rest.slice(1, 8)
  const sum = Array.from(digits).reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + Math.floor(product / 10) + (product % 10)
  }, 0)
  const check = (10 - (sum % 10)) % 10
  if (/^[ABEH]$/.test(first)) return last === String(check)
  if (/^[NPQRSW]$/.test(first)) return last === 'JABCDEFGHI'[check]
  return last === String(check) || last === 'JABCDEFGHI'[check]
}
