// One partnership in the model: what is known of it, what people do to it, and what both lead to. Nothing of the server's rules is used.
import { dayNumber, daysLater, onDay, startOfDay } from './zurich.ts'

export type End =
  | { readonly kind: 'none' }
  | { readonly kind: 'on'; readonly date: string }
  | { readonly kind: 'after'; readonly days: number }
export type Terms = { readonly startsOn: string | null; readonly end: End }

export type Act = { readonly at: number; readonly life: number } & (
  | { readonly kind: 'request'; readonly rights: readonly string[]; readonly terms: Terms }
  | { readonly kind: 'answer'; readonly rights: readonly string[]; readonly terms: Terms }
  | { readonly kind: 'narrow'; readonly keep: readonly string[]; readonly end: End | null }
  | { readonly kind: 'renew'; readonly end: End; readonly drop: readonly string[] }
  | { readonly kind: 'review'; readonly drop: readonly string[] }
  | { readonly kind: 'propose'; readonly end: End }
  | { readonly kind: 'stop' | 'resume' | 'end' }
)

/** Who reads what: the addresses of both sides. */
export type Readers = {
  readonly representatives: readonly string[]
  /** Who asked for the partnership. */
  readonly sender: string
  /** Whoever of the partner works with every customer. */
  readonly working: readonly string[]
  readonly leaders: readonly string[]
}

export type Said = { readonly at: number; readonly to: string; readonly kind: string }

/** What the partner is told of with everything else of the day, unless somebody told them at once. */
export type News = { readonly at: number; readonly life: number; readonly what: string; readonly told: readonly string[] }
export type Known = { readonly said: readonly Said[]; readonly news: readonly News[] }

/** What is in force. */
export type InForce = {
  readonly rights: readonly string[]
  readonly start: number
  readonly end: number | null
  /** When the sensitive right ends. */
  readonly sensitiveEnd: number | null
  readonly begun: number
  /** When somebody of the customer last looked at it as a whole, or was asked to. */
  readonly looked: number
  readonly isStopped: boolean
}

export type State =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'requested'; readonly expires: number }
  | { readonly kind: 'active'; readonly grant: InForce; readonly asked: number | null }
  | { readonly kind: 'over' }

export const sensitive = 'mail.content'
export const requestDays = 30
const sensitiveDays = 365

export function endOf(end: End, from: number): number | null {
  if (end.kind === 'none') return null
  return end.kind === 'on' ? startOfDay(Date.parse(`${end.date}T00:00:00Z`) / 86_400_000 + 1) : daysLater(from, end.days)
}

export function startOf(startsOn: string | null, from: number): number {
  return startsOn === null ? from : Math.max(from, startOfDay(Date.parse(`${startsOn}T00:00:00Z`) / 86_400_000))
}

export function sensitiveEndOf(
  rights: readonly string[],
  { start, end }: { start: number; end: number | null },
  from: number,
): number | null {
  if (!rights.includes(sensitive)) return null
  const year = daysLater(Math.max(start, from), sensitiveDays)
  return end === null ? year : Math.min(end, year)
}

/** The last day on which it still holds. */
export const lastDay = (end: number): number => dayNumber(end - 1)
export const reviewDue = ({ looked }: InForce): number => onDay(dayNumber(looked) + 365, 6)
