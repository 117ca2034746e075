// The external ids of the generated world: UUIDv7 texts, the same for the same thing, made anew each time they are asked for.

export const kinds = ['partner', 'customer', 'person', 'team', 'product', 'partnership'] as const
export type Kind = (typeof kinds)[number]

const begin = 1_704_067_200_000 // 2024
const betweenMs = 50_000
const hexBytes = Buffer.from('0123456789abcdef')
const dashesBefore = new Set([4, 6, 8, 10])
export const idLength = 36

const text = Buffer.alloc(idLength)

/** A flat string that nobody has seen or hashed before. */
export function idOf(kind: Kind, index: number): string {
  writeId(kind, index, text, 0)
  return text.toString('latin1', 0, idLength)
}

/** 48 bits of time, the version, 74 bits that look like chance. */
export function writeId(kind: Kind, index: number, into: Uint8Array, from: number): void {
  const milliseconds = begin + index * betweenMs + kinds.indexOf(kind)
  const high = Math.floor(milliseconds / 65_536)
  const low = milliseconds % 65_536
  const first = mixed(index, kinds.indexOf(kind) * 3 + 1)
  const second = mixed(index, kinds.indexOf(kind) * 3 + 2)
  const third = mixed(index, kinds.indexOf(kind) * 3 + 3)
  const words = [high, (low << 16) | 0x7000 | (first & 0xfff), (second & 0x3fffffff) | 0x80000000, third]
  let place = from
  for (let byte = 0; byte < 16; byte++) {
    if (dashesBefore.has(byte)) into[place++] = 0x2d
    const value = ((words[byte >> 2] ?? 0) >>> (24 - 8 * (byte & 3))) & 0xff
    into[place++] = hexBytes[value >> 4] ?? 0
    into[place++] = hexBytes[value & 15] ?? 0
  }
}

/** The 16 bytes of an id. */
export function bytesOf(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex')
}

function mixed(index: number, salt: number): number {
  let word = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b)
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35)
  return word ^ (word >>> 16)
}
