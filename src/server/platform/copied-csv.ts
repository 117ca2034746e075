// What PostgreSQL's COPY wrote as CSV, made fit for spreadsheets: lines end with CRLF, and no cell of text becomes a formula.
import type { CsvForm } from './csv.ts'

const blockLength = 65_536
const quote = 0x22
const apostrophe = 0x27
const carriageReturn = 13
const lineFeed = 10
/** = + - @ tab CR */
const formulaBytes = new Set([0x3d, 0x2b, 0x2d, 0x40, 9, carriageReturn])
/** Third bytes of ＝ ＋ － ＠; the first two are EF BC. */
const wideFormulaBytes = new Set([0x9d, 0x8b, 0x8d, 0xa0])

export type CopiedCsv = {
  /** One row as COPY sends it: complete, with its line feed. */
  readonly take: (row: Uint8Array) => void
  readonly isFull: () => boolean
  /** What was taken since; empty when there is nothing. */
  readonly flush: () => Uint8Array
}

/** `isText` says for each column whether people typed what stands in it. */
export function copiedCsv({ separator }: Pick<CsvForm, 'separator'>, isText: readonly boolean[]): CopiedCsv {
  const parting = separator.charCodeAt(0)
  let block = Buffer.allocUnsafe(2 * blockLength)
  let end = 0
  return {
    isFull: () => end >= blockLength,
    take: (row) => {
      const most = end + row.length + isText.length + 1
      if (most > block.length) block = enlarged(block, end, most)
      end = copyRow(row, block, end, parting, isText)
    },
    flush: () => {
      const taken = block.subarray(0, end)
      block = Buffer.allocUnsafe(2 * blockLength)
      end = 0
      return taken
    },
  }
}

function copyRow(row: Uint8Array, block: Uint8Array, from: number, parting: number, isText: readonly boolean[]): number {
  let to = from
  let column = 0
  let isStart = true
  let isQuoted = false
  const length = row.length - 1 // the line feed
  for (let at = 0; at < length; at++) {
    const byte = row[at] ?? 0
    if (isStart) {
      isStart = false
      const opens = byte === quote
      const first = opens ? at + 1 : at
      if (isText[column] && beginsFormula(row, first)) {
        if (opens) block[to++] = quote
        block[to++] = apostrophe
        if (opens) {
          isQuoted = true
          continue
        }
      }
    }
    block[to++] = byte
    if (byte === quote) isQuoted = !isQuoted
    else if (byte === parting && !isQuoted) {
      column++
      isStart = true
    }
  }
  block[to++] = carriageReturn
  block[to++] = lineFeed
  return to
}

function beginsFormula(row: Uint8Array, at: number): boolean {
  const byte = row[at] ?? 0
  return formulaBytes.has(byte) || (byte === 0xef && row[at + 1] === 0xbc && wideFormulaBytes.has(row[at + 2] ?? 0))
}

function enlarged(block: Buffer<ArrayBuffer>, end: number, most: number): Buffer<ArrayBuffer> {
  const larger = Buffer.allocUnsafe(2 * most)
  block.copy(larger, 0, 0, end)
  return larger
}
