// The pixels of a PNG as a browser writes it: eight bits a channel, not interlaced (PNG third edition, 5.3, 9.2 and 11.2).
import { inflateSync } from 'node:zlib'

export type Pixels = { readonly width: number; readonly height: number; readonly channels: number; readonly bytes: Uint8Array }

const channelsOf: Readonly<Record<number, number>> = { 2: 3, 6: 4 }

export function readPng(png: Buffer): Pixels {
  const chunks = [...chunksOf(png)]
  const header = chunks.find(({ type }) => type === 'IHDR')?.data
  const channels = channelsOf[header?.[9] ?? 0]
  if (header === undefined || channels === undefined || header[8] !== 8 || header[12] !== 0) throw new Error('not a PNG of a browser')
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const raw = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)))
  return { width, height, channels, bytes: unfiltered(raw, { height, stride: width * channels, channels }) }
}

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export function cut({ width, channels, bytes }: Pixels, box: Box): Pixels {
  const stride = box.width * channels
  const part = new Uint8Array(box.height * stride)
  for (let row = 0; row < box.height; row += 1) {
    const from = ((box.y + row) * width + box.x) * channels
    part.set(bytes.subarray(from, from + stride), row * stride)
  }
  return { width: box.width, height: box.height, channels, bytes: part }
}

function* chunksOf(png: Buffer) {
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    yield { type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + png.readUInt32BE(at)) }
  }
}

type Shape = { readonly height: number; readonly stride: number; readonly channels: number }

function unfiltered(raw: Uint8Array, { height, stride, channels }: Shape): Uint8Array {
  const bytes = new Uint8Array(height * stride)
  for (let row = 0; row < height; row += 1) {
    const begin = row * (stride + 1)
    const filter = raw[begin] ?? 0
    for (let at = 0; at < stride; at += 1) {
      const to = row * stride + at
      const left = at < channels ? 0 : (bytes[to - channels] ?? 0)
      const above = row === 0 ? 0 : (bytes[to - stride] ?? 0)
      const corner = row === 0 || at < channels ? 0 : (bytes[to - stride - channels] ?? 0)
      bytes[to] = (raw[begin + 1 + at] ?? 0) + predicted(filter, left, above, corner)
    }
  }
  return bytes
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0
    case 1:
      return left
    case 2:
      return above
    case 3:
      return (left + above) >> 1
    default:
      return nearest(left, above, corner)
  }
}

/** Paeth: whichever is nearest to what the three of them foretell. */
function nearest(left: number, above: number, corner: number): number {
  const foretold = left + above - corner
  const [toLeft, toAbove, toCorner] = [Math.abs(foretold - left), Math.abs(foretold - above), Math.abs(foretold - corner)]
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}
