// Sorted lists of row numbers: appended to while loading, sorted once, kept in order afterwards.

import { grown } from './columns.ts'

export type Compare = (one: number, other: number) => number

export class Sorted {
  #items = new Int32Array(0)
  #length = 0
  #settled: boolean
  readonly #compare: Compare

  constructor(compare: Compare, settled: boolean) {
    this.#compare = compare
    this.#settled = settled
  }

  get length(): number {
    return this.#length
  }

  get bytes(): number {
    return this.#items.byteLength
  }

  at(index: number): number {
    return this.#items[index]
  }

  settle(): void {
    this.#items = this.#items.slice(0, this.#length).sort(this.#compare)
    this.#settled = true
  }

  add(item: number): void {
    const at = this.#settled ? this.firstFrom((other) => this.#compare(other, item)) : this.#length
    this.#items = grown(this.#items, this.#length + 1)
    this.#items.copyWithin(at + 1, at, this.#length)
    this.#items[at] = item
    this.#length++
  }

  remove(item: number): void {
    const guess = this.#settled ? this.firstFrom((other) => this.#compare(other, item)) : 0
    const isThere = guess < this.#length && this.#items[guess] === item
    const at = isThere ? guess : this.#items.subarray(0, this.#length).indexOf(item)
    if (at === -1) return
    this.#items.copyWithin(at, at + 1, this.#length)
    this.#length--
  }

  /** The first place whose item does not come before; `order` is negative for items that do. */
  firstFrom(order: (item: number) => number): number {
    let low = 0
    let high = this.#length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (order(this.#items[middle]) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** A sorted list for each number of something: of a partner, a person, a team. */
export class SortedLists {
  readonly #lists = new Map<number, Sorted>()
  readonly #compare: Compare
  #settled = false

  constructor(compare: Compare) {
    this.#compare = compare
  }

  get bytes(): number {
    return [...this.#lists.values()].reduce((sum, { bytes }) => sum + bytes, 0)
  }

  find(key: number): Sorted | undefined {
    return this.#lists.get(key)
  }

  of(key: number): Sorted {
    const known = this.#lists.get(key)
    if (known) return known
    const list = new Sorted(this.#compare, this.#settled)
    this.#lists.set(key, list)
    return list
  }

  /** Sorts one list after the other and yields after each. */
  *settle(): Generator<void> {
    this.#settled = true
    for (const list of this.#lists.values()) {
      list.settle()
      yield
    }
  }
}
