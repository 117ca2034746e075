// A right as another partner holds it, as it is read: from when, unless it has begun, and until when.
import type { z } from 'zod'
import type { HeldRight } from '../../domain/partnership/terms.ts'
import type { Instant } from '../../domain/time.ts'
import type { heldRight } from './contract.ts'

export function heldShown({ right, scope, notBefore, notAfter }: HeldRight, now: Instant): z.output<typeof heldRight> {
  return { right, scope, from: notBefore > now ? isoOf(notBefore) : null, until: notAfter === null ? null : isoOf(notAfter) }
}

const isoOf = (at: Instant) => new Date(at).toISOString()
