// The explanation of a decision: every requirement in order, and whether it holds.

import type { Instant } from '../time.ts'
import { requirementsOf } from './decide.ts'
import type { Missing } from './decision.ts'
import type { Facts } from './facts.ts'
import type { Question } from './question.ts'

export type Step = Missing & { readonly holds: boolean }

/** The decision's requirements one by one; it is allowed exactly when all of them hold. */
export function explain(question: Question, facts: Facts, now: Instant): readonly Step[] {
  return requirementsOf(question).map(({ code, givenBy, holds }) => ({ code, givenBy, holds: holds({ question, facts, now }) }))
}
