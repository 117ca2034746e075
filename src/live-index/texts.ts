// Names by which customers are sorted and found: folded texts as bytes, one after the other, about 40 bytes a customer.

import { grown, trimmed } from './columns.ts'

// Both are there in every environment this runs in; their types belong to none of them alone.
declare const TextEncoder: new () => { readonly encode: (text: string) => Uint8Array<ArrayBuffer> }
declare const TextDecoder: new () => { readonly decode: (bytes: Uint8Array) => string }

const encoder = new TextEncoder()
const decoder = new TextDecoder()
const space = 32

export class Texts {
  /** At each start: the length of the sort key, the length of the words, then both. */
  #bytes: Uint8Array<ArrayBuffer> = new Uint8Array(0)
  #length = 1

  get bytes(): number {
    return this.#bytes.byteLength
  }

  /** Where the text stands from now on; `before` is where it stood, or 0. */
  put(sortKey: string, words: string, before: number): number {
    const key = encoder.encode(sortKey).subarray(0, 255)
    const found = encoder.encode(words).subarray(0, 65_535)
    if (before !== 0 && this.sortKey(before) === decoder.decode(key) && this.words(before) === decoder.decode(found)) return before
    if (key.length + found.length === 0) return 0
    const at = this.#length
    this.#length += 3 + key.length + found.length
    this.#bytes = grown(this.#bytes, this.#length)
    this.#bytes[at] = key.length
    this.#bytes[at + 1] = found.length & 255
    this.#bytes[at + 2] = found.length >> 8
    this.#bytes.set(key, at + 3)
    this.#bytes.set(found, at + 3 + key.length)
    return at
  }

  sortKey(at: number): string {
    return at === 0 ? '' : decoder.decode(this.#bytes.subarray(at + 3, at + 3 + this.#bytes[at]))
  }

  words(at: number): string {
    return at === 0 ? '' : decoder.decode(this.#bytes.subarray(at + 3 + this.#bytes[at], at + this.#sizeAt(at)))
  }

  /** Byte by byte, as the collation "C" of the database compares. */
  compare(one: number, other: number): number {
    const bytes = this.#bytes
    const [oneLength, otherLength] = [one === 0 ? 0 : bytes[one], other === 0 ? 0 : bytes[other]]
    const shared = Math.min(oneLength, otherLength)
    for (let i = 0; i < shared; i++) {
      const difference = bytes[one + 3 + i] - bytes[other + 3 + i]
      if (difference !== 0) return difference
    }
    return oneLength - otherLength
  }

  compareWith(at: number, sortKey: Uint8Array): number {
    const length = at === 0 ? 0 : this.#bytes[at]
    const shared = Math.min(length, sortKey.length)
    for (let i = 0; i < shared; i++) {
      const difference = this.#bytes[at + 3 + i] - sortKey[i]
      if (difference !== 0) return difference
    }
    return length - sortKey.length
  }

  /** Whether some word begins with this prefix. */
  hasPrefix(at: number, prefix: Uint8Array): boolean {
    if (prefix.length === 0) return true
    if (at === 0) return false
    const bytes = this.#bytes
    const stop = at + this.#sizeAt(at) - prefix.length
    for (let start = at + 3 + bytes[at]; start <= stop; start++) {
      let i = 0
      while (i < prefix.length && bytes[start + i] === prefix[i]) i++
      if (i === prefix.length) return true
      while (start <= stop && bytes[start] !== space) start++
    }
    return false
  }

  trim(): void {
    this.#bytes = trimmed(this.#bytes, this.#length)
  }

  #sizeAt(at: number): number {
    return 3 + this.#bytes[at] + this.#bytes[at + 1] + (this.#bytes[at + 2] << 8)
  }
}

export const asBytes = (text: string): Uint8Array => encoder.encode(text)
