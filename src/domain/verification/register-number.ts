// By which number a firm stands in the register of its country: what can be computed is checked, what cannot is for the operator to look up.

import { isLuhn, weighted } from './check-digits.ts'
import { isVatNumber, vatPrefixOf } from './vat-number.ts'

export const registerKinds = ['uid', 'siren', 'siret', 'vat', 'other'] as const
export type RegisterKind = (typeof registerKinds)[number]

export type RegisterNumber = {
  readonly kind: RegisterKind
  /** As it is written: `CHE-123.456.788`, `552 100 554`, `DE136695976`. */
  readonly number: string
  /** Whether its check digits were computed and are right. */
  readonly isChecked: boolean
}

/** The number as it is written in its register; null when it cannot be one. Countries by ISO 3166-1 alpha-2. */
export function readRegisterNumber(country: string, text: string): RegisterNumber | null {
  const plain = text.toUpperCase().replaceAll(/[\s.\-/·\u2010-\u2015]/gu, '')
  if (country === 'CH' || country === 'LI') return readUid(plain)
  if (country === 'FR') return readFrench(plain)
  return readVat(country, plain) ?? (hasVatForm(country, plain) ? null : readOther(text))
}

/** The Swiss enterprise number, UIDV (SR 431.031), annex: `CHE` and nine digits, the last by modulus 11. VAT suffixes say nothing more. */
function readUid(plain: string): RegisterNumber | null {
  const digits = /^CHE(\d{9})(?:MWST|TVA|IVA|HR|RC)?$/.exec(plain)?.[1]
  if (digits === undefined) return null
  const check = (11 - (weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4]) % 11)) % 11
  if (check !== Number(digits[8])) return null
  return { kind: 'uid', number: `CHE-${digits.slice(0, 3)}.${digits.slice(3, 6)}.${digits.slice(6)}`, isChecked: true }
}

/** SIREN: nine digits of the firm. SIRET: fourteen, of one establishment, beginning with them. Or the VAT number, which holds a SIREN too. */
function readFrench(plain: string): RegisterNumber | null {
  if (/^\d{9}$/.test(plain)) return isLuhn(plain) ? { kind: 'siren', number: inGroups(plain, [3, 3, 3]), isChecked: true } : null
  if (/^\d{14}$/.test(plain)) return isSiret(plain) ? { kind: 'siret', number: inGroups(plain, [3, 3, 3, 5]), isChecked: true } : null
  return readVat('FR', plain)
}

const laPoste = '356000000'

/** The establishments of La Poste have numbers whose digits add up to a multiple of five instead. */
function isSiret(digits: string): boolean {
  if (!isLuhn(digits.slice(0, 9))) return false
  const sum = Array.from(digits).reduce((total, digit) => total + Number(digit), 0)
  return isLuhn(digits) || (digits.startsWith(laPoste) && sum % 5 === 0)
}

function readVat(country: string, plain: string): RegisterNumber | null {
  const prefix = vatPrefixOf(country)
  if (prefix === undefined) return null
  const number = plain.startsWith(prefix) ? plain : `${prefix}${plain}`
  const known = isVatNumber(prefix, number.slice(prefix.length))
  return known === false ? null : { kind: 'vat', number, isChecked: known === 'checked' }
}

/** Whoever begins with the letters of a VAT number means one. */
function hasVatForm(country: string, plain: string): boolean {
  const prefix = vatPrefixOf(country)
  return prefix !== undefined && plain.startsWith(prefix) && /\d/.test(plain)
}

const shortest = 2
const longest = 40

/** A number of a register we do not know, in the words of its country: `HRB 12345, Amtsgericht München`. */
function readOther(text: string): RegisterNumber | null {
  const number = text.normalize('NFC').trim().replaceAll(/\s+/gu, ' ')
  const isOne = number.length >= shortest && number.length <= longest && /\d/.test(number) && /^[\p{L}\p{N} .,()/&-]+$/u.test(number)
  return isOne ? { kind: 'other', number, isChecked: false } : null
}

function inGroups(digits: string, lengths: readonly number[]): string {
  let at = 0
  return lengths
    .map((length) => {
      at += length
      return digits.slice(at - length, at)
    })
    .join(' ')
}
