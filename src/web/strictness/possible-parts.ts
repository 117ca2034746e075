// What of Strict an organisation can have: two approvers take two legal representatives.
import { type Strictness, type StrictnessLevel, strictnessOf, strictParts } from '../../domain/partnership/strictness.ts'
import type { Translate } from '../texts.tsx'
import type { StrictPartShown } from './strict-choice.tsx'

/** Everything the level means, as far as it can be had. */
export function possiblePartsOf(level: StrictnessLevel, representatives: number): Strictness {
  const parts = strictnessOf(level)
  return { ...parts, twoApprovers: parts.twoApprovers && representatives > 1 }
}

export function partsShown(t: Translate, parts: Strictness, representatives: number): readonly StrictPartShown[] {
  return strictParts.map((id) => {
    const isImpossible = id === 'twoApprovers' && representatives < 2 && !parts[id]
    return { id, isOn: parts[id], ...(isImpossible ? { isFixed: true, hint: t('signatures.rule.one_only') } : {}) }
  })
}
