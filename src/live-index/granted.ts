// The rows of all grants: rights with the same scope and the same period share a row. About 36 bytes a row.

import type { Scope } from '../domain/rights/scope.ts'
import { Chain, end } from './chains.ts'
import { grown, trimmed } from './columns.ts'
import type { Products } from './products.ts'
import type { GrantedRow } from './records.ts'
import type { RightNumbers, RightSets } from './right-numbers.ts'

/** A scope in one number: two bits say which kind, one whether later products are included, the rest which family or product. */
export const scopeKinds = ['organisation', 'all', 'family', 'product'] as const satisfies readonly Scope['kind'][]
const [organisation, all, oneFamily] = [0, 1, 2]
const futureBit = 4

export class Granted {
  readonly byPartnership = new Chain()
  set = new Uint32Array(0)
  scope = new Int32Array(0)
  notBefore = new Float64Array(0)
  notAfter = new Float64Array(0)
  grantedAt = new Float64Array(0)
  readonly #sets: RightSets
  readonly #rights: RightNumbers
  readonly #products: Products
  readonly #free: number[] = []
  #count = 0

  constructor(rights: RightNumbers, sets: RightSets, products: Products) {
    this.#rights = rights
    this.#sets = sets
    this.#products = products
  }

  get bytes(): number {
    return this.byPartnership.bytes + this.#count * (4 + 4 + 24)
  }

  /** Whether a row holds a right. */
  holds(row: number, right: number): boolean {
    return this.#sets.has(this.set[row], right)
  }

  rightsOf(row: number): readonly number[] {
    return this.#sets.members(this.set[row])
  }

  /** Whether a row of a right of that family (or -1: of any) reaches a product. */
  reaches(row: number, product: number, family: number): boolean {
    if (family !== end && family !== this.#products.family[product]) return false
    const scope = this.scope[row]
    const kind = scope & 3
    if (kind === organisation) return false
    if (kind > oneFamily) return scope >> 3 === product
    if (kind === oneFamily && scope >> 3 !== this.#products.family[product]) return false
    return (scope & futureBit) !== 0 || this.#products.createdAt[product] <= this.grantedAt[row]
  }

  /** Whether a row of that right reaches something not yet there, of that family (or -1: of any). */
  reachesFuture(row: number, right: number, wanted: number): boolean {
    const scope = this.scope[row]
    const kind = scope & 3
    if (kind === organisation || kind > oneFamily || (scope & futureBit) === 0) return false
    const ofRight = this.#rights.family[right]
    const own = ofRight !== end ? ofRight : kind === all ? end : scope >> 3
    return own === end || own === wanted
  }

  isOfOrganisation(row: number): boolean {
    return (this.scope[row] & 3) === organisation
  }

  scopeOf(row: number): Scope {
    const scope = this.scope[row]
    const future = (scope & futureBit) !== 0
    switch (scopeKinds[scope & 3]) {
      case 'organisation':
        return { kind: 'organisation' }
      case 'all':
        return { kind: 'all', future }
      case 'family':
        return { kind: 'family', family: this.#rights.families[scope >> 3], future }
      case 'product':
        return { kind: 'product', productId: this.#products.ids.text(scope >> 3) as never }
    }
  }

  replace(partnership: number, rows: readonly GrantedRow[]): void {
    this.#free.push(...this.byPartnership.takeAll(partnership))
    for (const same of grouped(rows)) {
      const [{ notBefore, notAfter, grantedAt }] = same
      const row = this.#place()
      this.set[row] = this.#sets.intern(same.map(({ right }) => this.#rights.find(right)))
      this.scope[row] = this.#codeOf(same[0])
      this.notBefore[row] = notBefore
      this.notAfter[row] = notAfter ?? Infinity
      this.grantedAt[row] = grantedAt
      this.byPartnership.add(partnership, row)
    }
  }

  trim(partnerships: number): void {
    this.byPartnership.trim(partnerships, this.#count)
    this.set = trimmed(this.set, this.#count)
    this.scope = trimmed(this.scope, this.#count)
    this.notBefore = trimmed(this.notBefore, this.#count)
    this.notAfter = trimmed(this.notAfter, this.#count)
    this.grantedAt = trimmed(this.grantedAt, this.#count)
  }

  #place(): number {
    const row = this.#free.pop() ?? this.#count++
    this.set = grown(this.set, row + 1)
    this.scope = grown(this.scope, row + 1)
    this.notBefore = grown(this.notBefore, row + 1)
    this.notAfter = grown(this.notAfter, row + 1)
    this.grantedAt = grown(this.grantedAt, row + 1)
    return row
  }

  #codeOf({ scope, key, future }: GrantedRow): number {
    const kind = scopeKinds.indexOf(scope) | (future ? futureBit : 0)
    if (scope === 'family') return kind | (this.#rights.findFamily(key) << 3)
    return scope === 'product' ? kind | (this.#products.named(key) << 3) : kind
  }
}

function grouped(rows: readonly GrantedRow[]): readonly (readonly [GrantedRow, ...GrantedRow[]])[] {
  const groups = new Map<string, [GrantedRow, ...GrantedRow[]]>()
  for (const row of rows) {
    const { scope, key, future, notBefore, notAfter, grantedAt } = row
    const name = `${scope} ${key} ${future} ${notBefore} ${notAfter} ${grantedAt}`
    const group = groups.get(name)
    if (group) group.push(row)
    else groups.set(name, [row])
  }
  return [...groups.values()]
}
