// A new partnership begins as strict as its customer is in general.
import type { Partnership } from '../../domain/partnership/partnership.ts'
import { isSameStrictness, type Strictness, stricter, strictnessOf } from '../../domain/partnership/strictness.ts'
import { record } from '../journal/record.ts'
import type { AnyWork, Work } from '../work.ts'
import { findDefaultStrictness, findStrictness, saveStrictness, tellPerson } from './strictness-store.ts'

/**
 * In the customer's context, right after it was inserted. Told of visits is whoever begins it. What takes the place of another partnership is
 * never less strict than that one.
 */
export async function beginStrictly(work: Work, partnership: Partnership, inPlaceOf: Partnership | null = null): Promise<Partnership> {
  const { strictness, begun } = await applyDefaultStrictness(work, partnership, inPlaceOf)
  if (strictness.visitsTold) await tellPerson(work.tx, partnership, work.person.id)
  return begun
}

/** The same where nobody of the customer begins it. */
export async function applyDefaultStrictness(
  work: AnyWork,
  partnership: Partnership,
  inPlaceOf: Partnership | null = null,
): Promise<{ readonly strictness: Strictness; readonly begun: Partnership }> {
  const { id, customerId, partnerId } = partnership
  const chosen = await findDefaultStrictness(work.tx, customerId)
  const strictness = inPlaceOf === null ? chosen : stricter(chosen, await findStrictness(work.tx, inPlaceOf))
  if (isSameStrictness(strictness, strictnessOf('standard'))) return { strictness, begun: partnership }
  await saveStrictness(work.tx, partnership, strictness)
  const about = { readers: [customerId, partnerId], customerId, partnershipId: id }
  record(work, { ...about, kind: 'partnership.strictness_changed', data: strictness })
  const { namedPeopleOnly, secondFactorNeeded } = strictness
  return { strictness, begun: { ...partnership, namedPeopleOnly, secondFactorNeeded } }
}
