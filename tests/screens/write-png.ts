// Pixels as a PNG (third edition, 5.3 and 11.2): what was cut out of a picture is shown as a picture.
import { crc32, deflateSync } from 'node:zlib'
import type { Pixels } from './read-png.ts'

const signature = Buffer.from('\x89PNG\r\n\x1A\n', 'latin1')

export function writePng({ width, height, channels, bytes }: Pixels): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, channels === 4 ? 6 : 2], 8)
  const stride = width * channels
  // Each row begins with its filter: none.
  const rows = Buffer.alloc(height * (stride + 1))
  for (let row = 0; row < height; row += 1) rows.set(bytes.subarray(row * stride, (row + 1) * stride), row * (stride + 1) + 1)
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
