// What was granted: rows of rights that share a scope and a period, 45 % on everything, 40 % on families, 15 % on single products.
import { type Family, families, type RightId, rightsCatalogue } from '../../src/domain/rights/catalogue.ts'
import { dayMs } from '../../src/domain/time.ts'
import { at, type Chance, Growing } from './columns.ts'
import { maskOf } from './right-masks.ts'
import type { Drawn, Pairs } from './world-partnerships.ts'

export type GrantRows = {
  /** Those of a partnership, as in `Lists`. */
  readonly start: Int32Array
  /** A bit for each right of the catalogue. */
  readonly rights: Int32Array
  /** One of `scopes`. */
  readonly scope: Int32Array
  /** The family or the product of the scope; -1 when it needs none. */
  readonly on: Int32Array
  /** Whether products that came later are reached. */
  readonly future: Int32Array
  readonly grantedAt: Float64Array
  readonly notBefore: Float64Array
  readonly notAfter: Float64Array
}

export const scopes = { organisation: 0, all: 1, family: 2, product: 3 } as const

type Times = { readonly notBefore: Float64Array; readonly notAfter: Float64Array }
type Target = { readonly scope: number; readonly on: number; readonly family: Family | null }

const organisationRights = maskOf(['organisation.view'])
const billingRights = maskOf(['organisation.view', 'billing.view'])

export function drawRows(chance: Chance, { size, products, now }: Drawn, partnerships: Pairs & Times): GrantRows {
  const start = new Int32Array(size + 2)
  const columns = growingColumns(size)
  for (let one = 0; one < size; one++) {
    const begun = Math.min(at(partnerships.notBefore, one), now)
    const add = (rights: number, { scope, on }: Target, future: boolean, notAfter: number) => {
      const values = { rights, scope, on, future: future ? 1 : 0, grantedAt: begun, notBefore: at(partnerships.notBefore, one), notAfter }
      for (const [name, value] of Object.entries(values)) columns[name as keyof typeof values].push(value)
    }
    const end = at(partnerships.notAfter, one)
    if (chance.happens(0.6))
      add(chance.happens(0.2) ? billingRights : organisationRights, { scope: scopes.organisation, on: -1, family: null }, false, end)
    const manages = chance.happens(0.75)
    const sensitive = chance.happens(0.35) ? drawSensitive(chance) : undefined
    const future = chance.happens(0.6)
    for (const target of drawTargets(chance, at(partnerships.customer, one), products)) {
      add(maskOf(ordinary(target.family, manages)), target, future, end)
      if (sensitive) add(maskOf(sensitive(target.family)), target, future, Math.min(end, begun + (30 + chance.below(700)) * dayMs))
    }
    start[one + 1] = columns.rights.length
  }
  start[size + 1] = columns.rights.length
  return { start, ...finished(columns) }
}

function drawTargets(chance: Chance, customer: number, products: Drawn['products']): readonly Target[] {
  const kind = chance.next()
  if (kind < 0.45) return [{ scope: scopes.all, on: -1, family: null }]
  const first = at(products.firstOfCustomer, customer)
  const own = Array.from({ length: at(products.firstOfCustomer, customer + 1) - first }, (_, place) => first + place)
  const chosen = own.filter((_, place) => place === 0 || chance.happens(0.4))
  if (kind >= 0.85)
    return chosen.map((product) => ({ scope: scopes.product, on: product, family: families[at(products.family, product)] ?? null }))
  const familiesChosen = new Set(chosen.map((product) => at(products.family, product)))
  return [...familiesChosen].map((family) => ({ scope: scopes.family, on: family, family: families[family] ?? null }))
}

/** To see, and perhaps to manage: of one family, or of all. */
function ordinary(family: Family | null, manages: boolean): readonly RightId[] {
  return rightsCatalogue
    .filter((right) => right.family !== null && (family === null || right.family === family))
    .filter(({ access }) => access === 'view' || (access === 'manage' && manages))
    .map(({ id }) => id)
}

/** Contents, and sometimes ordering or deleting. */
function drawSensitive(chance: Chance): (family: Family | null) => readonly RightId[] {
  const more: readonly RightId[] = chance.happens(0.3) ? ['product.order', 'product.delete'] : []
  return (family) => {
    const contents = rightsCatalogue.filter((right) => right.access === 'content' && (family === null || right.family === family))
    return family === 'domain' ? ['product.order'] : [...contents.map(({ id }) => id), ...more]
  }
}

function growingColumns(size: number) {
  const column = () => new Growing(size * 3)
  return { rights: column(), scope: column(), on: column(), future: column(), grantedAt: column(), notBefore: column(), notAfter: column() }
}

function finished(columns: ReturnType<typeof growingColumns>): Omit<GrantRows, 'start'> {
  return {
    rights: columns.rights.int32(),
    scope: columns.scope.int32(),
    on: columns.on.int32(),
    future: columns.future.int32(),
    grantedAt: columns.grantedAt.float64(),
    notBefore: columns.notBefore.float64(),
    notAfter: columns.notAfter.float64(),
  }
}
