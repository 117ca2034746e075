// Every way in which access is taken away: denied in the same moment, the visit and its tokens over in the same transaction.
import { describe, expect, test } from 'vitest'
import { givenConsole, givenToken, givenWorld, isTokenLiving, signIn } from './given-revocation-world.ts'
import { call, revocations } from './given-revocations.ts'
import { givenServer } from './server.ts'

const server = await givenServer()
const { decisions } = server.server.house
const { database } = server
const world = await givenWorld(database, 1)
const console = await givenConsole(database)
const [lane] = world.lanes
if (!lane) throw new Error('there is nothing to take away')

async function isAllowed(person: string, visit: string): Promise<boolean> {
  const asked = { person, action: 'domain.manage', product: lane?.product, visit }
  const fresh = await decisions.fresh({ consistency: 'strong' }, [asked])
  if (fresh === 'stale') throw new Error('the live index does not answer')
  return fresh.index.isAllowed(asked, fresh.now)
}

async function visitOf(id: string): Promise<{ over: boolean; told: number }> {
  const { rows } = await server.database.owner.query<{ over: boolean; told: number }>(
    `select ended_at is not null as over, (select count(*) from journal j where j.kind = 'visit.ended' and j.visit_id = v.id) as told
     from visit v where v.id = $1`,
    [id],
  )
  return rows[0] ?? { over: false, told: 0 }
}

describe.each(revocations.map((revocation) => [revocation.name, revocation] as const))('when %s', (name, revocation) => {
  test('nothing of it is allowed any more, and what belonged to it is over', async () => {
    const anna = await signIn(database, lane.collaborator)
    const about = { database, world, lane, anna, url: server.url }
    await revocation.prepare?.(about)
    const visit = String((await call('POST', `${server.url}/api/c/${lane.partnership}/visit`, anna, {}))['id'])
    const token = await givenToken(database, { lane, anna, visit, console })
    expect(await isAllowed(anna.person, visit)).toBe(true)
    const answer = await revocation.revoke({ ...about, visit })
    expect(await isAllowed(anna.person, visit)).toBe(false)
    const goesOn = revocation.keeps === 'visit' || name === 'the operator suspends'
    expect(await visitOf(visit)).toEqual(goesOn ? { over: false, told: 0 } : { over: true, told: 1 })
    expect(await isTokenLiving(database, token)).toBe(goesOn)
    expect('receipt' in answer).toBe(/^(a right|access|the customer|the partner|a visit|only named|somebody is un-assigned)/.test(name))
    await revocation.giveBack({ ...about, visit })
  })
})

test('a second session of the same person goes on, unless it was signed out too', async () => {
  const [here, elsewhere] = [await signIn(database, lane.collaborator), await signIn(database, lane.collaborator)]
  const visit = String((await call('POST', `${server.url}/api/c/${lane.partnership}/visit`, here, {}))['id'])
  await call('POST', `${server.url}/api/sign-out`, elsewhere, {})
  expect(await isAllowed(here.person, visit)).toBe(true)
  await call('DELETE', `${server.url}/api/account/sessions`, await signIn(database, lane.collaborator))
  expect(await isAllowed(here.person, visit)).toBe(false)
  expect(await visitOf(visit)).toEqual({ over: true, told: 1 })
})

test('who sets a password ends every other session with its visits', async () => {
  const [here, there] = [await signIn(database, lane.collaborator), await signIn(database, lane.collaborator)]
  const visit = String((await call('POST', `${server.url}/api/c/${lane.partnership}/visit`, there, {}))['id'])
  expect(await isAllowed(there.person, visit)).toBe(true)
  await call('PUT', `${server.url}/api/account/password`, here, { password: 'seven quiet boats under a bridge' })
  expect(await isAllowed(there.person, visit)).toBe(false)
  expect(await visitOf(visit)).toEqual({ over: true, told: 1 })
})
