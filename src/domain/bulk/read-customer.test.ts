import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CustomerCells, readCustomer } from './read-customer.ts'
import { customerColumns } from './sheet-words.ts'

const isAddress = (text: string) => /^[^\s@]+@[^\s@]+\.\w+$/.test(text)
const templates = new Map([['kmupaket', 'the-template']])
const read = (cells: CustomerCells) => readCustomer(cells, templates, isAddress)

test('only the address is needed; every other cell may be empty', () => {
  expect(read({ email: ' info@beck.example ' })).toMatchObject({
    kind: 'read',
    row: {
      email: 'info@beck.example',
      customerNumber: null,
      language: null,
      access: null,
      families: null,
      payer: null,
      endsOn: null,
      people: [],
    },
  })
})

test('cells are understood in the words of five languages', () => {
  const cells = {
    access: 'Nur lesen',
    payer: 'Nous',
    language: 'italiano',
    families: 'Hosting, Domaines',
    ends_on: '31.3.2027',
    tags: 'a; b, a',
  }
  expect(read({ email: 'a@b.example', ...cells })).toMatchObject({
    row: {
      access: { preset: 'read_only' },
      payer: 'partner',
      language: 'it',
      families: ['hosting', 'domain'],
      endsOn: '2027-03-31',
      tags: ['a', 'b'],
    },
  })
})

test('the partner’s own template comes by its name', () => {
  expect(read({ email: 'a@b.example', access: 'KMU-Paket' })).toMatchObject({ row: { access: { templateId: 'the-template' } } })
})

test('with a customer number the request goes to the account', () => {
  expect(read({ email: 'a@b.example', customer_number: 'c-104233' })).toMatchObject({ row: { email: null, customerNumber: 'C-104233' } })
})

test('the first wrong cell is named', () => {
  expect(read({})).toEqual({ kind: 'wrong', column: 'email' })
  expect(read({ email: 'nobody' })).toEqual({ kind: 'wrong', column: 'email' })
  for (const [column, cell] of [
    ['ends_on', '31.2.2027'],
    ['payer', 'niemand'],
    ['access', 'alles'],
    ['families', 'Fax'],
    ['language', 'rm'],
    ['your_reference', 'x'.repeat(81)],
  ] as const)
    expect(read({ email: 'a@b.example', [column]: cell })).toEqual({ kind: 'wrong', column })
})

test('whatever the cells hold, a row is read or one of its columns is wrong', () => {
  const cells = fc.record(Object.fromEntries(customerColumns.map((column) => [column, fc.string()])), { requiredKeys: [] })
  fc.assert(
    fc.property(cells, (given) => {
      const one = read(given)
      if (one.kind === 'wrong') expect(customerColumns).toContain(one.column)
      else expect((one.row.email === null) !== (one.row.customerNumber === null)).toBe(true)
    }),
  )
})
