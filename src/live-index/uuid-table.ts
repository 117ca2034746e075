// UUID texts to small numbers and back: 128-bit keys in typed arrays, about 22 bytes an id, open addressing with linear probing.

import { grown } from './columns.ts'

const none = -1
const digits = digitTable()

/** Ids that were read wait here to be looked up: four words each, and the hash; module-wide, so that reading allocates nothing. */
const places = 5
const own = 4
const words = new Int32Array(4 * places)
const hashes = new Int32Array(places)
const isId = new Uint8Array(places)

export class UuidTable {
  #words: Int32Array<ArrayBuffer>
  /** Each the number of an id, and above its bits as many of the hash as there is room for: most other ids are told apart without reading them. */
  #slots: Int32Array<ArrayBuffer>
  #bits = 0
  /** What turns a hash of 32 bits into a slot. */
  #scale = 0
  #size = 0

  constructor(expected = 16) {
    this.#words = new Int32Array(4 * expected)
    this.#slots = this.#emptied(roomy(expected))
  }

  /** How many ids are known; none is ever forgotten, so their numbers are those below. */
  get size(): number {
    return this.#size
  }

  get bytes(): number {
    return this.#words.byteLength + this.#slots.byteLength
  }

  /** The number of an id; -1 when the text is no UUID in lower case, or unknown. */
  find(text: string): number {
    readId(text, own)
    return this.findRead(own)
  }

  /** The number of the id that was read into a place; -1 when it was none, or is unknown. */
  findRead(place: number): number {
    if (isId[place] === 0) return none
    const slots = this.#slots
    const bits = this.#bits
    const tag = hashes[place] << bits
    let slot = ((hashes[place] >>> 0) * this.#scale) | 0
    for (;;) {
      const found = slots[slot]
      if (found === none) return none
      if ((found ^ tag) >>> bits === 0) {
        const number = found ^ tag
        if (this.isRead(number, place)) return number
      }
      slot = slot + 1 === slots.length ? 0 : slot + 1
    }
  }

  /** Whether this number's id is the one that was read into a place. */
  isRead(number: number, place: number): boolean {
    const at = number << 2
    const from = place << 2
    const known = this.#words
    return (
      isId[place] === 1 &&
      known[at + 3] === words[from + 3] &&
      known[at + 2] === words[from + 2] &&
      known[at + 1] === words[from + 1] &&
      known[at] === words[from]
    )
  }

  /** The number of an id, given out now if it is new. Throws when the text is no UUID. */
  intern(text: string): number {
    readId(text, own)
    if (isId[own] === 0) throw new TypeError(`no UUID in lower case: ${text}`)
    const known = this.findRead(own)
    if (known !== none) return known
    const number = this.#size++
    this.#words = grown(this.#words, 4 * (number + 1))
    this.#words.set(words.subarray(4 * own, 4 * own + 4), 4 * number)
    if (this.#size * 4 > this.#slots.length * 3) this.#rehash(roomy(this.#size))
    else this.#place(number, hashes[own])
    return number
  }

  text(number: number): string {
    const hex = [0, 1, 2, 3].map((word) => (this.#words[(number << 2) + word] >>> 0).toString(16).padStart(8, '0')).join('')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }

  /** In the order of the texts. */
  compare(one: number, other: number): number {
    for (let word = 0; word < 4; word++) {
      const difference = (this.#words[(one << 2) + word] >>> 0) - (this.#words[(other << 2) + word] >>> 0)
      if (difference !== 0) return difference
    }
    return 0
  }

  /** Gives back what growing took in advance. */
  trim(): void {
    this.#words = this.#words.slice(0, 4 * this.#size)
    this.#rehash(tight(this.#size))
  }

  #place(number: number, hash: number): void {
    let slot = ((hash >>> 0) * this.#scale) | 0
    while (this.#slots[slot] !== none) slot = slot + 1 === this.#slots.length ? 0 : slot + 1
    this.#slots[slot] = (hash << this.#bits) | number
  }

  #emptied(length: number): Int32Array<ArrayBuffer> {
    this.#bits = 32 - Math.clz32(length)
    this.#scale = length / 2 ** 32
    return new Int32Array(length).fill(none)
  }

  #rehash(length: number): void {
    this.#slots = this.#emptied(length)
    const known = this.#words
    for (let at = 0; at < 4 * this.#size; at += 4) this.#place(at >> 2, hashOf(known[at], known[at + 1], known[at + 2], known[at + 3]))
  }
}

const roomy = (ids: number) => Math.max(16, ids * 2)
const tight = (ids: number) => Math.max(16, Math.ceil(ids * 1.4))

/** Version 7 ids are random in their last 62 bits; ids of other making are mixed all the same. */
function hashOf(w0: number, w1: number, w2: number, w3: number): number {
  const mixed = Math.imul(w3 ^ Math.imul(w1, 0x85eb_ca6b), 0x9e37_79b1) ^ Math.imul(w2 ^ w0, 0xc2b2_ae35)
  return Math.imul(mixed ^ (mixed >>> 15), 0x2545_f491)
}

/** Reads up to four ids into the places 0 to 3, before the first is looked up: memory is then waited for once, not once for each. */
export function readIds(first: string, second: string, third: string | undefined, fourth: string | undefined): void {
  readId(first, 0)
  readId(second, 1)
  readId(third, 2)
  readId(fourth, 3)
}

/** Reads an id of the form 8-4-4-4-12 into a place. */
function readId(text: string | undefined, place: number): void {
  isId[place] = 0
  if (text === undefined || text.length !== 36) return
  const a = quad(text, 0)
  const b = quad(text, 4)
  const c = quad(text, 9)
  const d = quad(text, 14)
  const e = quad(text, 19)
  const f = quad(text, 24)
  const g = quad(text, 28)
  const h = quad(text, 32)
  const dashes = (text.charCodeAt(8) ^ 45) | (text.charCodeAt(13) ^ 45) | (text.charCodeAt(18) ^ 45) | (text.charCodeAt(23) ^ 45)
  if (dashes !== 0 || (a | b | c | d | e | f | g | h) < 0) return
  const w0 = (a << 16) | b
  const w1 = (c << 16) | d
  const w2 = (e << 16) | f
  const w3 = (g << 16) | h
  const from = place << 2
  words[from] = w0
  words[from + 1] = w1
  words[from + 2] = w2
  words[from + 3] = w3
  hashes[place] = hashOf(w0, w1, w2, w3)
  isId[place] = 1
}

/** Four hexadecimal digits; negative when one is none. */
function quad(text: string, at: number): number {
  return (
    (digits[text.charCodeAt(at)] << 12) |
    (digits[text.charCodeAt(at + 1)] << 8) |
    (digits[text.charCodeAt(at + 2)] << 4) |
    digits[text.charCodeAt(at + 3)]
  )
}

/** Of every character that there is, its value as a digit in lower case, or -1: no bounds to check, no branch to take. */
function digitTable(): Int8Array {
  const table = new Int8Array(65_536).fill(-1)
  const hexadecimal = '0123456789abcdef'
  for (let value = 0; value < 16; value++) table[hexadecimal.charCodeAt(value)] = value
  return table
}
