// Which signs a WOFF2 font has a shape for: its cmap, as https://www.w3.org/TR/WOFF2/ packs it and OpenType writes it.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

/** A font file, the signs it is asked for, and those it has. */
export type Face = { readonly file: string; readonly declared: (point: number) => boolean; readonly signs: ReadonlySet<number> }

/** In their order: of those that declare a sign, a browser takes the last one. */
export function facesIn(stylesheet: string): readonly Face[] {
  const faces = readFileSync(stylesheet, 'utf8').matchAll(/@font-face \{[^}]*?url\(["']?([^"')]+)["']?\)[^}]*?unicode-range: ([^;}]+)/g)
  return [...faces].map(([, url = '', ranges = '']) => {
    const file = path.join(path.dirname(stylesheet), url)
    const declared = ranges.split(',').map((range) => range.trim().slice(2).split('-'))
    const isIn = (point: number) =>
      declared.some(([from = '', to = from]) => point >= Number.parseInt(from, 16) && point <= Number.parseInt(to, 16))
    return { file, declared: isIn, signs: signsInFont(file) }
  })
}

type Table = { readonly isCmap: boolean; readonly length: number }

export function signsInFont(file: string): ReadonlySet<number> {
  const cmap = cmapOf(readFileSync(file))
  const records = Array.from({ length: cmap.readUInt16BE(2) }, (_, record) => cmap.subarray(cmap.readUInt32BE(8 + record * 8)))
  return new Set(records.flatMap(codePointsIn))
}

/** All tables lie behind each other in one stream; of those that are told apart by a known tag, cmap is the first (WOFF2 5.1). */
function cmapOf(font: Buffer): Buffer {
  const from = { at: 48 }
  const tables = Array.from({ length: font.readUInt16BE(12) }, () => readTable(font, from))
  const tablesAt = brotliDecompressSync(font.subarray(from.at, from.at + font.readUInt32BE(20)))
  const cmap = tables.findIndex(({ isCmap }) => isCmap)
  const start = tables.slice(0, cmap).reduce((sum, { length }) => sum + length, 0)
  return tablesAt.subarray(start, start + (tables[cmap]?.length ?? 0))
}

function readTable(font: Buffer, from: { at: number }): Table {
  const flags = font.readUInt8(from.at++)
  const [known, transform] = [flags & 0x3f, flags >> 6]
  if (known === 0x3f) from.at += 4
  const length = readBase128(font, from)
  // glyf and loca are transformed unless they say 3, all others only when they say so.
  const isTransformed = known === 10 || known === 11 ? transform !== 3 : transform !== 0
  return { isCmap: known === 0, length: isTransformed ? readBase128(font, from) : length }
}

function readBase128(font: Buffer, from: { at: number }): number {
  const byte = font.readUInt8(from.at++)
  return byte < 0x80 ? byte : readRest(font, from, byte & 0x7f)
}

function readRest(font: Buffer, from: { at: number }, before: number): number {
  const byte = font.readUInt8(from.at++)
  const value = before * 128 + (byte & 0x7f)
  return byte < 0x80 ? value : readRest(font, from, value)
}

function codePointsIn(table: Buffer): readonly number[] {
  const format = table.readUInt16BE(0)
  if (format === 12) return Array.from({ length: table.readUInt32BE(12) }, (_, group) => inGroup(table, 16 + group * 12)).flat()
  if (format === 4) return Array.from({ length: table.readUInt16BE(6) / 2 }, (_, segment) => inSegment(table, segment)).flat()
  throw new Error(`a cmap of format ${format} is not read here`)
}

const between = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at)

const inGroup = (table: Buffer, at: number) => between(table.readUInt32BE(at), table.readUInt32BE(at + 4))

function inSegment(table: Buffer, segment: number): readonly number[] {
  const segments = table.readUInt16BE(6)
  const at = (part: number) => 14 + part * segments + (part > 0 ? 2 : 0) + segment * 2
  const [last, first, delta, offset] = [0, 1, 2, 3].map((part) => table.readUInt16BE(at(part))) as [number, number, number, number]
  const glyphOf = (point: number) => (offset === 0 ? (point + delta) & 0xffff : table.readUInt16BE(at(3) + offset + (point - first) * 2))
  return first === 0xffff ? [] : between(first, last).filter((point) => glyphOf(point) !== 0)
}
