// Who is in the customer's account at this moment, who was before, and how much they looked at, changed and were refused.
import { asId } from '../../domain/ids.ts'
import { endVisit, isVisitOver } from '../../domain/visit.ts'
import { mayDo } from '../../domain/who-may.ts'
import type { Answer, Input } from '../endpoint.ts'
import type { OwnWork } from '../work.ts'
import type { listVisits as contract } from './customer-contract.ts'
import { countDone, listNow, listPast, listVisitors, type VisitListed } from './customer-visits-store.ts'

type Shown = Answer<typeof contract>

export async function listVisits(work: OwnWork, { query }: Input<typeof contract>): Promise<Shown> {
  const { tx, context } = work
  const filter = { partner: query.partner, person: query.person }
  const isFirst = query.before === undefined
  const now = isFirst ? await listNow(tx, context.organisationId, filter) : []
  const found = await listPast(tx, context.organisationId, { ...filter, before: query.before, limit: query.limit + 1 })
  const past = found.slice(0, query.limit)
  const visitors = isFirst ? await listVisitors(tx, context.organisationId) : { partners: [], people: [] }
  const done = await countDone(
    tx,
    context.organisationId,
    [...now, ...past].map(({ visit }) => visit.id),
  )
  const show = (listed: VisitListed) => shown(work, listed, done.get(listed.visit.id))
  return {
    mayEnd: mayDo('end_visit', { side: 'customer', role: context.role }),
    now: now.map(show),
    past: past.map(show),
    next: found.length > past.length ? (past.at(-1)?.visit.id ?? null) : null,
    ...visitors,
  }
}

type Done = { readonly reads: number; readonly changes: number; readonly refused: number; readonly endedByPerson: string | null }

/** A visit that ran out is shown as ended then, also before the clock has written it down. */
function shown({ now }: OwnWork, { visit, ...listed }: VisitListed, done: Done | undefined): Shown['past'][number] {
  const { startedAt, seenAt, endedAt, endedBy } = isVisitOver(visit, now) ? endVisit(visit, 'time', now) : visit
  return {
    id: visit.id,
    partnershipId: visit.partnershipId,
    partner: listed.partner,
    person: { id: asId(visit.personId), name: listed.person },
    reason: listed.reason,
    startedAt: new Date(startedAt).toISOString(),
    seenAt: new Date(seenAt).toISOString(),
    endedAt: endedAt === null ? null : new Date(endedAt).toISOString(),
    endedBy,
    endedByPerson: endedBy === 'customer' ? (done?.endedByPerson ?? null) : null,
    reads: done?.reads ?? 0,
    changes: done?.changes ?? 0,
    refused: done?.refused ?? 0,
  }
}
