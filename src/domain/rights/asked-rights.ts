// What a partner asks for when it picks a preset, and which preset a list of asked rights is.

import type { Payer } from '../partnership/terms.ts'
import { type Family, families, type RightId, rightOf } from './catalogue.ts'
import { type PresetId, presets, rightsOfPreset } from './presets.ts'
import type { RequestedRight, RequestedScope } from './scope.ts'

/** The preset as rights, all optional and without a reason; which products they reach, the customer chooses. */
export function askedByPreset(preset: PresetId, payer: Payer | null, picked: readonly Family[] = families): readonly RequestedRight[] {
  return rightsOfPreset(preset, payer, picked).map((right) => ({ right, scope: widestScope(right), required: false, reason: null }))
}

/** The scope one asks for without knowing what the customer owns. */
export function widestScope(right: RightId): RequestedScope {
  return rightOf(right).level === 'organisation' ? { kind: 'organisation' } : { kind: 'customer_chooses' }
}

/** The preset that is exactly these rights, whichever families were picked; null when they were chosen one by one. */
export function presetAsked(rights: readonly RightId[], payer: Payer | null): PresetId | null {
  const asked = new Set(rights)
  const picked = families.filter((family) => rights.some((right) => rightOf(right).family === family))
  const isSame = (wanted: readonly RightId[]) => wanted.length === asked.size && wanted.every((right) => asked.has(right))
  return presets.find((preset) => isSame(rightsOfPreset(preset, payer, picked))) ?? null
}
