import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCsv } from '../../../tests/read-csv.ts'
import { copiedCsv } from './copied-csv.ts'
import { csvLine } from './csv.ts'

const isText = [true, false, true]

/** As COPY writes: quoted where there is a separator, a quote or an end of line; lines end with LF; null is nothing. */
function copied(cells: readonly string[], separator: string): Buffer {
  const cell = (text: string) => (/["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text)
  return Buffer.from(`${cells.map(cell).join(separator)}\n`)
}

test.each([',', ';'] as const)('rows of COPY become the rows our writer writes, parted by %s', (separator) => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('=1+1', '+41', '-2', '@x', '\tx', '\rx', '＝1', '－', '"=x"', 'a,b', 'a;b', '=a,b', '-a;b', "'x", 'ü"ö', '\n=1', ''),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 20 }), (rows) => {
      const csv = copiedCsv({ separator }, isText)
      for (const row of rows) csv.take(copied(row, separator))
      expect(readCsv(Buffer.from(csv.flush()).toString(), separator)).toEqual(
        readCsv(rows.map((row) => csvLine(row, isText, separator)).join(''), separator),
      )
    }),
    { numRuns: 2000, seed: 20_261_123 },
  )
})

test('says when a block is full, and begins a new one', () => {
  const csv = copiedCsv({ separator: ',' }, [true])
  const row = Buffer.from(`${'x'.repeat(70_000)}\n`)
  csv.take(row)
  expect(csv.isFull()).toBe(true)
  expect(csv.flush().length).toBe(70_002)
  expect(csv.isFull()).toBe(false)
  csv.take(Buffer.from(`${'y'.repeat(200_000)}\n`))
  expect(csv.flush().length).toBe(200_002)
  expect(csv.flush().length).toBe(0)
})
