// A new partnership begins as strict as its customer is in general.
import type { Partnership } from '../../domain/partnership/partnership.ts'
import { isSameStrictness, strictnessOf } from '../../domain/partnership/strictness.ts'
import { record } from '../journal/record.ts'
import type { Work } from '../work.ts'
import { findDefaultStrictness, saveStrictness, tellPerson } from './strictness-store.ts'

/** In the customer's context, right after it was inserted. Told of visits is whoever begins it. */
export async function beginStrictly(work: Work, partnership: Partnership): Promise<Partnership> {
  const { id, customerId, partnerId } = partnership
  const strictness = await findDefaultStrictness(work.tx, customerId)
  if (isSameStrictness(strictness, strictnessOf('standard'))) return partnership
  await saveStrictness(work.tx, partnership, strictness)
  if (strictness.visitsTold) await tellPerson(work.tx, partnership, work.person.id)
  const about = { readers: [customerId, partnerId], customerId, partnershipId: id }
  record(work, { ...about, kind: 'partnership.strictness_changed', data: strictness })
  const { namedPeopleOnly, secondFactorNeeded } = strictness
  return { ...partnership, namedPeopleOnly, secondFactorNeeded }
}
