import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCsv } from '../../../tests/read-csv.ts'
import { type CsvColumn, type CsvForm, type CsvRow, writeCsv } from './csv.ts'

const machine: CsvForm = { separator: ',', byteOrderMark: false }
const excel: CsvForm = { separator: ';', byteOrderMark: true }
const columns: readonly CsvColumn[] = [
  { header: 'Name', holds: 'text' },
  { header: 'Amount', holds: 'value' },
  { header: 'Note', holds: 'text' },
]

async function written(form: CsvForm, rows: readonly CsvRow[], of = columns): Promise<string> {
  let text = ''
  for await (const chunk of writeCsv(form, of, [rows])) text += chunk
  return text
}

const read = (text: string, separator: string) => readCsv(text, separator).slice(0, -1)

test('the header comes first, lines end with CRLF, empty cells are nothing', async () => {
  expect(
    await written(machine, [
      ['Zürn', '1234.50', null],
      ['', '-3.00', 'x'],
    ]),
  ).toBe('Name,Amount,Note\r\nZürn,1234.50,\r\n,-3.00,x\r\n')
})

test('for spreadsheets there is a byte order mark and their separator', async () => {
  expect(await written(excel, [['a;b', null, 'c,d']])).toBe('\uFEFFName;Amount;Note\r\n"a;b";;"c,d"\r\n')
})

test.each(['=1+1', '+41 62', '-2', '@here', '\tx', '\rx', '＝1', '＋1', '－1', '＠x'])(
  'text that begins a formula is defused: %j',
  async (text) => {
    const [, row] = read(await written(machine, [[text, '-2.00', null]]), ',')
    expect(row).toEqual([`'${text}`, '-2.00', ''])
  },
)

test('whatever is written is read again: 10,000 rows of anything', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', '"', '""', ',', ';', '\r\n', '\n', '\r', ' x ', "'", '=cmd|x', 'Bäckerei "Zürcher", Söhne', '\u2028', '\uFEFF'),
  )
  const rows = fc.sample(fc.tuple(cell, fc.integer().map(String), cell), { numRuns: 10_000, seed: 20_261_123 })
  const defused = (text: string) => (/^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text)
  for (const form of [machine, excel]) {
    const text = await written(form, rows)
    const [, ...again] = read(text, form.separator)
    expect(again).toEqual(rows.map(([name, amount, note]) => [defused(name), amount, defused(note)]))
  }
})
