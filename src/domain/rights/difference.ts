// The difference between what was requested, what was granted and what is effective, right by right.

import type { RightId } from './catalogue.ts'
import type { RequestedScope, Scope } from './scope.ts'

export type DifferenceKind = 'as_requested' | 'narrower' | 'left_out' | 'added' | 'not_effective'

export type DifferenceRow = {
  readonly right: RightId
  readonly requested: readonly RequestedScope[]
  readonly required: boolean
  readonly granted: readonly Scope[]
  readonly effective: readonly Scope[]
  readonly kind: DifferenceKind
}
