import { beforeEach, describe, expect, test } from 'vitest'
import { type Browser, givenBrowser } from '../../../tests/given-browser.ts'
import { givenCaller } from '../../../tests/given-caller.ts'
import { givenOrganisation, givenPerson, mailTo } from '../../../tests/given-people.ts'
import { givenServer } from '../../../tests/server.ts'
import type { OrganisationId, PersonId } from '../../domain/ids.ts'

const server = await givenServer()
let round = 0
let organisation: OrganisationId
let ids: { petra: PersonId; marc: PersonId; anna: PersonId; stranger: PersonId }
let petra: Browser
let marc: Browser
let anna: Browser
let stranger: Browser

beforeEach(async () => {
  round++
  const person = (name: string) =>
    givenPerson(server, { name, email: `${name.split(' ')[0]?.toLowerCase()}-${round}@alpweb.example`, language: 'en' })
  ids = {
    petra: await person('Petra Frei'),
    marc: await person('Marc Sutter'),
    anna: await person('Anna Keller'),
    stranger: await person('Eva Fremd'),
  }
  organisation = await givenOrganisation(server, {
    name: 'Alpweb AG',
    members: [
      [ids.petra, 'legal_representative'],
      [ids.marc, 'administrator'],
      [ids.anna, 'collaborator'],
    ],
  })
  await givenOrganisation(server, { name: 'Fremd AG', members: [[ids.stranger, 'legal_representative']] })
  const as = async (id: PersonId) => givenBrowser(server, (await givenCaller(server, id)).token)
  petra = await as(ids.petra)
  marc = await as(ids.marc)
  anna = await as(ids.anna)
  stranger = await as(ids.stranger)
})

const path = (rest = '') => `/o/${organisation}/members${rest}`
const invite = (browser: Browser, role: string, email = `new-${round}@alpweb.example`) =>
  browser.send('POST', `/o/${organisation}/member-invitations`, { email, role, language: 'en' })
const linkSentTo = async (email: string, count = 1) =>
  /\/join\/([A-Za-z0-9_-]{43})/.exec((await mailTo(server, email, count)).text)?.[1] ?? ''
const codeOf = ({ body }: { body: Readonly<Record<string, unknown>> }) => body['code']

describe('the list', () => {
  test('is for every member and nobody else', async () => {
    for (const browser of [petra, marc, anna]) expect((await browser.get(path())).status).toBe(200)
    expect((await stranger.get(path())).status).toBe(404)
    expect((await givenBrowser(server).get(path())).status).toBe(401)
  })

  test('says of each person what the asking one may do', async () => {
    const mayOf = async (browser: Browser) => {
      const { members, mayInvite } = (await browser.get(path())).body as {
        members: { name: string; mayBecome: string[]; mayBeRemoved: boolean }[]
        mayInvite: string[]
      }
      return {
        mayInvite,
        may: Object.fromEntries(members.map(({ name, mayBecome, mayBeRemoved }) => [name, [...mayBecome, mayBeRemoved]])),
      }
    }
    expect(await mayOf(anna)).toEqual({ mayInvite: [], may: { 'Anna Keller': [false], 'Marc Sutter': [false], 'Petra Frei': [false] } })
    expect(await mayOf(marc)).toEqual({
      mayInvite: ['collaborator'],
      may: { 'Anna Keller': [true], 'Marc Sutter': [false], 'Petra Frei': [false] },
    })
    expect((await mayOf(petra)).may).toEqual({
      'Anna Keller': ['legal_representative', 'administrator', true],
      'Marc Sutter': ['legal_representative', 'collaborator', true],
      'Petra Frei': [false],
    })
  })
})

describe('an invitation', () => {
  test('reaches the address, shows nothing but the organisation before sign-in, and is accepted by who has the address', async () => {
    const email = `new-${round}@alpweb.example`
    expect((await invite(petra, 'administrator')).status).toBe(200)
    const token = await linkSentTo(email)
    const { body } = await givenBrowser(server).get(`/member-invitations/${token}`)
    expect(body).toMatchObject({
      organisation: 'Alpweb AG',
      maskedAddress: 'n…@alpweb.example',
      state: 'open',
      role: null,
      isYourAddress: false,
    })
    expect(codeOf(await stranger.send('POST', `/member-invitations/${token}/accept`))).toBe('address_not_proven')
    expect((await givenBrowser(server).send('POST', `/member-invitations/${token}/accept`)).status).toBe(401)
    const invited = givenBrowser(server, (await givenCaller(server, await givenPerson(server, { name: 'Neu Hier', email }))).token)
    expect((await invited.get(`/member-invitations/${token}`)).body).toMatchObject({ role: 'administrator', isYourAddress: true })
    expect((await invited.send('POST', `/member-invitations/${token}/accept`)).body).toEqual({ organisationId: organisation })
    expect((await invited.get('/me')).body['organisations']).toEqual([expect.objectContaining({ id: organisation, role: 'administrator' })])
    expect(codeOf(await invited.send('POST', `/member-invitations/${token}/accept`))).toBe('already_answered')
  })

  test('is the same answer whether the address has an account or not', async () => {
    const [known, unknown] = [await invite(petra, 'collaborator', `eva-${round}@alpweb.example`), await invite(petra, 'collaborator')]
    expect({ ...known.body, invitationId: '' }).toEqual({ ...unknown.body, invitationId: '' })
    expect(known.status).toBe(unknown.status)
  })

  test('as legal representative or administrator comes from a legal representative alone', async () => {
    expect(codeOf(await invite(marc, 'administrator'))).toBe('not_entitled')
    expect(codeOf(await invite(marc, 'legal_representative'))).toBe('not_entitled')
    expect((await invite(marc, 'collaborator')).status).toBe(200)
    expect(codeOf(await invite(anna, 'collaborator'))).toBe('not_entitled')
    expect((await invite(stranger, 'collaborator')).status).toBe(404)
  })

  test('is not made twice, nor to a member in another writing of the address', async () => {
    await invite(petra, 'collaborator')
    expect(codeOf(await invite(petra, 'collaborator', `NEW-${round}@ALPWEB.example`))).toBe('already_open')
    expect(codeOf(await invite(petra, 'collaborator', `Anna-${round}@ａｌｐｗｅｂ.example`))).toBe('already_member')
  })

  test('of somebody who lost the say lets nobody in until somebody who has it sends it again', async () => {
    const email = `new-${round}@alpweb.example`
    expect((await petra.send('PATCH', path(`/${ids.marc}`), { role: 'legal_representative' })).status).toBe(200)
    const { body } = await invite(marc, 'legal_representative')
    const first = await linkSentTo(email)
    expect((await petra.send('PATCH', path(`/${ids.marc}`), { role: 'collaborator' })).status).toBe(200)
    const invited = givenBrowser(server, (await givenCaller(server, await givenPerson(server, { email }))).token)
    expect(codeOf(await invited.send('POST', `/member-invitations/${first}/accept`))).toBe('request_withdrawn')
    expect((await petra.send('POST', `/o/${organisation}/member-invitations/${String(body['invitationId'])}/resend`)).status).toBe(200)
    const second = await linkSentTo(email, 2)
    expect((await invited.send('POST', `/member-invitations/${second}/accept`)).status).toBe(200)
  })

  test('sent again has a new link, and the one before is gone; withdrawn it opens nothing', async () => {
    const email = `new-${round}@alpweb.example`
    const { body } = await invite(petra, 'collaborator')
    const first = await linkSentTo(email)
    expect((await marc.send('POST', `/o/${organisation}/member-invitations/${String(body['invitationId'])}/resend`)).status).toBe(200)
    const second = await linkSentTo(email, 2)
    expect((await givenBrowser(server).get(`/member-invitations/${first}`)).status).toBe(404)
    expect((await stranger.send('DELETE', `/o/${organisation}/member-invitations/${String(body['invitationId'])}`)).status).toBe(404)
    expect((await marc.send('DELETE', `/o/${organisation}/member-invitations/${String(body['invitationId'])}`)).status).toBe(200)
    const invited = givenBrowser(server, (await givenCaller(server, await givenPerson(server, { email }))).token)
    expect(codeOf(await invited.send('POST', `/member-invitations/${second}/accept`))).toBe('request_withdrawn')
  })

  test('lapses', async () => {
    const email = `new-${round}@alpweb.example`
    await invite(petra, 'collaborator')
    const token = await linkSentTo(email)
    await server.database.owner.query('update member_invitation set expires_at = now()')
    const invited = givenBrowser(server, (await givenCaller(server, await givenPerson(server, { email }))).token)
    expect((await invited.get(`/member-invitations/${token}`)).body['state']).toBe('expired')
    expect(codeOf(await invited.send('POST', `/member-invitations/${token}/accept`))).toBe('request_expired')
  })

  test('to what would become a header goes nowhere', async () => {
    for (const email of ['a@b.example\r\nBcc: c@d.example', 'a@b.example, c@d.example', 'group:a@b.example;', '"a b"@c.example'])
      expect((await invite(petra, 'collaborator', email)).status).toBe(422)
  })

  test('accepted by ten tabs at once makes one member', async () => {
    const email = `new-${round}@alpweb.example`
    await invite(petra, 'collaborator')
    const token = await linkSentTo(email)
    const invited = givenBrowser(server, (await givenCaller(server, await givenPerson(server, { email }))).token)
    const answers = await Promise.all(Array.from({ length: 10 }, () => invited.send('POST', `/member-invitations/${token}/accept`)))
    expect(answers.filter(({ status }) => status === 200).length).toBe(1)
  })
})

describe('a role', () => {
  test('is changed by a legal representative, and the person reads of it', async () => {
    expect((await petra.send('PATCH', path(`/${ids.anna}`), { role: 'administrator' })).status).toBe(200)
    expect((await mailTo(server, `anna-${round}@alpweb.example`)).subject).toBe('Alpweb AG: your role changed')
  })

  test('above collaborator is not an administrator’s to give or take', async () => {
    expect(codeOf(await marc.send('PATCH', path(`/${ids.anna}`), { role: 'administrator' }))).toBe('not_entitled')
    expect(codeOf(await marc.send('PATCH', path(`/${ids.petra}`), { role: 'collaborator' }))).toBe('not_entitled')
    expect(codeOf(await marc.send('PATCH', path(`/${ids.marc}`), { role: 'legal_representative' }))).toBe('not_entitled')
    expect(codeOf(await anna.send('PATCH', path(`/${ids.anna}`), { role: 'administrator' }))).toBe('not_entitled')
    expect((await stranger.send('PATCH', path(`/${ids.anna}`), { role: 'administrator' })).status).toBe(404)
  })

  test('of somebody from elsewhere is the same 404 as of nobody', async () => {
    expect((await petra.send('PATCH', path(`/${ids.stranger}`), { role: 'administrator' })).status).toBe(404)
    expect((await petra.send('PATCH', path('/0190f9d0-0000-7000-8000-000000000000'), { role: 'administrator' })).status).toBe(404)
  })

  test('that becomes a collaborator’s ends the visits at the customers', async () => {
    await petra.send('PATCH', path(`/${ids.anna}`), { role: 'administrator' })
    const customer = await givenOrganisation(server, { name: 'Muster AG', members: [[ids.stranger, 'legal_representative']] })
    const partnership = await givenVisit(customer)
    expect((await petra.send('PATCH', path(`/${ids.anna}`), { role: 'collaborator' })).status).toBe(200)
    const { rows } = await server.database.owner.query('select ended_by from visit where partnership_id = $1', [partnership])
    expect(rows).toEqual([{ ended_by: 'partner' }])
  })

  test('needs a fresh authentication', async () => {
    await server.database.owner.query("update session set authenticated_at = now() - interval '16 minutes'")
    expect(codeOf(await petra.send('PATCH', path(`/${ids.anna}`), { role: 'administrator' }))).toBe('fresh_authentication_needed')
    expect(codeOf(await petra.send('DELETE', path(`/${ids.anna}`)))).toBe('fresh_authentication_needed')
    expect(codeOf(await invite(petra, 'collaborator'))).toBe('fresh_authentication_needed')
  })

  test('the last legal representative stays one, whoever asks and in how many tabs', async () => {
    expect(codeOf(await petra.send('PATCH', path(`/${ids.petra}`), { role: 'collaborator' }))).toBe('last_legal_representative')
    expect(codeOf(await petra.send('POST', path('/leave')))).toBe('last_legal_representative')
    await petra.send('PATCH', path(`/${ids.marc}`), { role: 'legal_representative' })
    const both = await Promise.all([petra.send('POST', path('/leave')), marc.send('POST', path('/leave'))])
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409])
  })
})

describe('a member who goes', () => {
  test('has no access from then on and reads of it', async () => {
    expect((await petra.send('DELETE', path(`/${ids.anna}`))).status).toBe(200)
    expect((await anna.get(path())).status).toBe(404)
    expect((await mailTo(server, `anna-${round}@alpweb.example`)).subject).toBe('Alpweb AG: your access ended')
  })

  test('may leave alone', async () => {
    expect((await anna.send('POST', path('/leave'))).status).toBe(200)
    expect((await anna.get(path())).status).toBe(404)
  })

  test('loses visits and assignments at the customers at once', async () => {
    const customer = await givenOrganisation(server, { name: 'Muster AG', members: [[ids.stranger, 'legal_representative']] })
    const partnership = await givenVisit(customer)
    expect((await petra.send('DELETE', path(`/${ids.anna}`))).status).toBe(200)
    const { rows } = await server.database.owner.query(
      `select (select count(*)::int from assignment where partnership_id = $1) as assignments,
         (select count(*)::int from visit where partnership_id = $1 and ended_at is null) as visits,
         (select array_agg(kind order by position) from journal where partnership_id = $1) as kinds`,
      [partnership],
    )
    expect(rows[0]).toEqual({ assignments: 0, visits: 0, kinds: ['visit.ended', 'assignment.changed'] })
  })
})

/** Anna inside a customer's Manager, placed there by the superuser. */
async function givenVisit(customer: OrganisationId): Promise<string> {
  const partnership = crypto.randomUUID()
  const literals = `'${customer}', '${partnership}', '${organisation}'`
  await server.database.owner.query(`
    begin;
    set local session_replication_role = replica;
    insert into partnership (customer_id, id, partner_id, state, started_by, created_at) values (${literals}, 'active', 'partner', now());
    insert into assignment (customer_id, partnership_id, partner_id, person_id, assigned_by, assigned_at)
      values (${literals}, '${ids.anna}', '${ids.petra}', now());
    insert into visit (customer_id, partnership_id, partner_id, id, person_id, session_id, started_at, seen_at, idle_minutes, expires_at)
      values (${literals}, gen_random_uuid(), '${ids.anna}', gen_random_uuid(), now(), now(), 30, now() + interval '8 hours');
    commit`)
  return partnership
}
