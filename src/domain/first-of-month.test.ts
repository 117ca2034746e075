import { expect, test } from 'vitest'
import { withFirst } from './first-of-month.ts'
import { dayMs } from './time.ts'

/** The first, 2026. */
const december = 1_796_083_200_000

test.each([
  ['fr-CH', '1er décembre 2026', '11 décembre 2026'],
  ['it-CH', '1º dicembre 2026', '11 dicembre 2026'],
  ['de-CH', '1. Dezember 2026', '11. Dezember 2026'],
  ['en-CH', '1 December 2026', '11 December 2026'],
  ['es-ES', '1 de diciembre de 2026', '11 de diciembre de 2026'],
])('in %s the first of a month is %s', (locale, first, eleventh) => {
  const { format } = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  expect(withFirst(format(december), locale)).toBe(first)
  expect(withFirst(format(december + 10 * dayMs), locale)).toBe(eleventh)
})
