// A customer asks for a reason on entry, chooses who is told of a visit, and sets how long one may last.
import type { PersonId } from '../../domain/ids.ts'
import { enlargementOfLoosening } from '../../domain/partnership/enlargement.ts'
import { loosened } from '../../domain/partnership/strictness.ts'
import { Refusal } from '../../domain/refusal.ts'
import { areWithinBounds, endVisit, isVisitOver, shortenVisit, type Visit, type VisitLimits } from '../../domain/visit.ts'
import { mayDo } from '../../domain/who-may.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { getOwnPartnership, lockOwnPartnership } from '../partnerships/own-partnership.ts'
import type { StoredPartnership } from '../partnerships/partnership-store.ts'
import { nothingSigned } from '../partnerships/signed-content.ts'
import { requireSecond } from '../partnerships/signing.ts'
import { findStrictness } from '../partnerships/strictness-store.ts'
import { requireFresh } from '../require-fresh.ts'
import type { OwnWork } from '../work.ts'
import type * as contracts from './customer-contract.ts'
import {
  isReasonNeeded,
  type Leader,
  listLeaders,
  listLiving,
  lockVisitsOfCustomer,
  saveReasonNeeded,
  saveShortened,
  saveVisitLimits,
  tell,
  tellNoMore,
  type UnderWay,
} from './visit-rules-store.ts'
import { getVisitLimits as findLimits, saveVisitEnd } from './visit-store.ts'

const mayChange = ({ context }: OwnWork): boolean => mayDo('change_visits', { side: 'customer', role: context.role })

export async function getVisitRules(
  work: OwnWork,
  { params }: Input<typeof contracts.getVisitRules>,
): Promise<Answer<typeof contracts.getVisitRules>> {
  const ours = await getOwnPartnership(work, params.partnership)
  return {
    reasonNeeded: await isReasonNeeded(work.tx, ours.id),
    people: [...(await listLeaders(work.tx, ours))],
    mayChange: mayChange(work),
  }
}

export async function setVisitRules(
  work: OwnWork,
  { params, body }: Input<typeof contracts.setVisitRules>,
): Promise<Record<string, never>> {
  if (!mayChange(work)) throw new Refusal('not_entitled')
  const ours = await lockOwnPartnership(work, params.partnership)
  const isChanged = (await isReasonNeeded(work.tx, ours.id)) !== body.reasonNeeded
  const leaders = await listLeaders(work.tx, ours)
  if (body.told.some((id) => !leaders.some((leader) => leader.id === id))) throw new Refusal('not_found')
  await requireSignatures(work, ours, leaders, body)
  if (isChanged) {
    await saveReasonNeeded(work.tx, ours, body.reasonNeeded)
    record(work, {
      ...aboutPartnership(ours),
      kind: 'partnership.visit_reason_changed',
      readers: [ours.customerId, ours.partnerId],
      data: { reasonNeeded: body.reasonNeeded },
    })
  }
  if (!(await changeNotices(work, ours, leaders, body.told)) && !isChanged) throw new Refusal('nothing_changed')
  return {}
}

/** The same parts as in strictness: looser asks who one is, and is signed by as many. Nobody stops that somebody else is told, alone. */
async function requireSignatures(
  work: OwnWork,
  ours: StoredPartnership,
  leaders: readonly Leader[],
  body: Input<typeof contracts.setVisitRules>['body'],
): Promise<void> {
  const before = { ...(await findStrictness(work.tx, ours)), visitsTold: leaders.some(({ isTold }) => isTold) }
  const parts = loosened(before, { ...before, reasonNeeded: body.reasonNeeded, visitsTold: body.told.length > 0 })
  const first = work.seconding?.firstBy ?? work.person.id
  const untold = leaders.filter(({ id, isTold }) => isTold && id !== first && !body.told.includes(id)).map(({ id }) => id)
  const content = { ...nothingSigned, partner: ours.partnerId, partnership: ours.id, settings: parts, ...(untold.length > 0 && { untold }) }
  if (untold.length > 0 || parts.length > 0) requireFresh(work)
  const enlargement = untold.length > 0 ? 'access' : enlargementOfLoosening(parts)
  await requireSecond(work, { customerId: ours.customerId, partnershipId: ours.id, enlargement, content })
}

/** Private to the customer: whom it lets be told is none of the partner's business. */
async function changeNotices(
  work: OwnWork,
  ours: StoredPartnership,
  leaders: readonly Leader[],
  wanted: readonly string[],
): Promise<boolean> {
  const isWanted = ({ id }: Leader) => wanted.includes(id)
  const added: PersonId[] = leaders.filter((leader) => isWanted(leader) && !leader.isTold).map(({ id }) => id)
  const removed: PersonId[] = leaders.filter((leader) => !isWanted(leader) && leader.isTold).map(({ id }) => id)
  for (const id of added) await tell(work.tx, ours, id)
  for (const id of removed) await tellNoMore(work.tx, ours, id)
  if (added.length + removed.length === 0) return false
  record(work, {
    ...aboutPartnership(ours),
    kind: 'partnership.visit_notices_changed',
    readers: [ours.customerId],
    data: { added, removed },
  })
  return true
}

export async function getVisitLimits(work: OwnWork): Promise<Answer<typeof contracts.getVisitLimits>> {
  return { ...(await findLimits(work.tx, work.context.organisationId)), mayChange: mayChange(work) }
}

/**
 * Shorter limits hold at once: a visit that is beyond them by now ends in the same transaction. Longer ones let more happen: they ask who one is,
 * and as many to sign as access does.
 */
export async function setVisitLimits(
  work: OwnWork,
  { body }: Input<typeof contracts.setVisitLimits>,
): Promise<Answer<typeof contracts.setVisitLimits>> {
  if (!mayChange(work)) throw new Refusal('not_entitled')
  if (!areWithinBounds(body)) throw new Refusal('visit_limits_out_of_bounds')
  const { organisationId } = work.context
  const before = await findLimits(work.tx, organisationId)
  if (before.idleMinutes === body.idleMinutes && before.hours === body.hours) throw new Refusal('nothing_changed')
  if (body.idleMinutes > before.idleMinutes || body.hours > before.hours) await requireSignaturesForLonger(work, before, body)
  await saveVisitLimits(work.tx, organisationId, body)
  record(work, { kind: 'organisation.settings_changed', readers: [organisationId], data: { settings: ['visit_limits'] } })
  for (const { id, partnerId } of await listLiving(work.tx, organisationId)) {
    record(work, {
      kind: 'partnership.visit_limits_changed',
      readers: [partnerId],
      partnershipId: id,
      customerId: organisationId,
      data: { idleMinutes: body.idleMinutes, hours: body.hours },
    })
  }
  for (const underWay of await lockVisitsOfCustomer(work.tx, organisationId))
    await shorten(work, underWay, shortenVisit(underWay.visit, body))
  return body
}

/** Both sign what they start from, too: limits that were shortened meanwhile do not come back by a signature from before. */
async function requireSignaturesForLonger(work: OwnWork, before: VisitLimits, { idleMinutes, hours }: VisitLimits): Promise<void> {
  if (work.seconding === undefined) requireFresh(work)
  const about = `instead of ${before.idleMinutes} minutes, ${before.hours} hours`
  const content = { ...nothingSigned, visitLimits: { idleMinutes, hours }, about }
  await requireSecond(work, { customerId: work.context.organisationId, partnershipId: null, enlargement: 'access', content })
}

async function shorten(work: OwnWork, { visit, partnerId }: UnderWay, shortened: Visit): Promise<void> {
  if (shortened.idleMinutes === visit.idleMinutes && shortened.expiresAt === visit.expiresAt) return
  await saveShortened(work.tx, shortened)
  if (!isVisitOver(shortened, work.now)) return
  const { organisationId } = work.context
  await saveVisitEnd(work.tx, endVisit(shortened, 'time', work.now))
  record(work, {
    kind: 'visit.ended',
    readers: [organisationId, partnerId],
    customerId: organisationId,
    partnershipId: visit.partnershipId,
    visitId: visit.id,
    data: { personId: visit.personId, endedBy: 'time' },
  })
}

const aboutPartnership = ({ id, customerId }: StoredPartnership) => ({ partnershipId: id, customerId })
