// Products in memory: whose each is, of which family, and since when it exists.

import { Chain, end } from './chains.ts'
import { grown, trimmed } from './columns.ts'
import type { ProductRecord } from './records.ts'
import type { RightNumbers } from './right-numbers.ts'
import { UuidTable } from './uuid-table.ts'

export class Products {
  readonly ids = new UuidTable()
  readonly byOwner = new Chain()
  /** The owner, or -1 for what is named by a grant and is not there. */
  owner = new Int32Array(0)
  family = new Uint8Array(0)
  createdAt = new Float64Array(0)
  readonly #organisations: UuidTable
  readonly #rights: RightNumbers

  constructor(organisations: UuidTable, rights: RightNumbers) {
    this.#organisations = organisations
    this.#rights = rights
  }

  get bytes(): number {
    return this.ids.bytes + this.byOwner.bytes + this.owner.byteLength + this.family.byteLength + this.createdAt.byteLength
  }

  isThere(product: number): boolean {
    return product !== end && this.owner[product] !== end
  }

  /** The number of a product that a grant names, whether or not it is there. */
  named(id: string): number {
    const known = this.ids.find(id)
    if (known !== end) return known
    const product = this.ids.intern(id)
    this.owner = grown(this.owner, product + 1)
    this.family = grown(this.family, product + 1)
    this.createdAt = grown(this.createdAt, product + 1)
    this.owner[product] = end
    return product
  }

  put(key: string, record: ProductRecord | null): void {
    if (record === null && this.ids.find(key) === end) return
    const product = this.named(key)
    const owner = record === null ? end : this.#organisations.intern(record.ownerId)
    const before = this.owner[product]
    if (before !== owner) {
      if (before !== end) this.byOwner.remove(before, product)
      if (owner !== end) this.byOwner.add(owner, product)
      this.owner[product] = owner
    }
    if (record === null) return
    this.family[product] = this.#rights.findFamily(record.family)
    this.createdAt[product] = record.createdAt
  }

  trim(): void {
    this.ids.trim()
    this.byOwner.trim(this.#organisations.size, this.ids.size)
    this.owner = trimmed(this.owner, this.ids.size)
    this.family = trimmed(this.family, this.ids.size)
    this.createdAt = trimmed(this.createdAt, this.ids.size)
  }
}
