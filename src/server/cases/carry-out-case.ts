// What follows from a case, done by the system at once: gates open, partnerships end, sensitive rights rest, somebody is appointed.
import type { RepresentationReason } from '../../domain/case.ts'
import { asId, type OrganisationId, type PartnershipId, type PersonId } from '../../domain/ids.ts'
import { decidePartnership } from '../../domain/partnership/decide-partnership.ts'
import type { Partnership } from '../../domain/partnership/partnership.ts'
import type { PartnershipCommand } from '../../domain/partnership/partnership-command.ts'
import { takeOver } from '../../domain/partnership/take-over.ts'
import { isSensitive, rightOf } from '../../domain/rights/catalogue.ts'
import { rightsOfPreset } from '../../domain/rights/presets.ts'
import { record } from '../journal/record.ts'
import { applyDefaultStrictness } from '../partnerships/begin-strictly.ts'
import { calendar } from '../partnerships/calendar.ts'
import { conclude } from '../partnerships/conclude.ts'
import { endVisits } from '../partnerships/end-visits.ts'
import { saveGrant } from '../partnerships/grant-store.ts'
import { findInvitation } from '../partnerships/invitation-store.ts'
import { databaseClock } from '../partnerships/mail-reader-store.ts'
import { noProducts } from '../partnerships/organisation-store.ts'
import { insertPartnership, lockPartnership, savePartnership } from '../partnerships/partnership-store.ts'
import { sensitiveSuspendedAt } from '../partnerships/sensitive-suspension-store.ts'
import { resumeSensitive, suspendSensitive } from '../partnerships/suspend-sensitive.ts'
import { enqueue, type NewJob } from '../platform/jobs.ts'
import type { Reacting, RecordedEvent } from '../reaction.ts'
import { newId, type SystemWork } from '../work.ts'
import {
  askToConfirm,
  findRole,
  isKeptClosedBy,
  isRepresentationOpen,
  listActivePartnerships,
  listToConfirm,
  makeRepresentative,
  mayBeTakenOver,
} from './confirmation-store.ts'
import { findCase, hasOpenDispute, insertCase, type StoredCase } from './store.ts'
import { isUnasked } from './unconfirmed-store.ts'
import { waitsForGate } from './waits-for-gate.ts'

const daysToConfirm = 30

/** case.opened and case.closed */
export function planCase(event: RecordedEvent): readonly NewJob[] {
  if (event.kind !== 'case.opened' && event.kind !== 'case.closed') return []
  return [{ kind: 'carry-out-case', payload: { id: event.data.caseId }, uniqueKey: `carry-out-case:${event.id}` }]
}

/** partnership.confirmed and partnership.ended: perhaps that was the last one. */
export function planLift(event: RecordedEvent): readonly NewJob[] {
  if ((event.kind !== 'partnership.confirmed' && event.kind !== 'partnership.ended') || !event.customerId) return []
  const payload = {
    customerId: event.customerId,
    partnershipId: event.partnershipId ?? null,
    isConfirmed: event.kind === 'partnership.confirmed',
  }
  return [{ kind: 'lift-after-confirmation', payload, uniqueKey: `lift:${event.id}` }]
}

/** request.reported: the provider has a case from then on. */
export async function fileReport({ tx }: Reacting, event: RecordedEvent): Promise<void> {
  if (event.kind !== 'request.reported' || event.data.caseId === null) return
  const invitation = await findInvitation(tx, event.data.invitationId)
  const of = {
    id: event.data.caseId,
    kind: 'report',
    customerId: null,
    partnerId: invitation?.partnerId ?? null,
    partnershipId: null,
  } as const
  const reason = event.detail?.reason ?? '–'
  await insertCase(tx, { ...of, openedBy: event.by.personId ?? null }, { reason, now: await databaseClock(tx) })
}

export async function carryOutCase(work: SystemWork, payload: unknown): Promise<void> {
  const of = await findCase(work.tx, (payload as { id: string }).id, true)
  if (of?.kind === 'dispute' && of.state === 'closed') await afterDispute(work, of)
  if (of?.kind === 'representation') await afterRepresentation(work, of)
}

async function afterDispute(work: SystemWork, { id, partnershipId, outcome }: StoredCase): Promise<void> {
  if (partnershipId && outcome !== 'ended' && (await waitsForGate(work, partnershipId, { kind: 'carry-out-case', payload: { id } }))) return
  const partnership = partnershipId && (await lockPartnership(work.tx, partnershipId))
  if (!partnership) return
  if (outcome !== 'ended' && (await isKeptClosed(work, partnership))) return
  if (outcome !== 'ended') {
    await moveGate(work, partnership, { kind: 'resume', by: 'operator' })
    return
  }
  const decided = decidePartnership(partnership, { kind: 'end', by: 'operator', reason: null }, aroundOf(work))
  if (decided.kind === 'done') await conclude(work, partnership, decided, 'operator')
}

/** False when nothing is left to do: it ended by itself meanwhile, or the gate stands so already. */
async function moveGate(work: SystemWork, partnership: Partnership, command: PartnershipCommand): Promise<boolean> {
  const decided = decidePartnership(partnership, command, aroundOf(work))
  if (decided.kind === 'refused') return false
  await savePartnership(work.tx, decided.partnership)
  for (const event of decided.events) record(work, event)
  return true
}

const aroundOf = ({ now }: SystemWork) => ({ now, calendar, findProduct: noProducts })

/** The operator's gate has more than one reason: it opens when the last of them is gone. */
async function isKeptClosed(work: SystemWork, partnership: Partnership): Promise<boolean> {
  const { id, customerId } = partnership
  if ((await hasOpenDispute(work.tx, id)) || (await isUnasked(work.tx, partnership))) return true
  return isKeptClosedBy(await listToConfirm(work.tx, customerId), id, work.now)
}

async function afterRepresentation(work: SystemWork, of: StoredCase): Promise<void> {
  const { customerId, representation } = of
  if (customerId === null || representation === null) return
  const isResting = (await sensitiveSuspendedAt(work.tx, customerId)) !== null
  if (of.state === 'open' && !isResting) await suspendSensitive(work, customerId, null)
  if (of.outcome === 'noted') await endRest(work, customerId)
  if (of.outcome !== 'appointed') return
  // Who was meant when the documents were looked at, whatever has become of the address since.
  await appoint(work, customerId, { id: representation.personId, name: representation.name }, representation.why)
}

/** Sensitive rights work again when nobody has to be appointed any more and everything is confirmed, ended or suspended. */
async function endRest(work: SystemWork, customerId: OrganisationId): Promise<void> {
  if ((await sensitiveSuspendedAt(work.tx, customerId)) === null || (await isRepresentationOpen(work.tx, customerId, work.now))) return
  await resumeSensitive(work, customerId)
}

async function appoint(
  work: SystemWork,
  customerId: OrganisationId,
  person: { readonly id: PersonId; readonly name: string },
  why: RepresentationReason,
): Promise<void> {
  if ((await findRole(work.tx, customerId, person.id)) === 'legal_representative') return
  await makeRepresentative(work.tx, customerId, person.id, work.now)
  record(work, {
    kind: 'organisation.representation_changed',
    readers: [customerId],
    customerId,
    data: { personId: person.id, why },
    detail: { name: person.name },
  })
  const dueAt = calendar.plusDays(work.now, daysToConfirm)
  for (const id of await listActivePartnerships(work.tx, customerId)) {
    const partnership = await lockPartnership(work.tx, id)
    if (partnership) await askToConfirm(work.tx, partnership, { why: 'representation', now: work.now, dueAt })
  }
  const payload = { customerId, dueAt }
  await enqueue(work.tx, {
    kind: 'suspend-unconfirmed',
    payload,
    runAt: new Date(dueAt),
    uniqueKey: `suspend-unconfirmed:${customerId}:${dueAt}`,
  })
}

/** Thirty days later: what nobody confirmed is suspended; the rest works again in full. */
export async function suspendUnconfirmed(work: SystemWork, payload: unknown): Promise<void> {
  const { customerId, dueAt } = payload as { customerId: OrganisationId; dueAt: number }
  if (dueAt > work.now) return enqueue(work.tx, { kind: 'suspend-unconfirmed', payload: { customerId, dueAt }, runAt: new Date(dueAt) })
  for (const { partnershipId, why, dueAt: due } of await listToConfirm(work.tx, customerId)) {
    const partnership = why === 'representation' && due?.getTime() === dueAt ? await lockPartnership(work.tx, partnershipId) : undefined
    if (partnership && (await moveGate(work, partnership, { kind: 'suspend', by: 'operator', reason: null })))
      await endVisits(work, partnership, 'operator')
  }
  await endRest(work, customerId)
}

/** Confirmed late, the gate opens again; when all are confirmed or ended, sensitive rights work again. */
export async function liftAfterConfirmation(work: SystemWork, payload: unknown): Promise<void> {
  const { customerId, partnershipId, isConfirmed } = payload as {
    customerId: OrganisationId
    partnershipId: PartnershipId | null
    isConfirmed: boolean
  }
  const again = { kind: 'lift-after-confirmation', payload: payload as object }
  if (partnershipId && isConfirmed && (await waitsForGate(work, partnershipId, again))) return
  const partnership = partnershipId && isConfirmed ? await lockPartnership(work.tx, partnershipId) : undefined
  if (partnership && !(await isKeptClosed(work, partnership))) await moveGate(work, partnership, { kind: 'resume', by: 'operator' })
  if (isConfirmed) await endRest(work, customerId)
}

/** One row of what an operator takes over. */
export async function takeOverOne(work: SystemWork, payload: unknown): Promise<void> {
  const row = payload as { partnerId: OrganisationId; customerId: OrganisationId; access: 'read_only' | 'limited'; operator: PersonId }
  if (!(await mayBeTakenOver(work.tx, row))) return
  const rights = rightsOfPreset(row.access, null)
    .filter((right) => !isSensitive(right))
    .map((right) => ({
      right,
      scope: rightOf(right).level === 'organisation' ? ({ kind: 'organisation' } as const) : ({ kind: 'all', future: true } as const),
    }))
  const start = { id: newId<PartnershipId>(), partnerId: row.partnerId, customerId: row.customerId }
  const taken = takeOver(start, { rights, operator: asId<PersonId>(row.operator) }, aroundOf(work))
  if (taken.kind === 'refused' || taken.partnership.grant === null) return
  await insertPartnership(work.tx, taken.partnership, { ownReference: null, now: work.now })
  await saveGrant(work.tx, taken.partnership, taken.partnership.grant, { by: row.operator, at: work.now, side: 'partner' })
  await applyDefaultStrictness(work, taken.partnership)
  await askToConfirm(work.tx, taken.partnership, { why: 'taken_over', now: work.now, dueAt: null })
  for (const event of taken.events) record(work, event)
}
