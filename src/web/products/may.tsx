// What one may do on a screen, as the server says. What a partner might expect is shown disabled, with the right that is missing and who
// could give it; in the own Manager what the role does not allow is left out.
import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { RightId } from '../../domain/rights/catalogue.ts'
import type { rightsHere } from '../../server/authorization/contract.ts'
import { usePlace } from '../place.ts'
import { type Translate, useTexts } from '../texts.tsx'

export type RightsHere = z.output<z.ZodObject<typeof rightsHere>>

export type May = {
  readonly allows: (right: RightId) => boolean
  /** Whether to show the control at all. */
  readonly shows: (right: RightId) => boolean
  /** Why not, in a sentence; undefined where it is allowed. */
  readonly why: (right: RightId) => string | undefined
  /** The same in a few words, for a menu. */
  readonly whyInShort: (right: RightId) => string | undefined
}

export function useMay(rights: RightsHere): May {
  const t = useTexts()
  const acting = usePlace().kind === 'acting'
  const allows = (right: RightId) => rights.may.includes(right)
  return {
    allows,
    shows: (right) => acting || allows(right),
    why: (right) => whyNot(t, 'products.missing', rights, right),
    whyInShort: (right) => whyNot(t, 'products.missing.short', rights, right),
  }
}

function whyNot(t: Translate, text: string, { missing }: RightsHere, right: RightId): string | undefined {
  const found = missing.find((one) => one.right === right)
  if (!found) return undefined
  const by = byCode[found.code] ?? whatIsMissing[found.givenBy] ?? 'other'
  return t(text, { by, right: t(`rights.${right}.name`) })
}

/** What is said of its own accord. */
const byCode: Readonly<Partial<Record<RightsHere['missing'][number]['code'], string>>> = {
  second_factor: 'second_factor',
  granter_secured: 'granter_secured',
  sensitive_not_suspended: 'sensitive_suspended',
}

/** What must be done for the right to work, by who can do it. */
const whatIsMissing: Readonly<Partial<Record<RightsHere['missing'][number]['givenBy'], string>>> = {
  customer_legal_representative: 'grant',
  partner_administrator: 'assignment',
  own_administrator: 'role',
  time: 'time',
}

/** A control that needs a right. */
export function Gate({ rights, right, children }: { rights: RightsHere; right: RightId; children: (disabled: boolean) => ReactNode }) {
  const may = useMay(rights)
  return may.shows(right) ? children(!may.allows(right)) : null
}

/** Says once for a part of a screen what is disabled in it, and why. */
export function WhyNot({ rights, wanted }: { rights: RightsHere; wanted: readonly RightId[] }) {
  const may = useMay(rights)
  const reasons = wanted.flatMap((right) => (may.shows(right) ? (may.why(right) ?? []) : []))
  if (reasons.length === 0) return null
  return (
    <ul className="flex flex-col gap-1.5 text-sm text-muted">
      {reasons.map((reason) => (
        <li key={reason} className="flex items-start gap-2">
          <Lock aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-faint" />
          <span className="max-w-prose">{reason}</span>
        </li>
      ))}
    </ul>
  )
}
