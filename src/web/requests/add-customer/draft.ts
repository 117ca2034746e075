// A request while it is being written: everything as typed, kept in this tab until it was sent, and the body that is made of it.

import { z } from 'zod'
import { type Language, languages } from '../../../domain/language.ts'
import { sides } from '../../../domain/organisation.ts'
import { type Payer, spendingPeriods, type Terms, termsUnchanged } from '../../../domain/partnership/terms.ts'
import { presetAsked } from '../../../domain/rights/asked-rights.ts'
import { type Family, families, rightIds } from '../../../domain/rights/catalogue.ts'
import type { PresetId } from '../../../domain/rights/presets.ts'
import { familyName, rightName } from '../../../server/authorization/catalogue-contract.ts'
import { withPayment } from '../../granting/payment-fields.tsx'
import { type Asking, nothingAsked, pickedFamilies, reaches, withPreset } from './asking.ts'

export const currencies = ['CHF', 'EUR'] as const

const asking = z.strictObject({
  rights: z.array(rightName),
  required: z.array(rightName),
  reasons: z.record(z.string(), z.string()),
  withoutIt: z.record(z.string(), z.string()),
  reach: z.partialRecord(z.enum([...families, ...rightIds]), z.enum(reaches)),
})

const draftShape = z.strictObject({
  by: z.enum(['email', 'number']),
  email: z.string(),
  customerNumber: z.string(),
  requestCode: z.string().default(''),
  language: z.enum(languages),
  ownReference: z.string(),
  listName: z.string(),
  /** Who of the own people gets the customer once it grants, and its tags, parted by commas. */
  people: z.array(z.string()),
  teams: z.array(z.string()),
  tags: z.string(),
  /** The own template it was begun from; adjusted, it is sent as rights of its own. */
  template: z.strictObject({ id: z.string(), name: z.string(), version: z.int(), isAdjusted: z.boolean() }).nullable(),
  asking,
  /** The families of the preset that leaves them to the partner. */
  picked: z.array(familyName),
  /** What was last chosen one by one, to come back to after a preset was tried. */
  custom: z.array(rightName).nullable(),
  payer: z.enum(sides).nullable(),
  limit: z.string(),
  currency: z.enum(currencies),
  period: z.enum(spendingPeriods),
  end: z.enum(['none', 'on', 'after']),
  lastDay: z.string(),
  days: z.string(),
  validityDays: z.string(),
  /** The same body is sent under the same key, so that it is sent once however often it is asked for. */
  sending: z.strictObject({ key: z.string(), body: z.string() }).nullable(),
})
export type Draft = z.output<typeof draftShape>

export function emptyDraft(language: Language): Draft {
  return {
    ...{
      by: 'email',
      email: '',
      customerNumber: '',
      requestCode: '',
      language,
      ownReference: '',
      listName: '',
      people: [],
      teams: [],
      tags: '',
    },
    template: null,
    ...{ asking: mutable(withPreset(nothingAsked, 'limited', null)), picked: [...families], custom: null },
    ...{ payer: null, limit: '', currency: 'CHF', period: 'month' },
    ...{ end: 'none', lastDay: '', days: '365', validityDays: '30', sending: null },
  }
}

/** The draft of that text, or undefined when it is none (any more). */
export function readDraft(text: string | null): Draft | undefined {
  try {
    return text === null ? undefined : draftShape.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

export function presetIn({ asking: { rights }, payer }: Draft): PresetId | null {
  return presetAsked(rights, payer)
}

/** The asking changed one by one. */
export function withAsking(draft: Draft, changed: Asking): Draft {
  const template = draft.template && { ...draft.template, isAdjusted: true }
  const next = { ...draft, template, asking: mutable(changed) }
  if (template) return next
  return presetIn(next) === null ? { ...next, custom: [...changed.rights] } : next
}

export function choosePreset(draft: Draft, preset: PresetId): Draft {
  return expand(draft, preset, preset === 'limited' ? draft.picked : families)
}

export function pickFamilies(draft: Draft, preset: PresetId, picked: readonly Family[]): Draft {
  return expand(preset === 'limited' ? { ...draft, picked: [...picked] } : draft, preset, picked)
}

/** Whoever pays needs nobody else's payment method; a preset stays the preset it was. */
export function choosePayer(draft: Draft, payer: Payer | null): Draft {
  const preset = draft.template === null ? presetIn(draft) : null
  if (preset !== null) return expand({ ...draft, payer }, preset, pickedFamilies(draft.asking))
  const rights = payer === 'partner' ? draft.asking.rights.filter((right) => right !== 'billing.pay') : draft.asking.rights
  if (rights.length === draft.asking.rights.length) return { ...draft, payer }
  return withAsking({ ...draft, payer }, { ...draft.asking, rights })
}

/** Undefined while the limit cannot be read. */
export function limitIn({ payer, limit, currency, period }: Draft): Terms['spendingLimit'] | undefined {
  return withPayment(termsUnchanged, { payer, methodId: null, limit, currency, period })?.spendingLimit
}

export function recipientOf({ by, email, customerNumber }: Draft): string {
  return by === 'email' ? email.trim() : customerNumber.trim().toUpperCase()
}

function expand(draft: Draft, preset: PresetId, picked: readonly Family[]): Draft {
  return { ...draft, asking: mutable(withPreset(draft.asking, preset, draft.payer, picked)) }
}

export function mutable({ rights, required, reasons, withoutIt, reach }: Asking): Draft['asking'] {
  return { rights: [...rights], required: [...required], reasons: { ...reasons }, withoutIt: { ...withoutIt }, reach: { ...reach } }
}
