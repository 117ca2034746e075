// A customer disputes what its partner did: access is suspended in the same transaction, and both sides are heard once.
import { decideCase } from '../../domain/case.ts'
import type { CaseId } from '../../domain/ids.ts'
import { decidePartnership } from '../../domain/partnership/decide-partnership.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type Actor, mayDo } from '../../domain/who-may.ts'
import { asCustomer, asPartner } from '../actor.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { carryOut } from '../partnerships/answer-as-customer.ts'
import { calendar } from '../partnerships/calendar.ts'
import { endVisits } from '../partnerships/end-visits.ts'
import { openReceipt } from '../partnerships/open-receipt.ts'
import { noProducts } from '../partnerships/organisation-store.ts'
import { lockOwnPartnership } from '../partnerships/own-partnership.ts'
import { lockPartnership, type StoredPartnership } from '../partnerships/partnership-store.ts'
import { sensitiveSuspendedAt } from '../partnerships/sensitive-suspension-store.ts'
import { requireSecondToOpen } from '../partnerships/signing.ts'
import { newId, type OwnWork } from '../work.ts'
import { confirm, type Read } from './confirmation-store.ts'
import type * as contract from './contract.ts'
import { findCase, insertCase, insertEntries, readablePositions, type StoredCase, saveCase } from './store.ts'

type Nothing = Record<string, never>

export async function openDispute(
  work: OwnWork,
  { params, body }: Input<typeof contract.openDispute>,
): Promise<Answer<typeof contract.openDispute>> {
  const partnership = await lockActive(work, params.partnership)
  if (!mayDo('suspend', { side: 'customer', role: work.context.role })) throw new Refusal('not_entitled')
  const { id: partnershipId, customerId, partnerId } = partnership
  const id = newId<CaseId>()
  const of = { id, kind: 'dispute', customerId, partnerId, partnershipId, openedBy: work.person.id } as const
  if (!(await insertCase(work.tx, of, { reason: body.reason, now: work.now }))) throw new Refusal('already_open')
  const entries = await readablePositions(work.tx, { organisationId: customerId, partnershipId }, body.entries)
  await insertEntries(work.tx, id, entries)
  const about = { readers: [customerId, partnerId], partnershipId, customerId }
  const wasClosed = partnership.suspendedByOperatorAt !== null
  record(work, { ...about, kind: 'partnership.disputed', data: { caseId: id, wasClosed } })
  // The operator's gate: it opens with the case, and not before.
  if (!wasClosed) {
    const around = { now: work.now, calendar, findProduct: noProducts }
    await carryOut(work, partnership, decidePartnership(partnership, { kind: 'suspend', by: 'operator', reason: null }, around))
    await endVisits(work, partnership, 'customer')
  }
  return { id, receipt: await openReceipt(work, partnership) }
}

export async function stateView(work: OwnWork, { params, body }: Input<typeof contract.stateView>): Promise<Nothing> {
  const of = await lockCase(work, params.case)
  const decided = decideCase(of, { kind: 'state_view', by: actorIn(work, of), text: body.text }, work.now)
  if (decided.kind === 'refused') throw new Refusal(decided.code)
  await saveCase(work.tx, decided.case, null)
  recordOf(work, of, 'case.view_stated')
  return {}
}

export async function withdrawDispute(work: OwnWork, { params }: Input<typeof contract.withdrawDispute>): Promise<Nothing> {
  const { partnershipId } = await getStored(work, params.case)
  const partnership = partnershipId && (await lockPartnership(work.tx, partnershipId))
  const of = await lockCase(work, params.case)
  const decided = decideCase(of, { kind: 'withdraw', by: actorIn(work, of) }, work.now)
  if (decided.kind === 'refused') throw new Refusal(decided.code)
  if (partnership) await requireSecondToOpen(work, partnership, { about: of.id, rests: false })
  await saveCase(work.tx, decided.case, null)
  recordOf(work, of, 'case.closed')
  return {}
}

export async function confirmPartnership(work: OwnWork, { params, body }: Input<typeof contract.confirmPartnership>): Promise<Nothing> {
  const partnership = await lockActive(work, params.partnership)
  const { id: partnershipId, customerId, partnerId } = partnership
  const { read } = body
  const confirmed = await confirm(work.tx, { customerId, partnershipId }, { by: work.person.id, now: work.now, read })
  if (confirmed !== 'confirmed') throw new Refusal(confirmed)
  // With the last confirmation sensitive rights work again, so that each of them is part of it.
  const rests = (await sensitiveSuspendedAt(work.tx, customerId)) !== null
  await requireSecondToOpen(work, partnership, { about: `confirmation of ${asRead(read)}`, rests })
  record(work, { kind: 'partnership.confirmed', readers: [customerId, partnerId], partnershipId, customerId, data: {} })
  return {}
}

/** The same whatever the order. */
const asRead = (read: readonly Read[]): string =>
  read
    .map(({ why, askedAt }) => `${why} ${askedAt}`)
    .toSorted()
    .join(', ')

async function lockActive(work: OwnWork, id: string): Promise<StoredPartnership> {
  const partnership = await lockOwnPartnership(work, id)
  if (partnership.state !== 'active') throw new Refusal('not_active')
  return partnership
}

async function getStored(work: OwnWork, id: string): Promise<StoredCase> {
  const of = await findCase(work.tx, id)
  if (!of) throw new Refusal('not_found')
  return of
}

async function lockCase(work: OwnWork, id: string): Promise<StoredCase> {
  const of = await findCase(work.tx, id, true)
  if (!of) throw new Refusal('not_found')
  return of
}

const actorIn = (work: OwnWork, { customerId }: StoredCase): Actor =>
  customerId === work.context.organisationId ? asCustomer(work) : asPartner(work)

function recordOf(work: OwnWork, { id, customerId, partnerId, partnershipId }: StoredCase, kind: 'case.view_stated' | 'case.closed'): void {
  const about = {
    readers: [customerId, partnerId].filter((one) => one !== null),
    ...(customerId ? { customerId } : {}),
    ...(partnershipId ? { partnershipId } : {}),
  }
  if (kind === 'case.closed') record(work, { ...about, kind, data: { caseId: id, outcome: 'withdrawn' } })
  else record(work, { ...about, kind, data: { caseId: id } })
}
