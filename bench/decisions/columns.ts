// What the generated world is made of: seeded chance, and columns of numbers.

/** Members of each of several things: those of `i` are `items[start[i]]` up to, without, `items[start[i + 1]]`. */
export type Lists = { readonly start: Int32Array; readonly items: Int32Array }

export type Chance = {
  /** From 0 up to, without, 1. */
  readonly next: () => number
  /** From 0 up to, without, `count`. */
  readonly below: (count: number) => number
  readonly happens: (probability: number) => boolean
}

/** The same numbers for the same seed (mulberry32). */
export function seeded(seed: number): Chance {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return { next, below: (count) => Math.floor(next() * count), happens: (probability) => next() < probability }
}

/** The number at a place that is known to be there. */
export function at(column: { readonly [index: number]: number }, index: number): number {
  return column[index] as number
}

export function itemsOf({ start, items }: Lists, index: number): Int32Array {
  return items.subarray(at(start, index), at(start, index + 1))
}

/** Which things (0 … count - 1) belong to each owner; an owner below 0 is none. */
export function listsByOwner(owners: Int32Array, ownerCount: number): Lists {
  const start = new Int32Array(ownerCount + 1)
  for (const owner of owners) if (owner >= 0) start[owner + 1] = at(start, owner + 1) + 1
  for (let owner = 0; owner < ownerCount; owner++) start[owner + 1] = at(start, owner + 1) + at(start, owner)
  const next = start.slice()
  const items = new Int32Array(at(start, ownerCount))
  owners.forEach((owner, thing) => {
    if (owner < 0) return
    items[at(next, owner)] = thing
    next[owner] = at(next, owner) + 1
  })
  return { start, items }
}

/** Columns that are filled one record after the other. */
export class Growing {
  #column: Float64Array
  length = 0

  constructor(capacity: number) {
    this.#column = new Float64Array(capacity)
  }

  push(value: number): void {
    if (this.length === this.#column.length) {
      const wider = new Float64Array(this.#column.length * 2 + 8)
      wider.set(this.#column)
      this.#column = wider
    }
    this.#column[this.length++] = value
  }

  int32(): Int32Array {
    return Int32Array.from(this.#column.subarray(0, this.length))
  }

  float64(): Float64Array {
    return this.#column.slice(0, this.length)
  }
}
