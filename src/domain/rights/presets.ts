// Presets: rights ready to choose. They are expanded into rights when a request is sent and mean nothing afterwards.

import type { Payer } from '../partnership/terms.ts'
import { type Family, families, type Right, type RightId, rightOf, rightsCatalogue } from './catalogue.ts'

export const presets = ['full', 'limited', 'read_only', 'billing_only'] as const
export type PresetId = (typeof presets)[number]

/**
 * The rights of a preset. `families` picks product families (default: all) and concerns family rights only;
 * when the partner pays, nobody needs the customer's payment method, so `billing.pay` is left out.
 */
export function rightsOfPreset(preset: PresetId, payer: Payer | null, picked: readonly Family[] = families): readonly RightId[] {
  return rightsCatalogue
    .filter(({ family }) => family === null || picked.includes(family))
    .map(({ id }) => id)
    .filter((id) => isInPreset[preset](rightOf(id)))
    .filter((id) => id !== 'billing.pay' || payer !== 'partner')
}

/** The preset that grants exactly these rights, or null when they were chosen one by one. */
export function presetOf(rights: readonly RightId[], payer: Payer | null): PresetId | null {
  return presets.find((preset) => isSame(rightsOfPreset(preset, payer), rights)) ?? null
}

const forBilling: readonly RightId[] = ['organisation.view', 'billing.view', 'billing.manage', 'billing.pay']
const isInPreset: Readonly<Record<PresetId, (right: Right) => boolean>> = {
  full: () => true,
  limited: ({ id, access }) => id === 'organisation.view' || access === 'view' || access === 'manage',
  read_only: ({ id, family, access }) => (family === null ? id.endsWith('.view') : access === 'view'),
  billing_only: ({ id }) => forBilling.includes(id),
}

function isSame(some: readonly RightId[], others: readonly RightId[]): boolean {
  const wanted = new Set(others)
  return wanted.size === some.length && some.every((right) => wanted.has(right))
}
