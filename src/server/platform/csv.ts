// Tables as CSV files (RFC 4180): quoted where needed, and no cell of text becomes a formula in a spreadsheet.

export type CsvForm = {
  readonly separator: ',' | ';'
  /** Spreadsheets take a file without it for another encoding. */
  readonly byteOrderMark: boolean
}

/** What a column holds: only `text` was typed by people and is defused. */
export type CsvColumn = { readonly header: string; readonly holds: 'text' | 'value' }
export type CsvCell = string | null
export type CsvRow = readonly CsvCell[]

const lineEnd = '\r\n'
const chunkLength = 65_536
const toQuote = /["\r\n;,\t]|^ | $/
/** What spreadsheets take for the beginning of a formula, full-width forms included. */
const formula = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

/** The file in pieces of about 64 kB. Empty cells are nothing, not even quotes. */
export async function* writeCsv(
  { separator, byteOrderMark }: CsvForm,
  columns: readonly CsvColumn[],
  rows: AsyncIterable<readonly CsvRow[]> | Iterable<readonly CsvRow[]>,
): AsyncGenerator<string> {
  const isText = columns.map(({ holds }) => holds === 'text')
  let text = csvHead({ separator, byteOrderMark }, columns)
  for await (const batch of rows) {
    for (const row of batch) {
      text += csvLine(row, isText, separator)
      if (text.length < chunkLength) continue
      yield text
      text = ''
    }
  }
  yield text
}

/** The first line. */
export function csvHead({ separator, byteOrderMark }: CsvForm, columns: readonly CsvColumn[]): string {
  return `${byteOrderMark ? '\uFEFF' : ''}${columns.map(({ header }) => textCell(header)).join(separator)}${lineEnd}`
}

export function csvLine(row: CsvRow, isText: readonly boolean[], separator: string): string {
  const cells = row.map((cell, at) => (cell ? (isText[at] ? textCell(cell) : valueCell(cell)) : ''))
  return cells.join(separator) + lineEnd
}

const valueCell = (cell: string): string => (toQuote.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
const textCell = (cell: string): string => valueCell(formula.test(cell) ? `'${cell}` : cell)

/** `machine` for programs: keys, ids, ISO 8601. `excel` for people: words and local time, in the separator their spreadsheet expects. */
export type CsvAudience = 'excel' | 'machine'

export function csvForm(audience: CsvAudience, language: string): CsvForm {
  return audience === 'machine'
    ? { separator: ',', byteOrderMark: false }
    : { separator: language === 'en' ? ',' : ';', byteOrderMark: true }
}

/** A timestamptz as PostgreSQL writes it (`2026-03-28 09:12:00.123+01`), to the second with its offset, or to the minute for people. */
export function csvTime(text: string | null, audience: CsvAudience): string | null {
  if (text === null) return null
  if (audience === 'excel') return text.slice(0, 16)
  const offset = text.slice(text.search(/[+-]\d\d(:\d\d)?$/))
  return `${text.slice(0, 10)}T${text.slice(11, 19)}${offset.length === 3 ? `${offset}:00` : offset}`
}

/** Minor units as `1234.50`, without thousands and whatever the language. */
export function csvAmount(minorUnits: number | string | null, digits = 2): string | null {
  if (minorUnits === null) return null
  const negative = String(minorUnits).startsWith('-')
  const figures = String(minorUnits)
    .replace('-', '')
    .padStart(digits + 1, '0')
  const amount = digits === 0 ? figures : `${figures.slice(0, -digits)}.${figures.slice(-digits)}`
  return negative ? `-${amount}` : amount
}
