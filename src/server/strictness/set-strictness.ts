// One command for how strict a customer is with a partner: stricter holds at once, for visits under way as well.
import { isSameStrictness, levelOf, loosened, type Strictness } from '../../domain/partnership/strictness.ts'
import { Refusal } from '../../domain/refusal.ts'
import { mayDo } from '../../domain/who-may.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { endVisits } from '../partnerships/end-visits.ts'
import { openReceipt } from '../partnerships/open-receipt.ts'
import { getOwnPartnership, lockOwnPartnership } from '../partnerships/own-partnership.ts'
import type { StoredPartnership } from '../partnerships/partnership-store.ts'
import { countRepresentatives } from '../partnerships/signature-store.ts'
import { requireSecondToLoosen } from '../partnerships/signing.ts'
import { findStrictness, saveStrictness, tellPerson } from '../partnerships/strictness-store.ts'
import { lockVisitsUnderWay } from '../partnerships/visits-under-way-store.ts'
import type { OwnWork } from '../work.ts'
import type * as contracts from './contract.ts'
import { listAdmittedIds, tellNobody } from './strictness-people-store.ts'

type Shown = Answer<typeof contracts.getStrictness>

export async function getStrictness(work: OwnWork, { params }: Input<typeof contracts.getStrictness>): Promise<Shown> {
  const partnership = await getOwnPartnership(work, params.partnership)
  return shown(work, await findStrictness(work.tx, partnership))
}

export async function setStrictness(
  work: OwnWork,
  { params, body }: Input<typeof contracts.setStrictness>,
): Promise<Answer<typeof contracts.setStrictness>> {
  const partnership = await lockOwnPartnership(work, params.partnership)
  requireMay(work)
  if (partnership.state !== 'active' && partnership.state !== 'proposed') throw new Refusal('already_ended')
  const before = await findStrictness(work.tx, partnership)
  if (isSameStrictness(before, body)) throw new Refusal('nothing_changed')
  if (body.twoApprovers && !before.twoApprovers) await requireTwo(work)
  const about = { customerId: partnership.customerId, partnershipId: partnership.id, partnerId: partnership.partnerId }
  await requireSecondToLoosen(work, about, loosened(before, body))
  await saveStrictness(work.tx, partnership, body)
  await changeTold(work, partnership, before, body)
  record(work, {
    kind: 'partnership.strictness_changed',
    readers: [partnership.customerId, partnership.partnerId],
    ...{ customerId: partnership.customerId, partnershipId: partnership.id },
    data: body,
  })
  work.decidedOn.add(partnership.id)
  return { ...levelOf(body), receipt: await closeToOthers(work, partnership, before, body) }
}

async function shown({ tx, context }: OwnWork, parts: Strictness): Promise<Shown> {
  const representatives = await countRepresentatives(tx, context.organisationId)
  return { ...levelOf(parts), parts, representatives, mayChange: context.role === 'legal_representative' }
}

async function changeTold(work: OwnWork, { id, customerId }: StoredPartnership, before: Strictness, after: Strictness): Promise<void> {
  if (before.visitsTold === after.visitsTold) return
  const about = { kind: 'partnership.visit_notices_changed', readers: [customerId], customerId, partnershipId: id } as const
  if (after.visitsTold) {
    await tellPerson(work.tx, { id, customerId }, work.person.id)
    record(work, { ...about, data: { added: [work.person.id], removed: [] } })
  } else {
    record(work, { ...about, data: { added: [], removed: await tellNobody(work.tx, { id, customerId }) } })
  }
}

/** Whoever is inside and was not admitted by name is outside. */
async function closeToOthers(work: OwnWork, partnership: StoredPartnership, before: Strictness, after: Strictness) {
  if (before.namedPeopleOnly || !after.namedPeopleOnly) return null
  const admitted = await listAdmittedIds(work.tx, partnership.id)
  const inside = (await lockVisitsUnderWay(work.tx, partnership.id)).map(({ personId }) => personId)
  const others = inside.filter((person) => !admitted.has(person))
  if (others.length > 0) await endVisits(work, partnership, 'customer', others)
  return openReceipt(work, partnership)
}

export async function requireTwo(work: OwnWork): Promise<void> {
  if ((await countRepresentatives(work.tx, work.context.organisationId)) < 2) throw new Refusal('second_representative_missing')
}

export function requireMay({ context }: OwnWork): void {
  if (!mayDo('change_visits', { side: 'customer', role: context.role })) throw new Refusal('not_entitled')
}
