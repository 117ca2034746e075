// What nobody used for 90 days, for the customer who granted it and for the partner whose people have it.
import { type Partnership, stateOfPartnership } from '../../domain/partnership/partnership.ts'
import { sensitiveFirst, unusedDays, unusedPeople, unusedRights } from '../../domain/partnership/usage.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Answer, Input } from '../endpoint.ts'
import { calendar } from '../partnerships/calendar.ts'
import { getManagedCustomer } from '../partnerships/managed-customer-store.ts'
import { getOwnPartnership } from '../partnerships/own-partnership.ts'
import { listAssignedSince, listLastVisits, listRightUses } from '../partnerships/usage-store.ts'
import type { OwnWork } from '../work.ts'
import type { listUnusedAtCustomer as atCustomerContract, listUnused as contract } from './contract.ts'

type Unused = Answer<typeof contract>

export async function listUnused(work: OwnWork, { params }: Input<typeof contract>): Promise<Unused> {
  return show(work, await getOwnPartnership(work, params.partnership))
}

export async function listUnusedAtCustomer(work: OwnWork, { params }: Input<typeof atCustomerContract>): Promise<Unused> {
  const { partnership } = await getManagedCustomer(work, params.managedCustomer)
  if (!partnership) throw new Refusal('not_active')
  return show(work, partnership)
}

async function show({ tx, now }: OwnWork, partnership: Partnership): Promise<Unused> {
  const { grant } = partnership
  if (grant === null || stateOfPartnership(partnership, now) !== 'active') throw new Refusal('not_active')
  const uses = await listRightUses(tx, partnership)
  const visits = await listLastVisits(tx, partnership)
  const people = (await listAssignedSince(tx, partnership)).map((person) => {
    const lastVisitAt = visits.get(person.id) ?? null
    return { person: { ...person, lastVisitAt }, since: person.since, lastVisitAt }
  })
  const byRight = new Map(uses.map((use) => [use.right, use]))
  return {
    days: unusedDays,
    version: grant.version,
    rights: sensitiveFirst(unusedRights(uses, unusedDays, now, calendar)).flatMap((right) => {
      const use = byRight.get(right)
      return use ? [{ right, since: iso(use.grantedAt), lastUsedAt: use.lastUsedAt === null ? null : iso(use.lastUsedAt) }] : []
    }),
    people: unusedPeople(people, unusedDays, now, calendar).map(({ id, name, since, lastVisitAt }) => ({
      ...{ id, name, since: iso(since) },
      lastVisitAt: lastVisitAt === null ? null : iso(lastVisitAt),
    })),
  }
}

const iso = (at: number): string => new Date(at).toISOString()
