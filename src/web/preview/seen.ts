// What a preview knows, as the server decided it, and which words say why something is hidden.
import type { z } from 'zod'
import type { MissingCode } from '../../domain/authorization/decision.ts'
import type { previewAccess } from '../../server/partners/contract.ts'

export type Seen = z.output<typeof previewAccess.answer>

const reasons = {
  not_granted: ['right_granted', 'scope', 'right_not_over', 'right_exists', 'grant_not_over', 'partnership_active', 'partnership'],
  not_assigned: ['assignment', 'assigned_right'],
  not_yet: ['grant_started', 'right_started'],
  not_admitted: ['admitted_by_name'],
  not_secured: ['granter_secured'],
  needs_other: ['needed_right'],
} as const satisfies Readonly<Record<string, readonly MissingCode[]>>
export type Reason = keyof typeof reasons | 'other'

export function reasonOf(code: MissingCode): Reason {
  const found = Object.entries(reasons).find(([, codes]) => (codes as readonly MissingCode[]).includes(code))
  return (found?.[0] as Reason | undefined) ?? 'other'
}
