// A question as it comes from outside: ids are any text, and what names nothing is denied. How it becomes a question of the domain.

import type { MissingCode } from '../domain/authorization/decision.ts'
import { missingCodes } from '../domain/authorization/decision.ts'

export type Asked = {
  readonly person: string
  /** A right of the catalogue, or `enter`. */
  readonly action: string
  /** Where; without it, the product's owner, or the customer of the visit or partnership. */
  readonly organisation?: string | undefined
  readonly product?: string | undefined
  /** The family the product must be of; without a product, that of what is to be ordered. */
  readonly family?: string | undefined
  /** On behalf of a customer, in this visit and its session. */
  readonly visit?: string | undefined
  /** On behalf of a customer, in no visit in particular: for searches. Counts only without `visit`. */
  readonly partnership?: string | undefined
  /** The person's own membership, in this session. Counts only without `visit` and `partnership`. */
  readonly session?: string | undefined
}

/** Allowed; otherwise one more than the place of the missing code in `missingCodes`. */
export const allowed = 0
export const codeOf = (missing: MissingCode): number => missingCodes.indexOf(missing) + 1
/** The code of each thing that can be missing. */
export const missing = Object.fromEntries(missingCodes.map((code) => [code, codeOf(code)])) as Readonly<Record<MissingCode, number>>
export const missingOf = (code: number): MissingCode => missingCodes[code - 1]

/** An answer: 0 or what is missing, and, when allowed, until when at most, unless a fact changes (Infinity: no end). */
export type Verdict = { readonly code: number; readonly validUntil: number }
