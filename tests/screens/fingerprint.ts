// What a picture looks like, in a few hundred bytes: the mean colour of each of its cells. Coarse enough for another browser's edges of
// letters, fine enough for a block that moved, a button that is lost, another colour or a longer text.
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Pixels } from './read-png.ts'

/** How large a cell is, and by how much it may differ beyond what rounding to steps hides: of 256, in each plane where there are letters or edges in
 * it, and where it has one colour. */
export type Grain = {
  readonly width: number
  readonly height: number
  readonly slack: readonly [number, number, number]
  readonly plain: number
}

const step = 6

/** Of each cell its luminance, and how far its blue and its red are from that (as JPEG has it). */
export type Fingerprint = { readonly width: number; readonly height: number; readonly planes: readonly (readonly number[])[] }
export type Seen = Fingerprint & { readonly isPlain: readonly boolean[]; readonly grain: Grain }

export function fingerprintOf(pixels: Pixels, grain: Grain): Seen {
  const { width, height } = pixels
  const tops = Array.from({ length: Math.ceil(height / grain.height) }, (_, row) => row * grain.height)
  const lefts = Array.from({ length: Math.ceil(width / grain.width) }, (_, column) => column * grain.width)
  const cells = tops.flatMap((top) => lefts.map((left) => cellAt(pixels, grain, { left, top })))
  const luminances = cells.map(({ red, green, blue }) => 0.299 * red + 0.587 * green + 0.114 * blue)
  const beyond = (channel: 'blue' | 'red', share: number) => cells.map((one, at) => 128 + share * (one[channel] - (luminances[at] ?? 0)))
  return {
    width,
    height,
    planes: [luminances, beyond('blue', 0.564), beyond('red', 0.713)],
    isPlain: cells.map(({ isPlain }) => isPlain),
    grain,
  }
}

/** As it stands in a file: 390x812 and the cells. */
export function kept({ width, height, planes }: Fingerprint): string {
  const cells = Uint8Array.from(planes.flat(), (value) => Math.round(value / step))
  return `${width}x${height} ${deflateRawSync(cells, { level: 9 }).toString('base64')}`
}

/** In words; undefined when a picture looks as it did. */
export function differenceFrom(before: string, now: Seen): string | undefined {
  const known = recalled(before)
  if (known.width !== now.width) return `${now.width} px wide instead of ${known.width}`
  const differs = differingCells(known.planes, now)
  const by = now.height - known.height
  if (by === 0 && differs.length === 0) return undefined
  return [...(by === 0 ? [] : [`${Math.abs(by)} px ${by > 0 ? 'longer' : 'shorter'}`]), ...whereOf(differs, now)].join(', ')
}

function recalled(before: string): Fingerprint {
  const [size = '', cells = ''] = before.split(' ')
  const [width = 0, height = 0] = size.split('x').map(Number)
  const values = Array.from(inflateRawSync(Buffer.from(cells, 'base64')), (value) => value * step)
  const each = values.length / 3
  return { width, height, planes: [0, 1, 2].map((plane) => values.slice(plane * each, (plane + 1) * each)) }
}

/** Among those that both have. */
function differingCells(before: Fingerprint['planes'], { planes, isPlain, grain }: Seen): readonly number[] {
  const mayDiffer = (at: number, which: number) => step / 2 + (isPlain[at] ? grain.plain : (grain.slack[which] ?? 0))
  const common = Math.min(before[0]?.length ?? 0, isPlain.length)
  return Array.from({ length: common }, (_, at) => at).filter((at) =>
    planes.some((plane, which) => Math.abs((plane[at] ?? 0) - (before[which]?.[at] ?? 0)) > mayDiffer(at, which)),
  )
}

function whereOf(cells: readonly number[], { width, isPlain, grain }: Seen): readonly string[] {
  if (cells.length === 0) return []
  const columns = Math.ceil(width / grain.width)
  const [rows, across] = [cells.map((at) => Math.floor(at / columns)), cells.map((at) => at % columns)]
  const range = (some: readonly number[], size: number) => `${Math.min(...some) * size} to ${(Math.max(...some) + 1) * size} px`
  const share = `${cells.length} of ${isPlain.length} cells`
  return [`another look ${range(rows, grain.height)} from the top, ${range(across, grain.width)} from the left (${share})`]
}

type Cell = { readonly red: number; readonly green: number; readonly blue: number; readonly isPlain: boolean }

function cellAt({ width, height, channels, bytes }: Pixels, grain: Grain, { left, top }: { left: number; top: number }): Cell {
  const [right, bottom] = [Math.min(left + grain.width, width), Math.min(top + grain.height, height)]
  const first = (top * width + left) * channels
  const sums = { red: 0, green: 0, blue: 0 }
  let isPlain = true
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const at = (y * width + x) * channels
      sums.red += bytes[at] ?? 0
      sums.green += bytes[at + 1] ?? 0
      sums.blue += bytes[at + 2] ?? 0
      isPlain &&= bytes[at] === bytes[first] && bytes[at + 1] === bytes[first + 1] && bytes[at + 2] === bytes[first + 2]
    }
  }
  const count = (right - left) * (bottom - top)
  return { red: sums.red / count, green: sums.green / count, blue: sums.blue / count, isPlain }
}
