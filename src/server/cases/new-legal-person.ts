// A partner under a new register number is a new legal person: nothing carries over by itself. Each partnership rests until its customer confirms
// it, and is over when nobody does in time.
import { asId, type OrganisationId, type PartnershipId } from '../../domain/ids.ts'
import { decidePartnership } from '../../domain/partnership/decide-partnership.ts'
import type { Instant } from '../../domain/time.ts'
import { record } from '../journal/record.ts'
import { calendar } from '../partnerships/calendar.ts'
import { conclude } from '../partnerships/conclude.ts'
import { endVisits } from '../partnerships/end-visits.ts'
import { noProducts } from '../partnerships/organisation-store.ts'
import { lockPartnership, type StoredPartnership, savePartnership } from '../partnerships/partnership-store.ts'
import { enqueue, type NewJob } from '../platform/jobs.ts'
import type { RecordedEvent } from '../reaction.ts'
import type { SystemWork } from '../work.ts'
import { askToConfirm, listServedBy, listToConfirm } from './confirmation-store.ts'

type Asking = { readonly partnerId: OrganisationId; readonly before: string; readonly after: string; readonly done: PartnershipId | null }
type Due = { readonly partnershipId: PartnershipId; readonly dueAt: Instant }

const daysToConfirm = 30
const atATime = 50

/** partner.new_legal_person */
export function planNewPerson(event: RecordedEvent): readonly NewJob[] {
  const [partnerId] = event.readers
  if (event.kind !== 'partner.new_legal_person' || partnerId === undefined || !event.detail) return []
  const payload: Asking = { partnerId, ...event.detail, done: null }
  return [{ kind: 'ask-after-new-person', payload, uniqueKey: `ask-after-new-person:${event.id}` }]
}

export async function askAfterNewPerson(work: SystemWork, payload: unknown): Promise<void> {
  const { partnerId, before, after, done } = payload as Asking
  const served = await listServedBy(work.tx, partnerId, { after: done, limit: atATime })
  const dueAt = calendar.plusDays(work.now, daysToConfirm)
  for (const id of served) {
    const partnership = await lockPartnership(work.tx, id)
    if (partnership?.state === 'active') await rest(work, partnership, { before, after, dueAt })
  }
  const last = served.at(-1)
  if (last === undefined) return
  await enqueue(work.tx, { kind: 'ask-after-new-person', payload: { partnerId, before, after, done: last } satisfies Asking })
}

type Told = { readonly before: string; readonly after: string; readonly dueAt: Instant }

async function rest(work: SystemWork, partnership: StoredPartnership, { before, after, dueAt }: Told): Promise<void> {
  const { id, customerId, partnerId } = partnership
  await askToConfirm(work.tx, partnership, { why: 'new_legal_person', now: work.now, dueAt })
  const around = { now: work.now, calendar, findProduct: noProducts }
  const decided = decidePartnership(partnership, { kind: 'suspend', by: 'operator', reason: null }, around)
  if (decided.kind === 'done') {
    await savePartnership(work.tx, decided.partnership)
    for (const event of decided.events) record(work, event)
    await endVisits(work, partnership, 'operator')
  }
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
