// What a customer is about to allow, while it is being chosen: rights with their products, and what was explicitly refused.
import {
  type Family,
  families,
  isSensitive,
  manageOf,
  type RightId,
  rightIds,
  rightOf,
  rightsCatalogue,
  viewOf,
} from '../../domain/rights/catalogue.ts'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import type { GrantedRight, RequestedRight, Scope } from '../../domain/rights/scope.ts'

export type Level = 'no' | 'view' | 'manage'

/** One row of the page: a family, or what concerns the whole organisation, with its steps from No to Manage. */
export type AccessRow = {
  readonly id: Family | 'organisation' | 'people' | 'billing'
  readonly view: RightId
  readonly manage: RightId | null
}

export type Choosing = {
  readonly granted: ReadonlyMap<RightId, readonly Scope[]>
  readonly refused: ReadonlySet<RightId>
  /** The products that a right of the family reaches as soon as it is allowed. */
  readonly reach: Readonly<Record<Family, readonly Scope[]>>
}

export const accessRows = (): readonly AccessRow[] => [
  ...families.map((family): AccessRow => ({ id: family, view: viewOf(family), manage: manageOf(family) ?? null })),
  { id: 'organisation', view: 'organisation.view', manage: null },
  { id: 'people', view: 'members.view', manage: null },
  { id: 'billing', view: 'billing.view', manage: null },
]

/** Null for a matter of the whole organisation. */
export function familyOf({ id }: AccessRow): Family | null {
  return id === 'organisation' || id === 'people' || id === 'billing' ? null : id
}

/** What is decided one by one, below the rows. */
export const sensitiveRights = (): readonly RightId[] => rightsCatalogue.filter(({ id }) => isSensitive(id)).map(({ id }) => id)

const everything: Scope = { kind: 'all', future: true }

/** How the page begins: what is not sensitive is on, sensitive optional rights are off, sensitive required ones unanswered. */
export function startFromRequest(requested: readonly RequestedRight[]): Choosing {
  const ordinary = requested.filter(({ right }) => !isSensitive(right))
  const granted = new Map<RightId, readonly Scope[]>()
  for (const { right } of ordinary) granted.set(right, scopesAsked(requested, right))
  const reach = { ...reachOf([]) }
  for (const family of families) {
    const first = requested.find(({ right }) => rightOf(right).family === family)
    if (first) reach[family] = scopesAsked(requested, first.right)
  }
  return { granted, refused: new Set(), reach }
}

/** As somebody suggested it; what is sensitive begins as it always does, and is switched on by whoever decides. */
export function startFromSuggestion(requested: readonly RequestedRight[], suggested: readonly Suggested[] | undefined): Choosing {
  const start = startFromRequest(requested)
  if (suggested === undefined) return start
  const ordinary = suggested
    .filter(({ right }) => !isSensitive(right))
    .flatMap(({ right, scopes }) => scopes.map((scope) => ({ right, scope })))
  return { ...start, granted: startFromGrant(ordinary).granted }
}

type Suggested = { readonly right: RightId; readonly scopes: readonly Scope[] }

/** What is in force, to be changed. */
export function startFromGrant(rights: readonly GrantedRight[]): Choosing {
  const granted = new Map<RightId, readonly Scope[]>()
  for (const { right, scope } of rights) granted.set(right, [...(granted.get(right) ?? []), scope])
  return { granted, refused: new Set(), reach: reachOf(rights) }
}

export const nothingChosen = (): Choosing => startFromGrant([])

export function levelOf({ granted }: Choosing, row: AccessRow): Level {
  if (row.manage !== null && granted.has(row.manage)) return 'manage'
  return granted.has(row.view) ? 'view' : 'no'
}

export function withLevel(choosing: Choosing, row: AccessRow, level: Level): Choosing {
  if (level === 'no') return without(choosing, row.view)
  const seen = allow(choosing, row.view)
  if (row.manage === null) return seen
  return level === 'manage' ? allow(seen, row.manage) : without(seen, row.manage)
}

/** Yes, no, or not answered yet. */
export function answerTo({ granted, refused }: Choosing, right: RightId): boolean | null {
  if (granted.has(right)) return true
  return refused.has(right) ? false : null
}

/** Allows a right together with what it needs, or refuses it. */
export function withAnswer(choosing: Choosing, right: RightId, allowed: boolean): Choosing {
  if (!allowed) return without(choosing, right)
  return [...rightOf(right).needs, right].reduce(allow, choosing)
}

/** Which products the rights of a family reach. No product at all is no right at all. */
export function withReach(choosing: Choosing, family: Family, scopes: readonly Scope[]): Choosing {
  const granted = new Map(choosing.granted)
  for (const right of granted.keys()) if (rightOf(right).family === family) granted.set(right, scopes)
  return { ...choosing, granted, reach: { ...choosing.reach, [family]: scopes } }
}

/** The rights as rows; a right on a family of which no product was chosen is none. */
export function rightsOf({ granted }: Choosing): readonly GrantedRight[] {
  return rightIds.flatMap((right) => (granted.get(right) ?? []).map((scope) => ({ right, scope })))
}

/** The same for an answer: each right once, with all its scopes. */
export function scopesByRight({ granted }: Choosing): { right: RightId; scopes: Scope[] }[] {
  return rightIds.flatMap((right) => {
    const scopes = granted.get(right) ?? []
    return scopes.length === 0 ? [] : [{ right, scopes: [...scopes] }]
  })
}

export type Tally = { readonly asked: number; readonly given: number; readonly more: number }

/** How many of the rights asked for are given, and how many others. */
export function tally(choosing: Choosing, requested: readonly { readonly right: RightId }[]): Tally {
  const asked = new Set(rightsIn(requested))
  const given = rightsIn(rightsOf(choosing))
  return {
    asked: asked.size,
    given: given.filter((right) => asked.has(right)).length,
    more: given.filter((right) => !asked.has(right)).length,
  }
}

function allow(choosing: Choosing, right: RightId): Choosing {
  const granted = new Map(choosing.granted)
  const refused = new Set(choosing.refused)
  if (!granted.has(right)) granted.set(right, scopesFor(choosing, right))
  refused.delete(right)
  return { ...choosing, granted, refused }
}

/** Takes away a right and what needs it; deleting products ends with the last family one may see. */
function without(choosing: Choosing, right: RightId): Choosing {
  const granted = new Map(choosing.granted)
  const refused = new Set(choosing.refused)
  const gone = rightsCatalogue.filter(({ id, needs }) => id === right || needs.includes(right)).map(({ id }) => id)
  for (const id of gone) granted.delete(id)
  if (!families.some((family) => granted.has(viewOf(family))) && granted.delete('product.delete')) gone.push('product.delete')
  for (const id of gone) if (isSensitive(id)) refused.add(id)
  return { ...choosing, granted, refused }
}

function scopesFor({ reach }: Choosing, right: RightId): readonly Scope[] {
  const { level, family } = rightOf(right)
  if (level === 'organisation') return [{ kind: 'organisation' }]
  return family === null ? [everything] : reach[family]
}

function scopesAsked(requested: readonly RequestedRight[], right: RightId): readonly Scope[] {
  if (rightOf(right).level === 'organisation') return [{ kind: 'organisation' }]
  const concrete = requested.filter((row) => row.right === right).flatMap(({ scope }) => (scope.kind === 'customer_chooses' ? [] : [scope]))
  return concrete.length === 0 ? [everything] : concrete
}

function reachOf(rights: readonly GrantedRight[]): Record<Family, readonly Scope[]> {
  const of = (family: Family): readonly Scope[] => {
    const scopes = rights.filter(({ right }) => right === viewOf(family)).map(({ scope }) => scope)
    return scopes.length === 0 ? [everything] : scopes
  }
  return Object.fromEntries(families.map((family) => [family, of(family)])) as Record<Family, readonly Scope[]>
}
