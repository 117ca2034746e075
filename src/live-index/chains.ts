// Which things belong to which: chains of row numbers in columns, for things of one owner and for things between two.

import { grown, trimmed } from './columns.ts'

export const end = -1

/** Things that each belong to one group: the products of an owner, the rows of a grant. A thing costs 4 bytes, a group 4. */
export class Chain {
  #first = new Int32Array(0).fill(end)
  #next = new Int32Array(0).fill(end)

  get bytes(): number {
    return this.#first.byteLength + this.#next.byteLength
  }

  first(group: number): number {
    return group < this.#first.length ? this.#first[group] : end
  }

  next(item: number): number {
    return this.#next[item]
  }

  add(group: number, item: number): void {
    this.#first = filled(this.#first, group + 1)
    this.#next = filled(this.#next, item + 1)
    this.#next[item] = this.#first[group]
    this.#first[group] = item
  }

  remove(group: number, item: number): void {
    if (this.first(group) === item) {
      this.#first[group] = this.#next[item]
      return
    }
    let before = this.first(group)
    while (before !== end && this.#next[before] !== item) before = this.#next[before]
    if (before !== end) this.#next[before] = this.#next[item]
  }

  /** All of a group, and the group is empty afterwards. */
  takeAll(group: number): readonly number[] {
    const items = [...this.items(group)]
    if (group < this.#first.length) this.#first[group] = end
    return items
  }

  *items(group: number): Generator<number> {
    for (let item = this.first(group); item !== end; item = this.#next[item]) yield item
  }

  trim(groups: number, items: number): void {
    this.#first = trimmed(this.#first, groups)
    this.#next = trimmed(this.#next, items)
  }
}

/** Things between two, each with a number: who is a member of what, and in which role. */
export class Links {
  readonly byLeft = new Chain()
  readonly byRight = new Chain()
  left = new Int32Array(0)
  right = new Int32Array(0)
  value = new Uint8Array(0)
  #count = 0
  readonly #free: number[] = []

  get bytes(): number {
    return this.byLeft.bytes + this.byRight.bytes + this.left.byteLength + this.right.byteLength + this.value.byteLength
  }

  find(left: number, right: number): number {
    for (let row = this.byLeft.first(left); row !== end; row = this.byLeft.next(row)) if (this.right[row] === right) return row
    return end
  }

  add(left: number, right: number, value: number): void {
    const row = this.#free.pop() ?? this.#count++
    this.left = grown(this.left, row + 1)
    this.right = grown(this.right, row + 1)
    this.value = grown(this.value, row + 1)
    this.left[row] = left
    this.right[row] = right
    this.value[row] = value
    this.byLeft.add(left, row)
    this.byRight.add(right, row)
  }

  remove(row: number): void {
    this.byLeft.remove(this.left[row], row)
    this.byRight.remove(this.right[row], row)
    this.#free.push(row)
  }

  /** Leaves `left` with exactly these, and touches only what differs. */
  replace(left: number, wanted: ReadonlyMap<number, number>): void {
    for (const row of [...this.byLeft.items(left)]) {
      const value = wanted.get(this.right[row])
      if (value === undefined) this.remove(row)
      else this.value[row] = value
    }
    for (const [right, value] of wanted) if (this.find(left, right) === end) this.add(left, right, value)
  }

  trim(lefts: number, rights: number): void {
    this.byLeft.trim(lefts, this.#count)
    this.byRight.trim(rights, this.#count)
    this.left = trimmed(this.left, this.#count)
    this.right = trimmed(this.right, this.#count)
    this.value = trimmed(this.value, this.#count)
  }
}

function filled(column: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  if (length <= column.length) return column
  const longer = grown(column, length)
  longer.fill(end, column.length)
  return longer
}
