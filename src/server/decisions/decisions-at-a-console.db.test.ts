// What a console is answered by a whole server: of visits, of what was taken away a moment ago, and never more than it serves.
import * as client from 'openid-client'
import { describe, expect, test, vi } from 'vitest'
import { type GivenConsole, givenConsole } from '../../../tests/given-console.ts'
import { everyRight, givenProducts } from '../../../tests/given-products.ts'
import { givenServer } from '../../../tests/server.ts'
import { markAsSeen } from '../authorization/mark-visits-seen.ts'
import { KnownConsoles } from './known-consoles.ts'

const server = await givenServer()
const { partners, beck, products, partnershipId, collaborator } = await givenProducts(server)
const tokenOf = async ({ config }: GivenConsole) => (await client.clientCredentialsGrant(config, { scope: 'decisions' })).access_token
const zoneConsole = await givenConsole(server, { families: ['domain'] })
const zones = await tokenOf(zoneConsole)
const everything = await tokenOf(await givenConsole(server, { families: ['domain', 'mail', 'hosting', 'organisation'] }))
await zoneConsole.signIn(partners.petra.token)
const { petra } = partners.people
const { rows: visits } = await server.database.owner.query<{ id: string }>('select id from visit where partnership_id = $1', [
  partnershipId,
])
const visit = visits[0]?.id ?? ''

async function ask(operation: string, body: object, token = zones) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const response = await fetch(`${server.url}/access/v1/${operation}`, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: response.status, headers: response.headers, body: (await response.json()) as Record<string, unknown> }
}

const question = (name: string, resource: object = { type: 'domain', id: products.domain }, context: object = { visit }) => ({
  ...{ subject: { type: 'person', id: petra }, action: { name }, resource, context },
})
const decided = async (...asked: Parameters<typeof question>) => (await ask('evaluation', question(...asked))).body
const narrow = async (without: string) => {
  const { body } = await beck.ruth.get(`/o/${beck.id}/partnerships/${partnershipId}`)
  const grant = body['grant'] as { version: number; rights: { right: string; scopes: object[] }[] }
  const keep = grant.rights.filter(({ right }) => right !== without).map(({ right, scopes }) => ({ right, scopes }))
  return beck.ruth.send('POST', `/o/${beck.id}/partnerships/${partnershipId}/narrow`, { version: grant.version, keep, end: null })
}

test('a visit is allowed what the customer granted, and told until when', async () => {
  const { status, body, headers } = await ask('evaluation', question('manage', undefined, { visit, explain: true }))
  expect(status).toBe(200)
  expect(body).toMatchObject({
    decision: true,
    context: {
      reason: 'allowed',
      because: {
        partnership: partnershipId,
        customer: beck.id,
        partner: partners.alpweb,
        right: 'domain.manage',
        role: 'legal_representative',
        visit,
      },
    },
  })
  const { position, valid_until: until, authenticated_at: since } = body['context'] as Record<string, string>
  expect(headers.get('journal-position')).toBe(String(position))
  expect(Date.parse(until ?? '')).toBeGreaterThan(Date.now())
  expect(Date.parse(since ?? '')).toBeLessThanOrEqual(Date.now())
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})

test('what is asked in a visit counts as activity in it', async () => {
  await server.database.owner.query("update visit set seen_at = now() - interval '10 minutes' where id = $1", [visit])
  // Written down at most every twenty seconds: what was asked just now may have been so before the visit was made older.
  await vi.waitFor(
    async () => {
      await ask('evaluations', { ...question('view'), evaluations: [{}, {}] })
      const { rows } = await server.database.owner.query("select from visit where id = $1 and seen_at > now() - interval '1 minute'", [
        visit,
      ])
      expect(rows).toHaveLength(1)
    },
    { timeout: 50_000, interval: 100 },
  )
}, 60_000)

test('but not what a console asks in which its session never signed in: nobody is at work there', async () => {
  const { house } = server.server
  const { rows: consoles } = await server.database.owner.query<{ id: string; is_zones: boolean }>(
    'select id, client_id = $1 as is_zones from console',
    [zoneConsole.clientId],
  )
  const seenBy = async (ids: readonly string[]) => {
    await server.database.owner.query("update visit set seen_at = now() - interval '10 minutes' where id = $1", [visit])
    await markAsSeen(
      house.pools.system,
      ids.map((consoleId) => ({ visitId: visit, consoleId })),
    )
    const { rows } = await server.database.owner.query("select from visit where id = $1 and seen_at > now() - interval '1 minute'", [visit])
    return rows.length === 1
  }
  expect(await seenBy(consoles.filter(({ is_zones }) => !is_zones).map(({ id }) => id))).toBe(false)
  expect(await seenBy(consoles.map(({ id }) => id))).toBe(true)
})

test('a token that was given back is believed for a second at most, through all memories together', async () => {
  const { house } = server.server
  const spent = await tokenOf(zoneConsole)
  const known = new KnownConsoles(house.consoleOf)
  vi.useFakeTimers({ toFake: ['performance'] })
  try {
    expect(await house.consoleOf(spent)).toBeDefined()
    await zoneConsole.revoke(spent)
    vi.advanceTimersByTime(400)
    await known.find(`Bearer ${spent}`)
    vi.advanceTimersByTime(600)
    expect(await known.find(`Bearer ${spent}`)).toBeUndefined()
  } finally {
    vi.useRealTimers()
  }
})

describe('a console learns nothing of what it does not serve', () => {
  const mail = { type: 'mail', id: products.mail }

  test('of another family, whatever the rights', async () => {
    expect((await ask('evaluation', question('view', mail), everything)).body['decision']).toBe(true)
    expect(await decided('view', mail)).toMatchObject({ decision: false, context: { reason: 'not_served' } })
    expect((await ask('search/resource', question('view', { type: 'mail' }))).body['results']).toEqual([])
    expect((await ask('search/action', question('view', mail))).body['results']).toEqual([])
    expect((await ask('search/subject', question('view', mail))).body['results']).toEqual([])
  })

  test('of the organisation, but whether one may enter it', async () => {
    const organisation = { type: 'organisation', id: beck.id }
    expect((await ask('evaluation', question('billing.view', organisation), everything)).body['decision']).toBe(true)
    expect(await decided('billing.view', organisation)).toMatchObject({ decision: false, context: { reason: 'right_exists' } })
    expect(await decided('enter', organisation)).toMatchObject({ decision: true })
  })

  test('and no names', async () => {
    const partnerships = question('enter', { type: 'partnership', properties: { search: 'zurch' } }, {})
    const { body } = await ask('search/resource', partnerships)
    expect(body['results']).toEqual([
      { type: 'partnership', id: partnershipId, properties: { customer: beck.id, partner: partners.alpweb } },
    ])
    expect(JSON.stringify([body, (await ask('search/subject', question('view', undefined, {}))).body])).not.toMatch(/Beck|Bäck|Petra|@/)
  })

  test('and nothing at all without its token', async () => {
    const own = await fetch(`${server.url}/access/v1/evaluation`, {
      method: 'POST',
      headers: { authorization: `Bearer ${partners.petra.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(question('view')),
    })
    expect(own.status).toBe(401)
  })
})

test('who may touch a product are its owner’s people, and its partners’ under their partnership', async () => {
  const { body } = await ask('search/subject', { ...question('manage', undefined, {}), subject: { type: 'person' } })
  const found = body['results'] as { id: string; properties?: { partnership: string } }[]
  expect(found).toContainEqual({ type: 'person', id: petra, properties: { partnership: partnershipId } })
  expect(found).toContainEqual({ type: 'person', id: beck.personId })
  for (const subject of found) {
    const answer = await ask('evaluation', { ...question('manage', undefined, {}), subject })
    expect(answer.body['decision']).toBe(true)
  }
  expect(collaborator.email).toContain('@')
})

describe('what was taken away is denied by the very next question', () => {
  test('a right', async () => {
    expect(everyRight).toContain('domain.manage')
    expect((await decided('manage'))['decision']).toBe(true)
    expect((await narrow('domain.manage')).status).toBe(200)
    expect(await decided('manage')).toMatchObject({
      decision: false,
      context: { reason: 'right_granted', given_by: 'customer_legal_representative' },
    })
    expect((await decided('view'))['decision']).toBe(true)
  })

  test('the visit, by whoever is in it', async () => {
    await partners.petra.send('DELETE', `/c/${partnershipId}/visit`)
    expect(await decided('view')).toMatchObject({ decision: false, context: { reason: 'visit_not_over', given_by: 'person' } })
    await partners.petra.send('POST', `/c/${partnershipId}/visit`, {})
  })

  test('all access, and so it stays for every way to ask', async () => {
    const { rows } = await server.database.owner.query<{ id: string }>(
      'select id from visit where partnership_id = $1 and ended_at is null',
      [partnershipId],
    )
    const context = { visit: rows[0]?.id ?? '' }
    expect((await decided('view', undefined, context))['decision']).toBe(true)
    expect((await beck.ruth.send('POST', `/o/${beck.id}/partnerships/${partnershipId}/stop`, {})).status).toBe(200)
    expect((await decided('view', undefined, context))['decision']).toBe(false)
    expect(await decided('view', undefined, { partnership: partnershipId })).toMatchObject({
      context: { reason: 'not_suspended_by_customer' },
    })
    expect((await ask('search/resource', question('view', { type: 'domain' }, { partnership: partnershipId }))).body['results']).toEqual([])
    const { body } = await ask('search/subject', question('view', undefined, {}))
    expect(JSON.stringify(body)).not.toContain(petra)
  })
})

test('how long answers took is measured', async () => {
  const text = await (await fetch(`${server.url}/metrics`)).text()
  expect(text).toMatch(/decision_request_duration_seconds_count\{kind="evaluation",status="200"\} \d+/)
  expect(text).toMatch(/decision_request_duration_seconds_bucket\{le="\+Inf",kind="search\/subject",status="200"\} \d+/)
})

describe('a member in a session', () => {
  const own = (session: string, person: string) => ({
    ...question('manage', undefined, { session }),
    subject: { type: 'person', id: person },
  })

  test('is asked about by the name under which the console knows the session, until it ends', async () => {
    const { rows } = await server.database.owner.query<{ id: string }>(
      'select id from session where person_id = $1 and ended_at is null order by started_at desc limit 1',
      [beck.personId],
    )
    const id = rows[0]?.id ?? ''
    const consoleId = await server.database.owner.query<{ id: string }>('select id from console order by created_at limit 1')
    await server.database.owner.query(
      "insert into console_session (session_id, console_id, sid, began_at) values ($1, $2, 'known-here', now())",
      [id, consoleId.rows[0]?.id],
    )
    const isAllowed = async (session: string, token = zones) =>
      (await ask('evaluation', own(session, beck.personId), token)).body['decision']
    expect(await isAllowed('known-here')).toBe(true)
    expect(await isAllowed('known-here', everything)).toBe(false)
    expect(await isAllowed('of nobody')).toBe(false)
    expect(await isAllowed(id)).toBe(false)
    const many = await ask('evaluations', { ...own('of nobody', beck.personId), evaluations: [{}, { context: { session: 'known-here' } }] })
    expect(many.body['evaluations']).toMatchObject([{ decision: false }, { decision: true }])
    await beck.ruth.send('POST', '/sign-out-everywhere', {})
    expect(await isAllowed('known-here')).toBe(false)
  })
})
