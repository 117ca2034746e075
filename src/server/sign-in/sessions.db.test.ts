import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { givenBrowser } from '../../../tests/given-browser.ts'
import { codeSentTo, givenPerson } from '../../../tests/given-people.ts'
import { givenServer } from '../../../tests/server.ts'
import { forgetOldSignIns } from '../identity/forget-store.ts'
import { newTotpSecret } from '../identity/second-factor.ts'

const server = await givenServer()
const password = 'seven ducks cross the road'
const email = 'anna.keller@alpweb.example'
await givenPerson(server, { email, password })

async function givenSignedIn() {
  const browser = givenBrowser(server)
  await browser.send('POST', '/sign-in/password', { email, password })
  return browser
}
const ageAuthentication = () => server.database.owner.query("update session set authenticated_at = now() - interval '16 minutes'")

test('nobody may do what needs somebody', async () => {
  const nobody = givenBrowser(server)
  const asked = [
    await nobody.get('/me'),
    await nobody.get('/sign-in/again'),
    await nobody.send('POST', '/sign-in/again', { way: 'password', password }),
    await nobody.send('POST', '/sign-in/again/code'),
    await nobody.send('POST', '/sign-out-everywhere'),
    await nobody.get('/account/sessions'),
    await nobody.send('DELETE', '/account/sessions'),
    await nobody.send('DELETE', '/account/sessions/0190f9d0-0000-7000-8000-000000000000'),
  ]
  expect(asked.map(({ status, body }) => [status, body['code']])).toEqual(asked.map(() => [401, 'not_signed_in']))
})

test('signing out ends the session: the cookie goes and opens nothing any more', async () => {
  const browser = await givenSignedIn()
  const kept = givenBrowser(server, browser.token())
  const { status, headers } = await browser.send('POST', '/sign-out')
  expect(status).toBe(200)
  expect(headers.get('set-cookie')).toMatch(/^__Host-session=; .*Max-Age=0$/)
  expect((await kept.get('/me')).status).toBe(401)
  expect((await givenBrowser(server).send('POST', '/sign-out')).status).toBe(200)
})

test('signing out everywhere ends all of them', async () => {
  const browsers = [await givenSignedIn(), await givenSignedIn(), await givenSignedIn()]
  await browsers[0]?.send('POST', '/sign-out-everywhere')
  for (const browser of browsers) expect((await browser.get('/me')).status).toBe(401)
})

test('a session ends after twelve idle hours and after seven days in any case', async () => {
  const [idle, old, young] = [await givenSignedIn(), await givenSignedIn(), await givenSignedIn()]
  const age = (browser: typeof idle, set: string) =>
    server.database.owner.query(`update session set ${set} where token_hash = sha256($1)`, [Buffer.from(browser.token() ?? '')])
  await age(idle, "seen_at = now() - interval '12 hours 1 second'")
  await age(old, 'expires_at = now()')
  await age(young, "seen_at = now() - interval '11 hours'")
  expect((await idle.get('/me')).status).toBe(401)
  expect((await old.get('/me')).status).toBe(401)
  expect((await young.get('/me')).status).toBe(200)
  const { rows } = await server.database.owner.query('select max(expires_at - started_at) as longest from session')
  expect(rows[0].longest).toMatchObject({ days: 7 })
})

test('the person sees their sessions, this one marked, and ends the others', async () => {
  const [here, there] = [await givenSignedIn(), await givenSignedIn()]
  const { body } = await here.get('/account/sessions')
  const sessions = body['sessions'] as { id: string; client: string; isThis: boolean }[]
  expect(sessions.filter(({ isThis }) => isThis).length).toBe(1)
  expect(sessions.every(({ client }) => client === 'Firefox, Linux')).toBe(true)
  expect((await here.send('DELETE', '/account/sessions')).status).toBe(200)
  expect((await there.get('/me')).status).toBe(401)
  expect((await here.get('/me')).status).toBe(200)
})

test('one session is ended by its id, and nobody else’s', async () => {
  const [here, there] = [await givenSignedIn(), await givenSignedIn()]
  await givenPerson(server, { name: 'Marc Sutter', email: 'marc@alpweb.example', password: 'nine geese cross the road' })
  const stranger = givenBrowser(server)
  await stranger.send('POST', '/sign-in/password', { email: 'marc@alpweb.example', password: 'nine geese cross the road' })
  const sessions = (await here.get('/account/sessions')).body['sessions'] as { id: string; isThis: boolean }[]
  const thereId = sessions.findLast(({ isThis }) => !isThis)?.id
  expect((await stranger.send('DELETE', `/account/sessions/${thereId}`)).status).toBe(404)
  expect((await there.get('/me')).status).toBe(200)
  expect((await here.send('DELETE', `/account/sessions/${thereId}`)).status).toBe(200)
  expect((await there.get('/me')).status).toBe(401)
})

test('whoever asks for decisions hears at once that somebody proved again who they are', async () => {
  const browser = await givenSignedIn()
  const { decisions } = server.server.house
  const session = async () => {
    const { rows } = await server.database.owner.query<{ id: string; at: Date }>(
      'select id, authenticated_at as at from session where token_hash = sha256($1)',
      [Buffer.from(browser.token() ?? '')],
    )
    const [row] = rows
    const id = row?.id ?? ''
    const fresh = await decisions.fresh({ consistency: 'strong' }, [{ session: id }])
    return { at: row?.at.getTime(), told: fresh === 'stale' ? undefined : fresh.index.session(id)?.authenticatedAt }
  }
  await ageAuthentication()
  const before = await session()
  expect(before.told).toBe(before.at)
  expect((await browser.send('POST', '/sign-in/again', { way: 'password', password })).status).toBe(200)
  const after = await session()
  expect(after.told).toBe(after.at)
  expect(after.at).toBeGreaterThan(before.at ?? Infinity)
})

test('proving who one is again makes the session fresh under a new token, and the old one opens nothing', async () => {
  const browser = await givenSignedIn()
  await ageAuthentication()
  expect((await browser.send('PUT', '/account/password', { password: 'eight ducks cross the road' })).body['code']).toBe(
    'fresh_authentication_needed',
  )
  const before = givenBrowser(server, browser.token())
  expect((await browser.send('POST', '/sign-in/again', { way: 'password', password })).status).toBe(200)
  expect(browser.token()).not.toBe(before.token())
  expect((await before.get('/me')).status).toBe(401)
  expect((await browser.send('POST', '/account/second-factor')).status).toBe(200)
})

test('a wrong proof changes nothing', async () => {
  const browser = await givenSignedIn()
  await ageAuthentication()
  const { status, body } = await browser.send('POST', '/sign-in/again', { way: 'password', password: 'wrong' })
  expect({ status, code: body['code'] }).toEqual({ status: 401, code: 'wrong_credentials' })
  expect((await browser.send('POST', '/account/second-factor')).body['code']).toBe('fresh_authentication_needed')
})

test('an emailed code proves it too, and only that code', async () => {
  const browser = await givenSignedIn()
  await ageAuthentication()
  expect((await browser.get('/sign-in/again')).body).toEqual({ email, ways: ['password', 'code'] })
  expect((await browser.send('POST', '/sign-in/again/code')).status).toBe(202)
  const code = await codeSentTo(server, email)
  expect((await givenBrowser(server).send('POST', '/sign-in/code/verify', { email, code, language: 'en' })).status).toBe(401)
  expect((await browser.send('POST', '/sign-in/again', { way: 'code', code })).status).toBe(200)
  expect((await browser.send('POST', '/sign-in/again', { way: 'code', code })).body['code']).toBe('code_expired')
})

test('who has a second factor proves it with that or the password, not with an emailed code', async () => {
  const secret = newTotpSecret()
  await givenPerson(server, { email: 'two@alpweb.example', password, totpSecret: secret })
  const browser = givenBrowser(server)
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  // Of one moment: between two codes asked for by themselves a step of half a minute may pass.
  const [code, next] = [Date.now(), Date.now() + 30_000].map((timestamp) => totp.generate({ timestamp }))
  const { body } = await browser.send('POST', '/sign-in/password', { email: 'two@alpweb.example', password })
  await browser.send('POST', '/sign-in/second-factor', { continuation: body['continuation'], code })
  expect((await browser.get('/sign-in/again')).body['ways']).toEqual(['totp', 'password'])
  expect((await browser.send('POST', '/sign-in/again/code')).body['code']).toBe('second_factor_needed')
  expect((await browser.send('POST', '/sign-in/again', { way: 'totp', code })).body['code']).toBe('code_wrong')
  expect((await browser.send('POST', '/sign-in/again', { way: 'totp', code: next })).status).toBe(200)
})

test('a session that ends takes its open visits along, and both sides can read of it', async () => {
  const browser = await givenSignedIn()
  const partnership = crypto.randomUUID()
  const { rows } = await server.database.owner.query<{ id: string; person_id: string }>(
    'select id, person_id from session where token_hash = sha256($1)',
    [Buffer.from(browser.token() ?? '')],
  )
  await server.database.owner.query(`
    begin;
    set local session_replication_role = replica;
    insert into visit (customer_id, partnership_id, partner_id, id, person_id, session_id, started_at, seen_at, idle_minutes, expires_at)
      values (gen_random_uuid(), '${partnership}', gen_random_uuid(), gen_random_uuid(), '${rows[0]?.person_id}', '${rows[0]?.id}', now(), now(), 30,
        now() + interval '8 hours');
    commit`)
  await browser.send('POST', '/sign-out')
  const ended = await server.database.owner.query(
    `select v.ended_at is not null as ended, v.ended_by, (select count(*)::int from journal j join journal_reader r using (position)
       where j.kind = 'visit.ended' and j.visit_id = v.id) as readers from visit v where v.partnership_id = $1`,
    [partnership],
  )
  expect(ended.rows).toEqual([{ ended: true, ended_by: 'person', readers: 2 }])
})

test('what nobody needs any more is forgotten, and nothing else', async () => {
  const browser = await givenSignedIn()
  await server.database.owner.query(
    "insert into sign_in_code values (gen_random_uuid(), 'old@x.example', 'sign_in', null, '', 0, now() - interval '2 days', null, now())",
  )
  await forgetOldSignIns(server.server.house.pools.signIn)
  expect((await server.database.owner.query("select from sign_in_code where email_key = 'old@x.example'")).rowCount).toBe(0)
  expect((await browser.get('/me')).status).toBe(200)
})
