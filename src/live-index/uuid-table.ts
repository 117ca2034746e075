// UUID texts to small numbers and back: 128-bit keys in typed arrays, about 22 bytes an id, open addressing with linear probing.

import { grown } from './columns.ts'

const none = -1
const digits = digitTable()

/** The four words of the id that was read last; module-wide, so that reading one allocates nothing. */
let w0 = 0
let w1 = 0
let w2 = 0
let w3 = 0

export class UuidTable {
  #words: Uint32Array
  #slots: Int32Array
  /** What turns a hash of 32 bits into a slot. */
  #scale: number
  #size = 0

  constructor(expected = 16) {
    this.#words = new Uint32Array(4 * expected)
    this.#slots = new Int32Array(roomy(expected)).fill(none)
    this.#scale = this.#slots.length / 2 ** 32
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
    if (!read(text)) return none
    const words = this.#words
    const slots = this.#slots
    let slot = this.#slotOf(hash())
    for (;;) {
      const number = slots[slot]
      if (number === none) return none
      const at = number << 2
      if (words[at + 3] === w3 && words[at + 2] === w2 && words[at + 1] === w1 && words[at] === w0) return number
      slot = slot + 1 === slots.length ? 0 : slot + 1
    }
  }

  /** The number of an id, given out now if it is new. Throws when the text is no UUID. */
  intern(text: string): number {
    const known = this.find(text)
    if (known !== none) return known
    if (!read(text)) throw new TypeError(`no UUID in lower case: ${text}`)
    if ((this.#size + 1) * 4 > this.#slots.length * 3) this.#rehash(roomy(this.#size + 1))
    const number = this.#size++
    this.#words = grown(this.#words, 4 * (number + 1))
    const at = number << 2
    this.#words[at] = w0
    this.#words[at + 1] = w1
    this.#words[at + 2] = w2
    this.#words[at + 3] = w3
    this.#place(number)
    return number
  }

  text(number: number): string {
    const hex = [0, 1, 2, 3].map((word) => this.#words[(number << 2) + word].toString(16).padStart(8, '0')).join('')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }

  /** In the order of the texts. */
  compare(one: number, other: number): number {
    for (let word = 0; word < 4; word++) {
      const difference = this.#words[(one << 2) + word] - this.#words[(other << 2) + word]
      if (difference !== 0) return difference
    }
    return 0
  }

  /** Gives back what growing took in advance. */
  trim(): void {
    this.#words = this.#words.slice(0, 4 * this.#size)
    this.#rehash(tight(this.#size))
  }

  #place(number: number): void {
    let slot = this.#slotOf(hash())
    while (this.#slots[slot] !== none) slot = slot + 1 === this.#slots.length ? 0 : slot + 1
    this.#slots[slot] = number
  }

  #slotOf(hash: number): number {
    return ((hash >>> 0) * this.#scale) | 0
  }

  #rehash(length: number): void {
    const [k0, k1, k2, k3] = [w0, w1, w2, w3]
    this.#slots = new Int32Array(length).fill(none)
    this.#scale = length / 2 ** 32
    for (let number = 0; number < this.#size; number++) {
      load(this.#words, number)
      this.#place(number)
    }
    w0 = k0
    w1 = k1
    w2 = k2
    w3 = k3
  }
}

const roomy = (ids: number) => Math.max(16, ids * 2)
const tight = (ids: number) => Math.max(16, Math.ceil(ids * 1.4))

function load(words: Uint32Array, number: number): void {
  const at = number << 2
  w0 = words[at]
  w1 = words[at + 1]
  w2 = words[at + 2]
  w3 = words[at + 3]
}

/** Version 7 ids are random in their last 62 bits; ids of other making are mixed all the same. */
function hash(): number {
  const mixed = Math.imul(w3 ^ Math.imul(w1, 0x85eb_ca6b), 0x9e37_79b1) ^ Math.imul(w2 ^ w0, 0xc2b2_ae35)
  return Math.imul(mixed ^ (mixed >>> 15), 0x2545_f491)
}

/** Reads an id of the form 8-4-4-4-12 into the four words; false when it is none. */
function read(text: string): boolean {
  if (text.length !== 36) return false
  const a = quad(text, 0)
  const b = quad(text, 4)
  const c = quad(text, 9)
  const d = quad(text, 14)
  const e = quad(text, 19)
  const f = quad(text, 24)
  const g = quad(text, 28)
  const h = quad(text, 32)
  const dashes = (text.charCodeAt(8) ^ 45) | (text.charCodeAt(13) ^ 45) | (text.charCodeAt(18) ^ 45) | (text.charCodeAt(23) ^ 45)
  if (dashes !== 0 || (a | b | c | d | e | f | g | h) < 0) return false
  w0 = ((a << 16) | b) >>> 0
  w1 = ((c << 16) | d) >>> 0
  w2 = ((e << 16) | f) >>> 0
  w3 = ((g << 16) | h) >>> 0
  return true
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
