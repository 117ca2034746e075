import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSameFirm } from './same-firm.ts'

const of = (country: string, registerNumber: string) => ({ country, registerNumber })

test('another number is another legal person; the same one written otherwise is not', () => {
  expect(isSameFirm(of('CH', 'CHE-123.456.788'), of('CH', 'CHE123456788 MWST'))).toBe(true)
  expect(isSameFirm(of('CH', 'CHE-123.456.788'), of('CH', 'CHE-234.567.895'))).toBe(false)
  expect(isSameFirm(of('FR', '552 100 554'), of('FR', '552 100 554 00013'))).toBe(true)
  expect(isSameFirm(of('FR', '552 100 554'), of('FR', 'FR96 552 100 554'))).toBe(true)
  expect(isSameFirm(of('DE', 'HRB 12345, Amtsgericht München'), of('DE', 'HRB 12346, Amtsgericht München'))).toBe(false)
  expect(isSameFirm(of('AT', 'FN 1234 a'), of('DE', 'FN 1234 a'))).toBe(false)
})

test('a firm is itself, whatever its number is, and it does not matter who is asked first', () => {
  const registered = fc.record({
    country: fc.constantFrom('CH', 'FR', 'DE', 'AT'),
    registerNumber: fc.string({ minLength: 1, maxLength: 20 }),
  })
  fc.assert(
    fc.property(registered, registered, (one, other) => {
      expect(isSameFirm(one, one)).toBe(true)
      expect(isSameFirm(one, other)).toBe(isSameFirm(other, one))
    }),
  )
})
