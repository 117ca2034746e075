// What looks like the number of a payment card, so that none ever comes in: 12 to 19 digits (ISO/IEC 7812) whose check digit fits.

const written = /(?<![0-9])[2-6](?:[ .-]?[0-9]){11,18}(?![0-9])/g

/** Whether a text holds something that could be a card's number, however it is grouped. */
export function holdsCardNumber(text: string): boolean {
  return [...text.matchAll(written)].some(([digits]) => fitsCheckDigit(digits.replaceAll(/[^0-9]/g, '')))
}

/** ISO/IEC 7812-1, annex B (Luhn). */
function fitsCheckDigit(digits: string): boolean {
  const sum = digits
    .split('')
    .toReversed()
    .reduce((total, digit, at) => total + weight(Number(digit), at), 0)
  return sum % 10 === 0
}

function weight(digit: number, at: number): number {
  if (at % 2 === 0) return digit
  return digit > 4 ? digit * 2 - 9 : digit * 2
}
