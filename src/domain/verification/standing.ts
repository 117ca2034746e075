// How far a partner is trusted: what the operator verified, for how long, and what follows from it for new requests.

import { type Calendar, dayMs, type Instant, isOver } from '../time.ts'

/** Verified once, and looked at again every twelve months. */
export type Verification = { readonly verifiedAt: Instant | null; readonly verifiedUntil: Instant | null }

const validDays = 365
export const verifiedUntil = (now: Instant, calendar: Calendar): Instant => calendar.plusDays(now, validDays)

/** Whether it stands at that instant: at exactly its end it does not. */
export const isVerifiedAt = ({ verifiedAt, verifiedUntil: until }: Verification, now: Instant): boolean =>
  verifiedAt !== null && !isOver(until, now)

/** Days before the end on which a partner is reminded to renew; 0 is the end itself. */
export const renewalSteps = [30, 7, 0] as const
export type RenewalStep = (typeof renewalSteps)[number]

/** The step that is due and was not told yet, nor one behind it; null when none is. */
export function dueRenewalStep(
  { verifiedAt, verifiedUntil: until }: Verification,
  told: RenewalStep | null,
  now: Instant,
): RenewalStep | null {
  if (verifiedAt === null || until === null) return null
  const due = renewalSteps.filter((days) => now >= until - days * dayMs).at(-1)
  return due !== undefined && (told === null || due < told) ? due : null
}

export const trusts = ['refused', 'unverified', 'verified'] as const
export type Trust = (typeof trusts)[number]

/** `wasRefused`: what the operator said last. */
export function trustOf(verification: Verification, wasRefused: boolean, now: Instant): Trust {
  if (isVerifiedAt(verification, now)) return 'verified'
  return wasRefused && verification.verifiedAt === null ? 'refused' : 'unverified'
}
