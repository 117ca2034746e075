// The rows of all grants: rights with the same scope and the same period share a row, and rights of the organisation, which have no scope to
// choose, share any row with the same period. About 32 bytes a row.

import type { Scope } from '../domain/rights/scope.ts'
import { Chain, end } from './chains.ts'
import { grown, trimmed } from './columns.ts'
import type { Products } from './products.ts'
import type { GrantedRow } from './records.ts'
import { type RightNumbers, type RightSets, unknownRight } from './right-numbers.ts'

/** A scope in one number: two bits say which kind, one whether later products are included, the rest which family or product. */
export const scopeKinds = ['organisation', 'all', 'family', 'product'] as const satisfies readonly Scope['kind'][]
const [organisation, all, oneFamily] = [0, 1, 2]
const futureBit = 4
const valueShift = 4
/** Set where a right was granted at another moment than the one from which it counts. */
const otherMomentBit = 8

export class Granted {
  readonly byPartnership = new Chain()
  set = new Uint32Array(0)
  scope = new Int32Array(0)
  notBefore = new Float64Array(0)
  notAfter = new Float64Array(0)
  readonly #grantedAt = new Map<number, number>()
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
    return this.byPartnership.bytes + this.#count * (4 + 4 + 16) + this.#grantedAt.size * 40
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
    if (kind > oneFamily) return scope >> valueShift === product
    if (kind === oneFamily && scope >> valueShift !== this.#products.family[product]) return false
    return (scope & futureBit) !== 0 || this.#products.createdAt[product] <= this.grantedAt(row)
  }

  /** Whether a row of that right reaches something not yet there, of that family (or -1: of any). */
  reachesFuture(row: number, right: number, wanted: number): boolean {
    const scope = this.scope[row]
    const kind = scope & 3
    if (kind === organisation || kind > oneFamily || (scope & futureBit) === 0) return false
    const ofRight = this.#rights.family[right]
    const own = ofRight !== end ? ofRight : kind === all ? end : scope >> valueShift
    return own === end || own === wanted
  }

  grantedAt(row: number): number {
    return (this.scope[row] & otherMomentBit) === 0 ? this.notBefore[row] : (this.#grantedAt.get(row) ?? Infinity)
  }

  scopeOf(row: number, right: number): Scope {
    const scope = this.scope[row]
    if (this.#rights.ofProducts[right] === 0) return { kind: 'organisation' }
    const future = (scope & futureBit) !== 0
    switch (scopeKinds[scope & 3]) {
      case 'organisation':
        return { kind: 'organisation' }
      case 'all':
        return { kind: 'all', future }
      case 'family':
        return { kind: 'family', family: this.#rights.families[scope >> valueShift], future }
      case 'product':
        return { kind: 'product', productId: this.#products.ids.text(scope >> valueShift) as never }
    }
  }

  replace(partnership: number, rows: readonly GrantedRow[]): void {
    for (const row of this.byPartnership.takeAll(partnership)) this.#free.push(row)
    for (const same of grouped(rows.filter((row) => this.#fits(row)))) {
      const [{ notBefore, notAfter, grantedAt }] = same
      const row = this.#place()
      this.set[row] = this.#sets.intern(same.map(({ right }) => this.#rights.find(right)))
      this.scope[row] = this.#codeOf(same[0])
      if (grantedAt === notBefore) {
        this.#grantedAt.delete(row)
      } else {
        this.scope[row] |= otherMomentBit
        this.#grantedAt.set(row, grantedAt)
      }
      this.notBefore[row] = notBefore
      this.notAfter[row] = notAfter ?? Infinity
      this.byPartnership.add(partnership, row)
    }
  }

  trim(partnerships: number): void {
    this.byPartnership.trim(partnerships, this.#count)
    this.set = trimmed(this.set, this.#count)
    this.scope = trimmed(this.scope, this.#count)
    this.notBefore = trimmed(this.notBefore, this.#count)
    this.notAfter = trimmed(this.notAfter, this.#count)
  }

  /** As the domain's `fits`: what no grant can hold is not taken in. */
  #fits({ right, scope }: GrantedRow): boolean {
    const number = this.#rights.find(right)
    return number !== unknownRight && (this.#rights.ofProducts[number] === 0) === (scope === 'organisation')
  }

  #place(): number {
    const row = this.#free.pop() ?? this.#count++
    this.set = grown(this.set, row + 1)
    this.scope = grown(this.scope, row + 1)
    this.notBefore = grown(this.notBefore, row + 1)
    this.notAfter = grown(this.notAfter, row + 1)
    return row
  }

  #codeOf({ scope, key, future }: GrantedRow): number {
    const kind = scopeKinds.indexOf(scope) | (future ? futureBit : 0)
    if (scope === 'family') return kind | (this.#rights.findFamily(key) << valueShift)
    return scope === 'product' ? kind | (this.#products.named(key) << valueShift) : kind
  }
}

function grouped(rows: readonly GrantedRow[]): readonly (readonly [GrantedRow, ...GrantedRow[]])[] {
  const groups = new Map<string, [GrantedRow, ...GrantedRow[]]>()
  const ofPeriods = new Map<string, [GrantedRow, ...GrantedRow[]]>()
  const add = (row: GrantedRow, name: string) => {
    const group = groups.get(name) ?? [row]
    if (group[0] !== row) group.push(row)
    groups.set(name, group)
    if (!ofPeriods.has(periodOf(row))) ofPeriods.set(periodOf(row), group)
  }
  for (const row of rows) if (row.scope !== 'organisation') add(row, `${row.scope} ${row.key} ${row.future} ${periodOf(row)}`)
  for (const row of rows) {
    if (row.scope !== 'organisation') continue
    const same = ofPeriods.get(periodOf(row))
    if (same) same.push(row)
    else add(row, periodOf(row))
  }
  return [...groups.values()]
}

const periodOf = ({ notBefore, notAfter, grantedAt }: GrantedRow): string => `${notBefore} ${notAfter} ${grantedAt}`
