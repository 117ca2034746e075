// What a partner is about to ask for, while it is being chosen: rights, how firmly, why, and on which products.
import type { Payer } from '../../../domain/partnership/terms.ts'
import { widestScope } from '../../../domain/rights/asked-rights.ts'
import { type Family, families, isSensitive, type RightId, rightOf } from '../../../domain/rights/catalogue.ts'
import { type PresetId, rightsOfPreset } from '../../../domain/rights/presets.ts'
import { rightsIn, withNeeds } from '../../../domain/rights/rights-set.ts'
import type { RequestedRight, RequestedScope } from '../../../domain/rights/scope.ts'
import {
  type AccessRow,
  accessRows,
  type Choosing,
  type Level,
  levelOf,
  rightsOf,
  startFromGrant,
  withAnswer,
  withLevel,
} from '../../granting/choosing.ts'

/** On which products: chosen by the customer, every one of the kind, or every one there is today. */
export const reaches = ['customer_chooses', 'all_future', 'all_today'] as const
export type Reach = (typeof reaches)[number]
/** How much of a row the partner cannot do without: nothing, the seeing, or everything asked for. */
export type Firmness = 'optional' | 'view' | 'all'

export type Asking = {
  readonly rights: readonly RightId[]
  /** May name rights that are not asked for at the moment: they are firm again when they come back. */
  readonly required: readonly RightId[]
  /** By `reasonKey`; may be empty texts. */
  readonly reasons: Readonly<Partial<Record<RightId, string>>>
  /** What stops working without it, by the same key. */
  readonly withoutIt: Readonly<Partial<Record<RightId, string>>>
  /** By family, or by the right where it has none; what is not named the customer chooses. */
  readonly reach: Readonly<Partial<Record<Family | RightId, Reach>>>
}

export const nothingAsked: Asking = { rights: [], required: [], reasons: {}, withoutIt: {}, reach: {} }

/** The rights as they are sent: what a firm right needs is just as firm, and a row's reason goes with its highest right. */
export function requestedRights(asking: Asking): RequestedRight[] {
  const firm = firmRights(asking)
  return rightsIn(asking.rights.map((right) => ({ right }))).map((right) => ({
    ...withoutItOf(asking, right),
    right,
    scope: scopeOf(asking, right),
    required: firm.has(right),
    reason: wordsOf(asking, asking.reasons, right),
  }))
}

export function withPreset(asking: Asking, preset: PresetId, payer: Payer | null, picked: readonly Family[] = families): Asking {
  return { ...asking, rights: rightsOfPreset(preset, payer, picked) }
}

export function pickedFamilies({ rights }: Asking): readonly Family[] {
  return families.filter((family) => rights.some((right) => rightOf(right).family === family))
}

export function sensitiveIn({ rights }: Asking): readonly RightId[] {
  return rights.filter(isSensitive)
}

export function levelAskedFor(asking: Asking, row: AccessRow): Level {
  return levelOf(choosingOf(asking), row)
}

export function askLevel(asking: Asking, row: AccessRow, level: Level): Asking {
  return asChosen(asking, withLevel(choosingOf(asking), row, level))
}

/** Asks for a right together with what it needs, or no longer for it and for what needs it. */
export function ask(asking: Asking, right: RightId, on: boolean): Asking {
  return asChosen(asking, withAnswer(choosingOf(asking), right, on))
}

export function firmnessOf(asking: Asking, view: RightId, manage: RightId | null): Firmness {
  const firm = firmRights(asking)
  if (firm.has(manage ?? view)) return 'all'
  return firm.has(view) ? 'view' : 'optional'
}

/** What can be chosen: the seeing is not optional while something firm needs it. */
export function firmnessesOf(asking: Asking, view: RightId, manage: RightId | null): readonly Firmness[] {
  const isNeeded = asking.required.some((right) => right !== manage && asking.rights.includes(right) && rightOf(right).needs.includes(view))
  if (manage === null) return isNeeded ? ['all'] : ['optional', 'all']
  return isNeeded ? ['view', 'all'] : ['optional', 'view', 'all']
}

export function withFirmness(asking: Asking, view: RightId, manage: RightId | null, firmness: Firmness): Asking {
  const others = asking.required.filter((right) => right !== view && right !== manage)
  const firm = firmness === 'optional' ? [] : firmness === 'view' || manage === null ? [view] : [view, manage]
  return { ...asking, required: [...others, ...firm] }
}

export function withReason(asking: Asking, key: RightId, reason: string): Asking {
  return { ...asking, reasons: { ...asking.reasons, [key]: reason } }
}

export function saidWithoutIt(asking: Asking, key: RightId, text: string): Asking {
  return { ...asking, withoutIt: { ...asking.withoutIt, [key]: text } }
}

export function reachOf({ reach }: Asking, about: Family | RightId): Reach {
  return reach[about] ?? 'customer_chooses'
}

export function withReach(asking: Asking, about: Family | RightId, reach: Reach): Asking {
  return { ...asking, reach: { ...asking.reach, [about]: reach } }
}

function firmRights({ rights, required }: Asking): ReadonlySet<RightId> {
  return new Set(withNeeds(required.filter((right) => rights.includes(right))))
}

/** The scopes do not matter here: a partner settles them apart. */
function choosingOf({ rights }: Asking): Choosing {
  return startFromGrant(rights.map((right) => ({ right, scope: { kind: 'all', future: true } })))
}

function asChosen(asking: Asking, choosing: Choosing): Asking {
  return { ...asking, rights: rightsIn(rightsOf(choosing)) }
}

function scopeOf(asking: Asking, right: RightId): RequestedScope {
  const { level, family } = rightOf(right)
  const reach = reachOf(asking, family ?? right)
  if (level === 'organisation' || reach === 'customer_chooses') return widestScope(right)
  const future = reach === 'all_future'
  return family === null ? { kind: 'all', future } : { kind: 'family', family, future }
}

function withoutItOf(asking: Asking, right: RightId): Pick<RequestedRight, 'withoutIt'> {
  const withoutIt = wordsOf(asking, asking.withoutIt, right)
  return withoutIt === null ? {} : { withoutIt }
}

function wordsOf({ rights }: Asking, words: Asking['reasons'], right: RightId): string | null {
  const row = accessRows().find(({ view, manage }) => right === view || right === manage)
  const isBelow = row !== undefined && row.manage !== null && right === row.view && rights.includes(row.manage)
  const said = words[row?.view ?? right]?.trim() ?? ''
  return isBelow || said === '' ? null : said
}
