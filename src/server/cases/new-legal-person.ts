// A partner under a new register number is a new legal person: nothing carries over by itself. The operator's decision closed the gate at the partner; here
// its partnerships follow, some at a time. Each rests until its customer confirms it, and is over when nobody does in time.
import { asId, type OrganisationId, type PartnershipId } from '../../domain/ids.ts'
import { decidePartnership } from '../../domain/partnership/decide-partnership.ts'
import { hourMs, type Instant, minuteMs } from '../../domain/time.ts'
import { attemptPart } from '../attempt-part.ts'
import { record } from '../journal/record.ts'
import { calendar } from '../partnerships/calendar.ts'
import { closeGrantedBefore } from '../partnerships/close-granted-before.ts'
import { listForsaken, lockGate, openGate } from '../partnerships/closed-partner-store.ts'
import { conclude } from '../partnerships/conclude.ts'
import { endVisits } from '../partnerships/end-visits.ts'
import type { GrantedBefore } from '../partnerships/granted-before-store.ts'
import { legalPersonSince, noProducts } from '../partnerships/organisation-store.ts'
import { lockPartnership, savePartnership } from '../partnerships/partnership-store.ts'
import { enqueue, type NewJob, wakeWaiting } from '../platform/jobs.ts'
import type { RecordedEvent } from '../reaction.ts'
import type { SystemWork } from '../work.ts'
import { askToConfirm, listToConfirm } from './confirmation-store.ts'
import { listUnasked } from './unconfirmed-store.ts'

type Asking = {
  readonly partnerId: OrganisationId
  readonly before: string
  readonly after: string
  /** When it became another one; from the first round on. */
  readonly since?: Instant
  /** What failed in this round: tried again in the next one, and never in the way of the others. */
  readonly failed?: readonly PartnershipId[]
  readonly round?: number
}
type Due = { readonly partnershipId: PartnershipId; readonly dueAt: Instant }
type Told = { readonly before: string; readonly after: string; readonly since: Instant; readonly dueAt: Instant }

const daysToConfirm = 30
const atATime = 200
const isError = (failure: unknown): failure is Error => failure instanceof Error

/** partner.new_legal_person */
export function planNewPerson(event: RecordedEvent): readonly NewJob[] {
  const [partnerId] = event.readers
  if (event.kind !== 'partner.new_legal_person' || partnerId === undefined || !event.detail) return []
  const payload: Asking = { partnerId, ...event.detail }
  return [{ kind: 'ask-after-new-person', payload, uniqueKey: `ask-after-new-person:${event.id}` }]
}

/** A closed partner whose job is over before its work is: what failed too often, or was never planned, is begun anew. */
export async function goOnWithClosedPartners(work: SystemWork): Promise<void> {
  for (const { partnerId, before, after } of await listForsaken(work.tx, new Date(work.now - hourMs)))
    await enqueue(work.tx, { kind: 'ask-after-new-person', payload: { partnerId, before, after } satisfies Asking })
}

/** The next ones, those with visits under way first, until each is asked; then the gate at the partner opens, because each has its own closed. */
export async function askAfterNewPerson(work: SystemWork, payload: unknown): Promise<void> {
  const asking = payload as Asking
  const { partnerId, before, after, failed = [] } = asking
  const since = asking.since ?? (await legalPersonSince(work.tx, partnerId)) ?? work.now
  const going = { ...asking, since }
  const told = { before, after, since, dueAt: calendar.plusDays(work.now, daysToConfirm) }
  const unasked = await listUnasked(work.tx, { partnerId, since, except: failed, limit: atATime })
  const failing = [...failed]
  for (const id of unasked) {
    const attempted = await attemptPart(work, () => rest(work, id, told), isError)
    if (attempted.kind === 'failed') failing.push(id)
  }
  if (unasked.length > 0) return enqueue(work.tx, { kind: 'ask-after-new-person', payload: { ...going, failed: failing } })
  const opened = await attemptPart(work, () => openWhenAllAreClosed(work, { partnerId, since }), isError)
  if (opened.kind === 'done' && !opened.result) return enqueue(work.tx, { kind: 'ask-after-new-person', payload: going })
  if (failed.length > 0 || opened.kind === 'failed') await enqueue(work.tx, nextRound(work, going))
}

/**
 * Whoever could not be asked, and what was granted at the moment of the decision, is closed here. False when there may be more of them. The gate stays closed
 * for a partner that became another one once more.
 */
async function openWhenAllAreClosed(work: SystemWork, before: GrantedBefore): Promise<boolean> {
  const { partnerId, since } = before
  const gate = await lockGate(work.tx, partnerId)
  if ((await closeGrantedBefore(work, before, atATime)) > 0) return false
  if (!gate.isClosed || gate.legalPersonSince !== since) return true
  await openGate(work.tx, partnerId)
  await wakeWaiting(work.tx, partnerId)
  record(work, { kind: 'partner.customers_asked', readers: [partnerId], data: {} })
  return true
}

/** Whatever failed is tried again until it is done, with growing pauses of at most an hour. */
function nextRound({ now }: SystemWork, asking: Asking): NewJob {
  const round = (asking.round ?? 0) + 1
  const runAt = new Date(now + Math.min(minuteMs * 2 ** (round - 1), hourMs))
  return { kind: 'ask-after-new-person', payload: { ...asking, failed: [], round } satisfies Asking, runAt }
}

/** Where the door is closed already, for whatever reason, it stays closed for this one too. */
async function rest(work: SystemWork, id: PartnershipId, { before, after, since, dueAt }: Told): Promise<void> {
  const partnership = await lockPartnership(work.tx, id)
  if (partnership?.state !== 'active') return
  const { customerId, partnerId } = partnership
  const now = work.now < since ? since : work.now
  if (!(await askToConfirm(work.tx, partnership, { why: 'new_legal_person', now, dueAt, since }))) return
  const around = { now: work.now, calendar, findProduct: noProducts }
  const decided = decidePartnership(partnership, { kind: 'suspend', by: 'operator', reason: null }, around)
  if (decided.kind === 'done') {
    await savePartnership(work.tx, decided.partnership)
    for (const event of decided.events) record(work, event)
  }
  await endVisits(work, partnership, 'operator')
  record(work, {
    kind: 'partnership.new_legal_person',
    readers: [customerId, partnerId],
    ...{ customerId, partnershipId: id },
    data: { expiresAt: dueAt },
    detail: { before, after },
  })
  const due: Due = { partnershipId: id, dueAt }
  await enqueue(work.tx, { ...ending(due), uniqueKey: `end-unconfirmed:${id}:${dueAt}` })
}

const ending = (due: Due): NewJob => ({ kind: 'end-unconfirmed', payload: due, runAt: new Date(due.dueAt) })

/** Silence means no. Was the clock set back, it is to be done again when its time has come. */
export async function endUnconfirmed(work: SystemWork, payload: unknown): Promise<void> {
  const due = payload as Due
  if (due.dueAt > work.now) return enqueue(work.tx, ending(due))
  const partnership = await lockPartnership(work.tx, asId<PartnershipId>(due.partnershipId))
  if (partnership?.state !== 'active') return
  const waiting = await listToConfirm(work.tx, partnership.customerId)
  const isWaiting = waiting.some(
    ({ partnershipId, why, dueAt }) => partnershipId === partnership.id && why === 'new_legal_person' && dueAt?.getTime() === due.dueAt,
  )
  if (!isWaiting) return
  const around = { now: work.now, calendar, findProduct: noProducts }
  await conclude(work, partnership, decidePartnership(partnership, { kind: 'end', by: 'operator', reason: null }, around), 'operator')
}
