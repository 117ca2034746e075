// A file or pasted cells as rows of texts: commas, semicolons or tabs, quoted or not, and what its columns are.

import { type CustomerColumn, columnNamed, foldWord } from './sheet-words.ts'

export type Sheet = {
  readonly header: readonly string[] | null
  /** For each column of the sheet, what it holds; null: nothing that is needed. */
  readonly columns: readonly (CustomerColumn | null)[]
  readonly rows: readonly (readonly string[])[]
}

/** The sheet with its columns guessed. Without a header that names one, columns are known by what stands in them. */
export function readSheet(text: string): Sheet {
  const lines = readCells(text).filter((cells) => cells.some((cell) => cell.trim() !== ''))
  const [first = [], ...rest] = lines
  const named = first.map(columnNamed)
  const isHeader = named.some((column) => column !== null) && !first.some(looksLikeAddress)
  if (!isHeader) return { header: null, columns: guessByContent(lines), rows: lines }
  return { header: first, columns: named.map((column, at) => (named.indexOf(column) === at ? column : null)), rows: rest }
}

/** Cells of each line, by RFC 4180 and with the separator that the first line uses most. */
export function readCells(text: string): readonly (readonly string[])[] {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text
  return split(plain, separatorOf(plain))
}

function split(text: string, separator: string): readonly (readonly string[])[] {
  const lines: string[][] = []
  let cells: string[] = []
  let from = 0
  while (from <= text.length) {
    const { cell, end } = cellAt(text, from, separator)
    cells.push(cell)
    const next = text[end]
    if (next !== separator) {
      lines.push(cells)
      cells = []
    }
    from = end + (next === '\r' && text[end + 1] === '\n' ? 2 : 1)
    if (next !== separator && from >= text.length) break
  }
  return lines
}

/** A cell and where it ends: at a separator, a line end or the end of the text. */
function cellAt(text: string, from: number, separator: string): { cell: string; end: number } {
  const close = text[from] === '"' ? closingQuote(text, from + 1) : -1
  const after = close + 1
  if (close >= 0 && (after >= text.length || isEnd(text[after], separator)))
    return { cell: text.slice(from + 1, close).replaceAll('""', '"'), end: after }
  let end = from
  while (end < text.length && !isEnd(text[end], separator)) end++
  return { cell: text.slice(from, end), end }
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at
  return -1
}

const isEnd = (char: string | undefined, separator: string) => char === separator || char === '\n' || char === '\r'

function separatorOf(text: string): string {
  const line = text.split(/[\r\n]/, 1)[0] ?? ''
  const outside = line.replaceAll(/"[^"]*"/g, '')
  const counted = ['\t', ';', ','].map((separator) => ({ separator, count: outside.split(separator).length }))
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).separator
}

export const looksLikeAddress = (cell: string): boolean => /^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/.test(cell)
const looksLikeNumber = (cell: string): boolean => /^\s*C-\d+\s*$/i.test(cell)

function guessByContent(lines: readonly (readonly string[])[]): readonly (CustomerColumn | null)[] {
  const width = Math.max(0, ...lines.slice(0, 50).map(({ length }) => length))
  const cellsOf = (at: number) => lines.slice(0, 50).map((line) => line[at] ?? '')
  const isMostly = (at: number, fits: (cell: string) => boolean) => {
    const filled = cellsOf(at).filter((cell) => cell.trim() !== '')
    return filled.length > 0 && filled.filter(fits).length * 2 > filled.length
  }
  const places = Array.from({ length: width }, (_, at) => at)
  const email = places.find((at) => isMostly(at, looksLikeAddress))
  const number = places.find((at) => isMostly(at, looksLikeNumber))
  const name = places.find(
    (at) => at !== email && at !== number && isMostly(at, (cell) => foldWord(cell).length > 2 && /\p{L}/u.test(cell)),
  )
  return places.map((at) => (at === email ? 'email' : at === number ? 'customer_number' : at === name ? 'organisation_name' : null))
}
