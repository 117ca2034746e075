import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRegisterNumber } from './register-number.ts'

const numberOf = (country: string, text: string) => readRegisterNumber(country, text)?.number ?? null

test('a Swiss number is read however it is written, and only with its right check digit', () => {
  for (const written of ['CHE-123.456.788', 'CHE123456788', 'che 123 456 788 MWST', 'CHE-123.456.788 TVA'])
    expect(readRegisterNumber('CH', written)).toEqual({ kind: 'uid', number: 'CHE-123.456.788', isChecked: true })
  for (const wrong of ['CHE-123.456.789', 'CHE-123.456.78', '123.456.788', 'CHE-123.456.788 XYZ', ''])
    expect(numberOf('CH', wrong)).toBeNull()
})

test.each([
  ['FR', '552 100 554', 'siren', '552 100 554'],
  ['FR', '732 829 320 00074', 'siret', '732 829 320 00074'],
  ['FR', '35600000009075', 'siret', '356 000 000 09075'],
  ['FR', 'FR 40 303 265 045', 'vat', 'FR40303265045'],
  ['DE', 'DE 136 695 976', 'vat', 'DE136695976'],
  ['IT', '00743110157', 'vat', 'IT00743110157'],
  ['ES', 'ES A28015865', 'vat', 'ESA28015865'],
  ['ES', '54362315K', 'vat', 'ES54362315K'],
  ['AT', 'ATU13585627', 'vat', 'ATU13585627'],
  ['BE', 'BE 0776.091.951', 'vat', 'BE0776091951'],
  ['LU', 'LU10000356', 'vat', 'LU10000356'],
  ['PL', 'PL8567346215', 'vat', 'PL8567346215'],
])('%s: %s is right, as %s', (country, text, kind, number) => {
  expect(readRegisterNumber(country, text)).toEqual({ kind, number, isChecked: true })
})

test.each([
  ['FR', '552 100 555'],
  ['FR', '732 829 320 00075'],
  ['FR', 'FR 41 303 265 045'],
  ['FR', 'RCS Paris B 552'],
  ['DE', 'DE 136 695 978'],
  ['IT', 'IT00743110158'],
  ['ES', 'ES A28015866'],
  ['ES', 'ES 54362315A'],
  ['AT', 'ATU13585626'],
  ['NL', 'NL12345'],
])('%s: %s is none', (country, text) => {
  expect(readRegisterNumber(country, text)).toBeNull()
})

test('where only the form is known, or nothing, it is for the operator to look up', () => {
  expect(readRegisterNumber('NL', 'NL004495445B01')).toEqual({ kind: 'vat', number: 'NL004495445B01', isChecked: false })
  expect(readRegisterNumber('GR', 'EL094259216')).toEqual({ kind: 'vat', number: 'EL094259216', isChecked: false })
  expect(readRegisterNumber('DE', 'HRB 12345, Amtsgericht München')).toEqual({
    ...{ kind: 'other', number: 'HRB 12345, Amtsgericht München', isChecked: false },
  })
  expect(readRegisterNumber('US', ' 12-3456789 ')).toEqual({ kind: 'other', number: '12-3456789', isChecked: false })
  expect(readRegisterNumber('US', 'no digits')).toBeNull()
  expect(readRegisterNumber('US', '<b>1</b>')).toBeNull()
})

test('one wrong digit is always seen where check digits are computed', () => {
  const known = [
    ['CH', 'CHE123456788', 3],
    ['FR', '552100554', 0],
    ['FR', '73282932000074', 0],
    ['DE', 'DE136695976', 2],
    ['IT', 'IT00743110157', 2],
    ['AT', 'ATU13585627', 3],
  ] as const
  fc.assert(
    fc.property(fc.constantFrom(...known), fc.nat(13), fc.integer({ min: 1, max: 9 }), ([country, right, from], at, by) => {
      const index = from + (at % (right.length - from))
      const digit = (Number(right[index]) + by) % 10
      const wrong = `${right.slice(0, index)}${digit}${right.slice(index + 1)}`
      expect(numberOf(country, right)).not.toBeNull()
      expect(numberOf(country, wrong)).toBeNull()
    }),
  )
})

test('whatever is read, reading it again changes nothing', () => {
  const countries = fc.constantFrom('CH', 'FR', 'DE', 'IT', 'ES', 'AT', 'NL', 'US')
  fc.assert(
    fc.property(countries, fc.oneof(fc.string(), fc.stringMatching(/^[A-Z]{0,3}\d{8,14}$/)), (country, text) => {
      const read = readRegisterNumber(country, text)
      if (read) expect(readRegisterNumber(country, read.number)).toEqual(read)
    }),
  )
})
