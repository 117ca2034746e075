// The catalogue as numbers: each right and family gets one, and each set of rights that occurs is kept once, as bits.

import { rightsOfRole } from '../domain/authorization/own-rights.ts'
import { roles } from '../domain/organisation.ts'
import { type Family, families, familyViewNeeded, type RightId, rightsCatalogue, viewOf } from '../domain/rights/catalogue.ts'
import { grown } from './columns.ts'

export const unknownRight = -1
/** What a right needs, as a number: another right, nothing, or the `view` of the product's own family. */
export const needsNothing = -1
export const needsView = -2

/** The catalogue as it stands when an index is made. */
export class RightNumbers {
  readonly ids: readonly RightId[] = rightsCatalogue.map(({ id }) => id)
  readonly families: readonly Family[] = [...families]
  /** Of each right: 1 when it concerns products; its family or -1; what it needs; 1 when it is sensitive. */
  readonly ofProducts = Uint8Array.from(rightsCatalogue, ({ level }) => (level === 'product' ? 1 : 0))
  readonly family = Int32Array.from(rightsCatalogue, ({ family }) => (family === null ? -1 : this.families.indexOf(family)))
  readonly needs = Int32Array.from(rightsCatalogue, ({ id, needs }) => this.#needOf(id, needs))
  readonly sensitive = Uint8Array.from(rightsCatalogue, ({ sensitive }) => (sensitive === null ? 0 : 1))
  /** Of each family, its `view`. */
  readonly viewOf = Int32Array.from(this.families, (family) => this.ids.indexOf(viewOf(family)))
  readonly #ofRole = roles.map((role) => Uint8Array.from(this.ids, (id) => (rightsOfRole(role).includes(id) ? 1 : 0)))
  readonly #numbers: ReadonlyMap<string, number> = new Map(this.ids.map((id, number) => [id, number]))
  readonly #familyNumbers: ReadonlyMap<string, number> = new Map(this.families.map((family, number) => [family, number]))

  /** Whether members of that role (a number of `roles`) have the right in the own organisation. */
  isOfRole(role: number, right: number): boolean {
    return this.#ofRole[role][right] === 1
  }

  /** The other right that a right needs, or the right itself when it needs none; unknownRight when that cannot be told without a family. */
  needOf(right: number, family: number): number {
    const needed = this.needs[right]
    if (needed === needsNothing) return right
    if (needed !== needsView) return needed
    return family === -1 ? unknownRight : this.viewOf[family]
  }

  find(right: string): number {
    return this.#numbers.get(right) ?? unknownRight
  }

  findFamily(family: string): number {
    return this.#familyNumbers.get(family) ?? -1
  }

  #needOf(id: RightId, needs: readonly RightId[]): number {
    if (id === familyViewNeeded) return needsView
    const [first, ...others] = needs
    if (others.length > 0) throw new Error(`the index takes one need of a right, and ${id} has ${needs.length}`)
    return first === undefined ? needsNothing : this.ids.indexOf(first)
  }
}

/** Sets of rights by number: rows that hold the same rights share one. Few exist, so none is ever forgotten. */
export class RightSets {
  readonly #width: number
  #bits = new Uint32Array(64)
  readonly #known = new Map<string, number>()

  constructor(rights: number) {
    this.#width = Math.max(1, Math.ceil(rights / 32))
  }

  has(set: number, right: number): boolean {
    return ((this.#bits[set * this.#width + (right >>> 5)] >>> (right & 31)) & 1) === 1
  }

  intern(rights: readonly number[]): number {
    const words = new Array<number>(this.#width).fill(0)
    for (const right of rights) if (right >= 0) words[right >>> 5] = (words[right >>> 5] | (1 << (right & 31))) >>> 0
    const name = words.join()
    const known = this.#known.get(name)
    if (known !== undefined) return known
    const set = this.#known.size
    this.#known.set(name, set)
    this.#bits = grown(this.#bits, (set + 1) * this.#width)
    this.#bits.set(words, set * this.#width)
    return set
  }

  /** The rights of a set, in the catalogue's order. */
  members(set: number): readonly number[] {
    const members: number[] = []
    for (let right = 0; right < this.#width * 32; right++) if (this.has(set, right)) members.push(right)
    return members
  }
}
