// The customer hands over: begins it, calls it off, or ends the overlap before its time.

import type { HandoverId } from '../../domain/ids.ts'
import { beginHandover as begin } from '../../domain/partnership/decide-handover.ts'
import type { Handover } from '../../domain/partnership/handover.ts'
import { stateOfPartnership } from '../../domain/partnership/partnership.ts'
import { Refusal } from '../../domain/refusal.ts'
import { asCustomer } from '../actor.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { completeHandover, planHandover, write } from '../partnerships/handing-over.ts'
import { insertHandover, lockHandovers } from '../partnerships/handover-store.ts'
import { lockOwnPartnership } from '../partnerships/own-partnership.ts'
import type { StoredPartnership } from '../partnerships/partnership-store.ts'
import { newId, type OwnWork } from '../work.ts'
import type { beginHandover as beginContract, callOffHandover as callOffContract, endNow as endContract } from './contract.ts'

export async function beginHandover(work: OwnWork, { params, body }: Input<typeof beginContract>): Promise<Answer<typeof beginContract>> {
  const { from, to } = await lockBoth(work, params.partnership, body.to)
  if ((await lockHandovers(work.tx, from.id)).length > 0) throw new Refusal('already_open')
  const { overlapDays, namesTold } = body
  const begun = begin({ id: newId<HandoverId>(), overlapDays, namesTold }, { from, to }, asCustomer(work), work.now)
  if (begun.kind === 'refused') throw new Refusal(begun.code)
  await insertHandover(work.tx, begun.handover)
  for (const event of begun.events) record(work, event)
  const { state, endsAt } = to.state === 'active' ? await planHandover(work, begun.handover) : begun.handover
  return { state, endsAt: endsAt === null ? null : new Date(endsAt).toISOString() }
}

export async function callOffHandover(work: OwnWork, { params }: Input<typeof callOffContract>): Promise<Record<string, never>> {
  await write(work, await lockOwn(work, params.partnership), { kind: 'call_off', by: asCustomer(work) })
  return {}
}

export async function endNow(work: OwnWork, { params }: Input<typeof endContract>): Promise<Answer<typeof endContract>> {
  const handover = await lockOwn(work, params.partnership)
  const { visits, receipt } = await completeHandover(work, handover, { kind: 'end_now', by: asCustomer(work) })
  return { visitsEnded: visits.length, receipt }
}

/** In the order of their ids, as everybody locks them. */
async function lockBoth(work: OwnWork, one: string, other: string): Promise<{ from: StoredPartnership; to: StoredPartnership }> {
  const found = new Map<string, StoredPartnership>()
  for (const id of [one, other].toSorted()) {
    const partnership = await lockOwnPartnership(work, id)
    found.set(id, { ...partnership, state: stateOfPartnership(partnership, work.now) })
  }
  const from = found.get(one)
  const to = found.get(other)
  if (!from || !to) throw new Refusal('not_found')
  return { from, to }
}

async function lockOwn(work: OwnWork, id: string): Promise<Handover> {
  const partnership = await lockOwnPartnership(work, id)
  const [handover] = await lockHandovers(work.tx, partnership.id)
  if (!handover) throw new Refusal('not_found')
  return handover
}
