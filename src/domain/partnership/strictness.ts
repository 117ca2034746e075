// Standard or Strict: one choice of the customer, made of parts that can be set one by one.

/** What a customer demands of one partnership, beyond what holds for all. */
export type Strictness = {
  /** Only people of the partner whom the customer admitted by name. */
  readonly namedPeopleOnly: boolean
  /** Whoever enters says why. */
  readonly reasonNeeded: boolean
  /** Somebody of the customer is told of each visit. */
  readonly visitsTold: boolean
  /** What has to do with money needs two legal representatives. */
  readonly twoApprovers: boolean
  /** Whoever enters has a second factor, whatever the right. */
  readonly secondFactorNeeded: boolean
}

export type StrictPart = keyof Strictness
export const strictParts = [
  'namedPeopleOnly',
  'reasonNeeded',
  'visitsTold',
  'twoApprovers',
  'secondFactorNeeded',
] as const satisfies readonly StrictPart[]

export const strictnessLevels = ['standard', 'strict'] as const
export type StrictnessLevel = (typeof strictnessLevels)[number]

/** Every part off, every part on. */
export function strictnessOf(level: StrictnessLevel): Strictness {
  const on = level === 'strict'
  return { namedPeopleOnly: on, reasonNeeded: on, visitsTold: on, twoApprovers: on, secondFactorNeeded: on }
}

/** The nearer of the two, and how many parts differ from it: "Strict, 1 change". Five parts are never half way. */
export function levelOf(strictness: Strictness): { readonly level: StrictnessLevel; readonly changes: number } {
  const on = strictParts.filter((part) => strictness[part]).length
  return on * 2 > strictParts.length ? { level: 'strict', changes: strictParts.length - on } : { level: 'standard', changes: on }
}

/** The same of what new partnerships begin with: whoever asks has to know the request code counts as one part more. */
export function levelOfNew(strictness: Strictness, demandsCode: boolean): ReturnType<typeof levelOf> {
  const { level, changes } = levelOf(strictness)
  return { level, changes: changes + (demandsCode === (level === 'strict') ? 0 : 1) }
}

/** The parts that a change takes away: what lets more happen than before. */
export function loosened(before: Strictness, after: Strictness): readonly StrictPart[] {
  return strictParts.filter((part) => before[part] && !after[part])
}

/** Each part that either of the two demands. */
export function stricter(one: Strictness, other: Strictness): Strictness {
  return {
    namedPeopleOnly: one.namedPeopleOnly || other.namedPeopleOnly,
    reasonNeeded: one.reasonNeeded || other.reasonNeeded,
    visitsTold: one.visitsTold || other.visitsTold,
    twoApprovers: one.twoApprovers || other.twoApprovers,
    secondFactorNeeded: one.secondFactorNeeded || other.secondFactorNeeded,
  }
}

export function isSameStrictness(one: Strictness, other: Strictness): boolean {
  return strictParts.every((part) => one[part] === other[part])
}
