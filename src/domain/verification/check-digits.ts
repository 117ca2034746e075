// The arithmetic behind check digits of register and VAT numbers.

/** ISO/IEC 7812-1, annex B: every second digit from the right doubled, digits of products summed. */
export function isLuhn(digits: string): boolean {
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, index) => total + (index % 2 === 0 ? Number(digit) : doubled(Number(digit))), 0)
  return sum % 10 === 0
}

const doubled = (digit: number): number => (digit > 4 ? 2 * digit - 9 : 2 * digit)

/** ISO 7064, MOD 11,10: as the German VAT number has it. The last digit is the check. */
export function isMod11And10(digits: string): boolean {
  const product = Array.from(digits.slice(0, -1)).reduce((carried, digit) => {
    const sum = (Number(digit) + carried) % 10
    return ((sum === 0 ? 10 : sum) * 2) % 11
  }, 10)
  return (11 - product) % 10 === Number(digits.at(-1))
}

/** The weighted sum of the digits before the last. */
export const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((total, weight, index) => total + weight * Number(digits[index] ?? 0), 0)
