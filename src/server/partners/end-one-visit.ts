// One visit ends, or all of its person; who may enter again unless access is stopped. And who may enter at all, where the customer admits named people only.
import type { PersonId } from '../../domain/ids.ts'
import { decidePartnership } from '../../domain/partnership/decide-partnership.ts'
import { Refusal } from '../../domain/refusal.ts'
import { isVisitOver } from '../../domain/visit.ts'
import { mayDo } from '../../domain/who-may.ts'
import { asCustomer } from '../actor.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { carryOut } from '../partnerships/answer-as-customer.ts'
import { calendar } from '../partnerships/calendar.ts'
import { listPeopleOfPartner } from '../partnerships/customer-store.ts'
import { endThese, endVisits } from '../partnerships/end-visits.ts'
import { openReceipt } from '../partnerships/open-receipt.ts'
import { noProducts } from '../partnerships/organisation-store.ts'
import { lockOwnPartnership } from '../partnerships/own-partnership.ts'
import type { StoredPartnership } from '../partnerships/partnership-store.ts'
import { nothingSigned } from '../partnerships/signed-content.ts'
import { requireSecond } from '../partnerships/signing.ts'
import { lockVisitsUnderWay } from '../partnerships/visits-under-way-store.ts'
import { requireFresh } from '../require-fresh.ts'
import type { OwnWork } from '../work.ts'
import type { admitPeople as peopleContract, endVisit as visitContract } from './change-contract.ts'
import { admit, exclude, findVisitor, listAdmitted } from './partners-store.ts'

export async function endVisit(work: OwnWork, { params, query }: Input<typeof visitContract>): Promise<Answer<typeof visitContract>> {
  if (!mayDo('end_visit', asCustomer(work))) throw new Refusal('not_entitled')
  const partnership = await lockOwnPartnership(work, params.partnership)
  const visitor = query.everywhere && (await findVisitor(work.tx, partnership.id, params.visit))
  const meant = (await lockVisitsUnderWay(work.tx, partnership.id))
    .filter(({ id, personId }) => id === params.visit || personId === visitor)
    .filter((visit) => !isVisitOver(visit, work.now))
  if (meant.length === 0) throw new Refusal('visit_over')
  await endThese(work, partnership, 'customer', meant)
  return { receipt: await openReceipt(work, partnership) }
}

/** Everybody of the partner whom it lets, or only people the customer knows by name. */
export async function admitPeople(work: OwnWork, { params, body }: Input<typeof peopleContract>): Promise<Answer<typeof peopleContract>> {
  const partnership = await lockOwnPartnership(work, params.partnership)
  const by = asCustomer(work)
  if (!mayDo('admit_people', by)) throw new Refusal('not_entitled')
  const added = await listNew(work, partnership, body.people)
  if (partnership.namedPeopleOnly && (!body.namedPeopleOnly || added.length > 0)) requireFresh(work)
  if (partnership.namedPeopleOnly && body.namedPeopleOnly && added.length > 0) await requireSecondToAdmit(work, partnership, added)
  const changed = await changeNames(work, partnership, added, body.people)
  if (body.namedPeopleOnly !== partnership.namedPeopleOnly) {
    const command = { kind: 'admit_named_people', by, namedPeopleOnly: body.namedPeopleOnly } as const
    await carryOut(work, partnership, decidePartnership(partnership, command, { now: work.now, calendar, findProduct: noProducts }))
  } else if (!changed) {
    throw new Refusal('nothing_changed')
  }
  if (body.namedPeopleOnly) await endVisitsOfOthers(work, partnership, body.people)
  return { receipt: await openReceipt(work, partnership) }
}

/** Whoever is named and was not admitted before; all of them are people of the partner. */
async function listNew(work: OwnWork, { id, partnerId }: StoredPartnership, wanted: readonly string[]): Promise<readonly PersonId[]> {
  const people = await listPeopleOfPartner(work.tx, partnerId, id)
  const before = await listAdmitted(work.tx, id)
  const names = new Set(wanted)
  if (wanted.some((one) => !people.some((person) => person.id === one) && !before.has(one as PersonId))) throw new Refusal('not_found')
  return people.filter((person) => names.has(person.id) && !before.has(person.id)).map((person) => person.id)
}

/** One more who may enter is more access, by name or not. */
async function requireSecondToAdmit(work: OwnWork, partnership: StoredPartnership, added: readonly PersonId[]): Promise<void> {
  const { id, customerId, partnerId } = partnership
  const content = { ...nothingSigned, partner: partnerId, partnership: id, people: added.toSorted() }
  await requireSecond(work, { customerId, partnershipId: id, enlargement: 'access', content })
}

async function changeNames(
  work: OwnWork,
  partnership: StoredPartnership,
  added: readonly PersonId[],
  wanted: readonly string[],
): Promise<boolean> {
  const before = await listAdmitted(work.tx, partnership.id)
  const removed = [...before].filter((id) => !wanted.includes(id))
  const about = {
    readers: [partnership.customerId, partnership.partnerId],
    partnershipId: partnership.id,
    customerId: partnership.customerId,
  }
  for (const personId of added) {
    await admit(work.tx, partnership, personId)
    record(work, { ...about, kind: 'partnership.person_admitted', data: { personId } })
  }
  for (const personId of removed) {
    await exclude(work.tx, partnership, personId)
    record(work, { ...about, kind: 'partnership.person_excluded', data: { personId } })
  }
  work.decidedOn.add(partnership.id)
  return added.length + removed.length > 0
}

async function endVisitsOfOthers(work: OwnWork, partnership: StoredPartnership, admitted: readonly string[]): Promise<void> {
  const inside = await lockVisitsUnderWay(work.tx, partnership.id)
  const others = [...new Set(inside.map(({ personId }) => personId))].filter((id) => !admitted.includes(id))
  if (others.length > 0) await endVisits(work, partnership, 'customer', others)
}
