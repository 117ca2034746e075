// Whether two numbers are of one legal person: a new one is a new legal person, for whom nobody's consent counts that was given to the one before.

import type { Firm } from './application.ts'
import { readRegisterNumber } from './register-number.ts'

type Registered = Pick<Firm, 'country' | 'registerNumber'>

/** A French firm keeps its SIREN, whichever establishment or VAT number it is told by; everywhere else the numbers have to be the same. */
export function isSameFirm(one: Registered, other: Registered): boolean {
  return coreOf(one) === coreOf(other)
}

function coreOf({ country, registerNumber }: Registered): string {
  const known = readRegisterNumber(country, registerNumber)
  const plain = (known?.number ?? registerNumber).toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
  switch (known?.kind) {
    case 'siren':
    case 'siret':
      return `FR:${plain.slice(0, 9)}`
    case 'vat':
      return country === 'FR' ? `FR:${plain.slice(-9)}` : `${country}:${plain}`
    default:
      return `${country}:${plain}`
  }
}
