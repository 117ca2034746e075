// What a console may ask about: the families it serves, entering organisations, and whole organisations where it was registered for them.
import { type Right, rightsCatalogue } from '../../domain/rights/catalogue.ts'
import { organisationScope } from '../../live-index/for-families.ts'

export const subjectTypes: readonly string[] = ['person', 'user']

/** Of a resource type: the actions by the names they are asked and told by. */
export type ServedType = {
  readonly kind: 'product' | 'organisation' | 'partnership'
  /** Every name under which an action may be asked, and the action of the domain. */
  readonly actions: ReadonlyMap<string, string>
  /** Each action once, by the name it is told by. */
  readonly names: readonly string[]
}

export type Served = {
  readonly consoleId: string
  readonly families: ReadonlySet<string>
  /** Whether rights on a whole organisation may be asked. */
  readonly wide: boolean
  readonly types: ReadonlyMap<string, ServedType>
}

/** As the catalogue stands now. */
export function servedBy(console: { readonly id: string; readonly families: readonly string[] }): Served {
  const known = new Set<string>(rightsCatalogue.flatMap(({ family }) => family ?? []))
  const families = new Set(console.families.filter((family) => known.has(family)))
  const wide = console.families.includes(organisationScope)
  const types = new Map<string, ServedType>([
    ['organisation', organisationType(wide)],
    ['partnership', typeOf('partnership', [['enter', 'enter']])],
  ])
  for (const family of families) types.set(family, productType(family))
  return { consoleId: console.id, families, wide, types }
}

function productType(family: string): ServedType {
  const own = rightsCatalogue.filter((right) => right.family === family)
  const onAny = rightsCatalogue.filter((right) => right.family === null && right.level === 'product')
  const named = [...own.map((right) => [lastPart(right), right.id] as const), ...onAny.map(({ id }) => [id, id] as const)]
  return typeOf('product', named)
}

function organisationType(wide: boolean): ServedType {
  const onWhole = wide ? rightsCatalogue.filter(({ level }) => level === 'organisation') : []
  return typeOf('organisation', [['enter', 'enter'], ...onWhole.map(({ id }) => [id, id] as const), ['product.order', 'product.order']])
}

function typeOf(kind: ServedType['kind'], named: readonly (readonly [name: string, action: string])[]): ServedType {
  const actions = new Map<string, string>([...named.map(([, action]) => [action, action] as const), ...named])
  return { kind, actions, names: named.map(([name]) => name) }
}

const lastPart = ({ id }: Right) => id.slice(id.lastIndexOf('.') + 1)
