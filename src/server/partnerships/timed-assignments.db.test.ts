// Three facts that decisions depend on, over the API: access for a time, a second factor that the customer demands, and sensitive rights that the
// operator suspends. Each is the same for the tables, the live index, the list and the switcher.
import { describe, expect, test } from 'vitest'
import { givenProducts } from '../../../tests/given-products.ts'
import { givenServer } from '../../../tests/server.ts'
import { asId, type PartnershipId, type PersonId } from '../../domain/ids.ts'
import type { RightId } from '../../domain/rights/catalogue.ts'
import { type Instant, later } from '../../domain/time.ts'
import { type Asked, missingOf } from '../../live-index/asked.ts'
import { asSystem } from '../react.ts'
import { dueCommands } from '../reactions.ts'
import type { OwnWork, SystemWork } from '../work.ts'
import { lockPartnership } from './partnership-store.ts'
import { resumeSensitive, suspendSensitive } from './suspend-sensitive.ts'
import { listTimedAssignments } from './timed-assignment-store.ts'
import { assignForATime, endForATime } from './timed-assignments.ts'

const server = await givenServer()
const { house } = server.server
const { partners, beck, products, partnershipId } = await givenProducts(server)
const { owner } = server.database
const { anna, petra, people, alpweb } = partners
const id = asId<PartnershipId>(partnershipId)
const minute = 60_000

async function ask(asked: Omit<Asked, 'person' | 'partnership'>, person = people.anna): Promise<readonly [string, number]> {
  const fresh = await house.decisions.fresh({ consistency: 'strong' })
  if (fresh === 'stale') throw new Error('stale')
  const whole = asked.visit === undefined ? { ...asked, person, partnership: partnershipId } : { ...asked, person }
  const { code, validUntil } = fresh.index.check(whole, fresh.now)
  const decision = fresh.index.decide(whole, fresh.now)
  expect(decision.allowed ? 'allowed' : decision.because.code).toBe(code === 0 ? 'allowed' : missingOf(code))
  return [code === 0 ? 'allowed' : missingOf(code), validUntil]
}
const said = async (asked: Omit<Asked, 'person' | 'partnership'>) => (await ask(asked))[0]

/** As Marc, who administers the partner. */
function asMarc<T>(useCase: (work: OwnWork) => Promise<T>): Promise<T> {
  const own = { kind: 'own', organisationId: alpweb, role: 'administrator', membership: null }
  return asSystem(house, (work) => useCase({ ...work, person: { id: people.marc }, context: own } as unknown as OwnWork))
}

async function give(rights: readonly RightId[] | null, endsAt: (now: Instant) => Instant, startsAt?: (now: Instant) => Instant) {
  return asMarc(async (work) => {
    const partnership = await lockPartnership(work.tx, id)
    if (!partnership) throw new Error('no partnership')
    const start = startsAt ? { startsAt: startsAt(work.now) } : {}
    return assignForATime(work, partnership, {
      ...{ personId: asId<PersonId>(people.anna), teamId: null, rights },
      ...{ ...start, endsAt: endsAt(work.now) },
    })
  })
}

const listed = async () => ((await anna.get(`/o/${alpweb}/customers`)).body['customers'] as { people: { id: string }[] }[]) ?? []
const switchable = async () => ((await anna.get(`/o/${alpweb}/switcher`)).body['customers'] as object[]).length
const enter = () => anna.send('POST', `/c/${partnershipId}/visit`, {})

describe('access for a time', () => {
  test('counts from its start on and no longer at its end, everywhere', async () => {
    expect([await said({ action: 'enter' }), (await listed()).length, await switchable()]).toEqual(['assignment', 0, 0])
    const later_ = await give(
      null,
      (now) => later(now, 20 * minute),
      (now) => later(now, 10 * minute),
    )
    expect(await said({ action: 'enter' })).toBe('assignment_in_time')
    expect([(await listed()).length, await switchable()]).toEqual([0, 0])
    expect((await enter()).body).toMatchObject({ code: 'access_time_over', because: { code: 'assignment_in_time' } })

    const now_ = await give(['domain.view'], (now) => later(now, 30 * minute))
    expect(await ask({ action: 'domain.view', product: products.domain })).toEqual(['allowed', now_.endsAt])
    expect(await said({ action: 'domain.manage', product: products.domain })).toBe('assigned_right')
    expect([(await listed()).length, await switchable()]).toEqual([1, 1])
    expect((await listed())[0]?.people.map((person) => person.id)).toContain(people.anna)
    expect((await enter()).status).toBe(200)
    const records = () => anna.get(`/c/${partnershipId}/products/${products.domain}/records`)
    expect((await records()).status).toBe(200)

    await asSystem(house, async (work) => {
      await work.tx
        .updateTable('timed_assignment')
        .set({ starts_at: new Date(work.now - 2 * minute), ends_at: new Date(work.now) })
        .where('id', '=', now_.id)
        .execute()
      work.events.push({ kind: 'assignment.changed', readers: [], data: { added: [], changed: [], removed: [] } })
    })
    expect(await said({ action: 'domain.view', product: products.domain })).toBe('assignment_in_time')
    expect((await records()).body).toMatchObject({ code: 'access_time_over', visitEnded: 'time_over' })
    expect([(await listed()).length, await switchable()]).toEqual([0, 0])

    await asSystem(house, async (work: SystemWork) => dueCommands['end-assignment']?.(work, { id: now_.id }))
    expect(await asSystem(house, async (work) => listTimedAssignments(work.tx, id))).toMatchObject([{ id: later_.id }])
    const { rows } = await owner.query('select ended_by from visit where person_id = $1 order by started_at desc limit 1', [people.anna])
    expect(rows).toEqual([{ ended_by: 'time' }])
    await asMarc((work) => endForATime(work, later_.id))
    expect(await said({ action: 'enter' })).toBe('assignment')
    await expect(asMarc((work) => endForATime(work, later_.id))).rejects.toMatchObject({ code: 'not_found' })
  })

  test('holds at most what was granted, and no past time', async () => {
    await expect(give(['server.content'], (now) => later(now, minute))).rejects.toMatchObject({ code: 'enlarges' })
    await expect(give([], (now) => later(now, minute))).rejects.toMatchObject({ code: 'nothing_granted' })
    await expect(give(null, (now) => now)).rejects.toMatchObject({ code: 'end_before_start' })
    const given = await give(['domain.manage'], (now) => later(now, minute))
    expect(given.rights).toEqual(['domain.view', 'domain.manage'])
    await owner.query('select 1')
    const { body } = await beck.ruth.get(`/o/${beck.id}/partnerships/${partnershipId}`)
    expect(JSON.stringify(body)).toContain(people.anna)
  })

  test('is gone with the membership, and is planned to end by the clock', async () => {
    const jobs = async () => (await owner.query("select payload ->> 'id' as id from job where kind = 'end-assignment'")).rows
    const [assignment] = await asSystem(house, (work) => listTimedAssignments(work.tx, id))
    await expect.poll(jobs).toContainEqual({ id: assignment?.id })
    expect((await petra.send('DELETE', `/o/${alpweb}/members/${people.anna}`)).status).toBe(200)
    expect(await asSystem(house, (work) => listTimedAssignments(work.tx, id))).toEqual([])
    expect(await said({ action: 'enter' })).toBe('partner_membership')
  })
})

describe('a second factor that the customer demands', () => {
  const demand = (needed: boolean) =>
    asSystem(house, async (work) => {
      await work.tx.updateTable('partnership').set({ second_factor_needed: needed }).where('id', '=', partnershipId).execute()
      work.events.push({ kind: 'partnership.second_factor_changed', readers: [beck.id], data: { secondFactorNeeded: needed } } as never)
    })

  test('keeps out whoever signed in with less, also from an open visit', async () => {
    const { rows } = await owner.query<{ id: string; session_id: string; strength: string }>(
      `select v.id, v.session_id, s.strength from visit v join session s on s.id = v.session_id
       where v.person_id = $1 and v.ended_at is null`,
      [people.petra],
    )
    const [visit] = rows
    const weaken = async (strength: string) => {
      await asSystem(house, async (work) => {
        await work.tx
          .updateTable('session')
          .set({ strength })
          .where('id', '=', visit?.session_id ?? '')
          .execute()
        work.events.push({
          kind: 'person.authenticated_again',
          readers: [],
          data: { personId: people.petra, sessionId: visit?.session_id, method: 'code' },
        } as never)
      })
    }
    const inVisit = async () => {
      const fresh = await house.decisions.fresh({ consistency: 'strong' })
      if (fresh === 'stale') throw new Error('stale')
      return missingOf(fresh.index.check({ person: people.petra, action: 'enter', visit: visit?.id }, fresh.now).code) ?? 'allowed'
    }
    await demand(true)
    await weaken('two_factors')
    expect([await inVisit(), (await petra.get(`/c/${partnershipId}/shell`)).status]).toEqual(['allowed', 200])
    await weaken('password')
    expect(await inVisit()).toBe('second_factor_to_enter')
    expect((await petra.get(`/c/${partnershipId}/shell`)).body).toMatchObject({
      ...{ code: 'second_factor_to_enter', visitEnded: 'second_factor_needed' },
      because: { code: 'second_factor_to_enter', givenBy: 'person' },
    })
    expect((await petra.send('POST', `/c/${partnershipId}/visit`, {})).body['code']).toBe('second_factor_to_enter')
    await demand(false)
    expect([await inVisit(), (await petra.get(`/c/${partnershipId}/shell`)).status]).toEqual(['allowed', 200])
    await weaken(visit?.strength ?? 'two_factors')
  })
})

describe('sensitive rights that the operator suspends', () => {
  test('stop at once, and nothing else does', async () => {
    const about = { action: 'mail.content', product: products.mail }
    const answers = async () => [
      (await ask(about, people.petra))[0],
      (await ask({ ...about, action: 'mail.manage' }, people.petra))[0],
      ((await petra.get(`/c/${partnershipId}/shell`)).body['rights'] as string[]).includes('mail.content'),
    ]
    const before = await answers()
    await asSystem(house, (work) => suspendSensitive(work, asId(beck.id), 'Death certificate'))
    expect(await answers()).toEqual(['sensitive_not_suspended', 'allowed', false])
    await expect(asSystem(house, (work) => suspendSensitive(work, asId(beck.id), null))).rejects.toMatchObject({
      code: 'already_suspended',
    })
    await asSystem(house, (work) => resumeSensitive(work, asId(beck.id)))
    expect(await answers()).toEqual(before)
    expect(before.slice(0, 2)).toEqual(['allowed', 'allowed'])
    const { body } = await beck.ruth.get(`/o/${beck.id}/activity`)
    expect(JSON.stringify(body)).toContain('organisation.sensitive_suspended')
  })
})
