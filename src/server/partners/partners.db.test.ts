import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { type Caller, givenCaller, givenStranger } from '../../../tests/given-caller.ts'
import { givenPerson, mailAbout, mailTo } from '../../../tests/given-people.ts'
import { asked, type GivenCustomer, givenActive, givenCustomer, givenPartners, noTerms } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const story = await givenPartners(server)
const { alpweb, petra, marc, anna, people, webwerk } = story
const { owner } = server.database
const stranger = givenStranger(server)
let count = 0

async function givenServed(rights: readonly string[] = ['domain.view', 'domain.manage', 'mail.view']) {
  const customer = await givenCustomer(server, 'Bäckerei Zürcher GmbH', `info${++count}@baeckerei.example`)
  const { id, partnershipId } = await givenActive(server, story, customer, rights)
  return { customer, managedCustomerId: id, partnershipId, path: `/o/${customer.id}/partnerships/${partnershipId}` }
}

async function givenMember(customer: GivenCustomer, role: 'administrator' | 'collaborator' | 'legal_representative'): Promise<Caller> {
  const personId = await givenPerson(server, {
    name: `Max ${role}`,
    email: `${role}${++count}@kunde.example`,
    password: 'a long enough password for Max',
  })
  await owner.query(`begin; set local session_replication_role = replica;
    insert into member (organisation_id, person_id, role, added_at) values ('${customer.id}', '${personId}', '${role}', now()); commit`)
  return givenCaller(server, personId)
}

const all = (right: string) => ({
  right,
  scopes: [/^(organisation|members|billing)\./.test(right) ? { kind: 'organisation' } : { kind: 'all', future: true }],
})
const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => [status, body['code']]
const rightsOf = async (partnershipId: string) => {
  const { rows } = await owner.query('select distinct "right" from granted_right where partnership_id = $1 order by 1', [partnershipId])
  return rows.map(({ right }) => right)
}
const kindsOf = async (partnershipId: string, readers = 2) => {
  const { rows } = await owner.query(
    `select j.kind from journal j where j.partnership_id = $1 and (select count(*) from journal_reader r where r.position = j.position) = $2 order by j.position`,
    [partnershipId, readers],
  )
  return rows.map(({ kind }) => String(kind))
}

describe('who has access', () => {
  test('the list says who may what, and what waits for an answer', async () => {
    const { customer, partnershipId } = await givenServed()
    const sent = await petra.send('POST', `/o/${alpweb}/requests`, {
      who: { customerNumber: customer.number, language: 'de' },
      what: { rights: [asked('hosting.view')] },
      terms: noTerms,
    })
    expect(sent.status).toBe(200)
    const list = await customer.ruth.get(`/o/${customer.id}/partnerships`)
    expect(list.status).toBe(200)
    expect(list.body['partnerships']).toMatchObject([
      { id: partnershipId, partner: { name: 'Alpweb AG' }, state: 'active', rights: 3, sensitive: 0, visitsNow: [] },
    ])
  })

  test('one partnership shows rights, people and terms; only whoever may change sees what to choose from', async () => {
    const { customer, path } = await givenServed()
    const shown = await customer.ruth.get(path)
    expect(shown.body).toMatchObject({
      state: 'active',
      startedBy: 'partner',
      grant: {
        version: 1,
        isSecured: true,
        rights: [{ right: 'domain.view', isEffective: true }, { right: 'domain.manage' }, { right: 'mail.view' }],
      },
      people: [
        { name: 'Petra', role: 'legal_representative' },
        { name: 'Marc', role: 'administrator' },
      ],
    })
    expect(shown.body['may']).toContain('suspend')
    const max = await givenMember(customer, 'administrator')
    expect((await max.get(path)).body).toMatchObject({
      may: ['pass_on', 'suspend', 'end_visit', 'see_activity'],
      products: [],
      paymentMethods: [],
    })
    const mia = await givenMember(customer, 'collaborator')
    expect(codeOf(await mia.get(path))).toEqual([403, 'not_entitled'])
    expect(codeOf(await mia.get(`/o/${customer.id}/partnerships`))).toEqual([403, 'not_entitled'])
  })

  test('nobody, strangers, the partner itself and other tenants’ ids find nothing', async () => {
    const { customer, path, partnershipId } = await givenServed()
    const other = await givenServed()
    expect((await stranger.get(path)).status).toBe(401)
    expect(codeOf(await other.customer.ruth.get(path))).toEqual([404, 'not_found'])
    expect(codeOf(await other.customer.ruth.get(`/o/${other.customer.id}/partnerships/${partnershipId}`))).toEqual([404, 'not_found'])
    expect(codeOf(await petra.get(`/o/${alpweb}/partnerships/${partnershipId}`))).toEqual([404, 'not_found'])
    for (const [method, rest, body] of [
      ['POST', '/stop', {}],
      ['POST', '/resume', {}],
      ['POST', '/end', { reason: null }],
      ['POST', '/narrow', { version: 1, keep: [], end: null }],
      ['PUT', '/grant', { version: 1, rights: [], terms: noTerms, renew: false }],
      ['PUT', '/payment', { version: 1, paymentMethodId: null, spendingLimit: null }],
      ['POST', '/ask-to-pay', { version: 1 }],
      ['PUT', '/people', { namedPeopleOnly: true, people: [] }],
      ['DELETE', `/visits/${v7()}`, undefined],
      ['POST', '/proposal/answer', { proposalId: v7(), decision: 'grant', rights: [], notGranted: [], terms: noTerms }],
      ['POST', '/proposal/decline', { proposalId: v7() }],
      ['POST', '/proposal/withdraw', { proposalId: v7() }],
    ] as const) {
      expect((await stranger.send(method, `${path}${rest}`, body)).status, rest).toBe(401)
      expect(codeOf(await petra.send(method, `/o/${alpweb}/partnerships/${partnershipId}${rest}`, body)), rest).toEqual([404, 'not_found'])
      expect(
        codeOf(await other.customer.ruth.send(method, `/o/${other.customer.id}/partnerships/${partnershipId}${rest}`, body)),
        rest,
      ).toEqual([404, 'not_found'])
      const max = await givenMember(customer, 'collaborator')
      expect(codeOf(await max.send(method, `${path}${rest}`, body)), rest).toEqual([403, 'not_entitled'])
    }
  })
})

describe('fewer rights', () => {
  test('hold at once: the very next question of the partner is refused', async () => {
    const { customer, path, partnershipId } = await givenServed(['domain.view', 'domain.manage', 'members.view'])
    expect((await petra.send('POST', `/c/${partnershipId}/visit`, {})).status).toBe(200)
    const before = await petra.get(`/c/${partnershipId}/shell`)
    expect(before.body['rights']).toContain('members.view')
    const narrowed = await customer.ruth.send('POST', `${path}/narrow`, { version: 1, keep: [all('domain.view')], end: null })
    expect(narrowed).toMatchObject({ status: 200, body: { version: 2 } })
    const after = await petra.get(`/c/${partnershipId}/shell`)
    expect(after.body['rights']).toEqual(['domain.view'])
    expect(await rightsOf(partnershipId)).toEqual(['domain.view'])
    expect(await kindsOf(partnershipId)).toContain('partnership.narrowed')
    expect((await mailTo(server, 'marc@alpweb.example')).subject).toBeTruthy()
  })

  test('never mean more, and never undo what somebody else changed meanwhile', async () => {
    const { customer, path } = await givenServed(['domain.view'])
    expect(codeOf(await customer.ruth.send('POST', `${path}/narrow`, { version: 1, keep: [all('domain.manage')], end: null }))).toEqual([
      422,
      'enlarges',
    ])
    expect(codeOf(await customer.ruth.send('POST', `${path}/narrow`, { version: 2, keep: [], end: null }))).toEqual([
      409,
      'changed_meanwhile',
    ])
    expect(codeOf(await customer.ruth.send('POST', `${path}/narrow`, { version: 1, keep: [all('domain.view')], end: null }))).toEqual([
      409,
      'nothing_changed',
    ])
  })

  test('are not for administrators to decide', async () => {
    const { customer, path } = await givenServed()
    const max = await givenMember(customer, 'administrator')
    expect(codeOf(await max.send('POST', `${path}/narrow`, { version: 1, keep: [], end: null }))).toEqual([403, 'not_entitled'])
  })
})

describe('more rights', () => {
  test('are the customer’s alone to give, with a fresh authentication, and all legal representatives learn it', async () => {
    const { customer, path, partnershipId } = await givenServed(['domain.view'])
    const second = await givenMember(customer, 'legal_representative')
    const body = { version: 1, rights: [all('domain.view'), all('mail.manage')], terms: noTerms, renew: false }
    await owner.query(`update session set authenticated_at = now() - interval '16 minutes' where person_id = $1`, [customer.personId])
    expect(codeOf(await customer.ruth.send('PUT', `${path}/grant`, body))).toEqual([403, 'fresh_authentication_needed'])
    const changed = await second.send('PUT', `${path}/grant`, body)
    expect(changed).toMatchObject({ status: 200, body: { version: 2, needsSecureSignIn: false } })
    expect(await rightsOf(partnershipId)).toEqual(['domain.view', 'mail.manage', 'mail.view'])
    const mail = await mailTo(server, customer.email, 3)
    expect(mail.text).toContain('Alpweb AG')
  })

  test('do not include that the partner pays: that is asked', async () => {
    const { customer, path } = await givenServed(['domain.view'])
    const terms = { ...noTerms, payer: 'partner' }
    expect(
      codeOf(await customer.ruth.send('PUT', `${path}/grant`, { version: 1, rights: [all('domain.view')], terms, renew: false })),
    ).toEqual([409, 'partner_must_agree'])
    expect((await customer.ruth.send('POST', `${path}/ask-to-pay`, { version: 1 })).status).toBe(200)
    expect(codeOf(await customer.ruth.send('POST', `${path}/ask-to-pay`, { version: 1 }))).toEqual([409, 'already_open'])
    const shown = await customer.ruth.get(path)
    expect(shown.body['proposal']).toMatchObject({ side: 'customer', rights: [], terms: { payer: 'partner' }, cannot: null })
    const { id } = shown.body['proposal'] as { id: string }
    expect((await customer.ruth.send('POST', `${path}/proposal/withdraw`, { proposalId: id })).status).toBe(200)
    expect((await customer.ruth.get(path)).body).toMatchObject({ state: 'active', proposal: null })
  })

  test('that a partner asks for later are answered on the partner’s page', async () => {
    const { customer, path, managedCustomerId, partnershipId } = await givenServed(['domain.view'])
    const more = {
      rights: [asked('mail.view', { reason: 'for your new addresses' }), asked('mail.manage', { required: true })],
      terms: noTerms,
      validityDays: 30,
    }
    expect((await petra.send('POST', `/o/${alpweb}/customers/${managedCustomerId}/more`, more)).status).toBe(200)
    const shown = await customer.ruth.get(path)
    expect(shown.body['proposal']).toMatchObject({ side: 'partner', by: 'Petra', cannot: null })
    const { id } = shown.body['proposal'] as { id: string }
    const body = { proposalId: id, decision: 'grant', rights: [all('mail.view'), all('mail.manage')], notGranted: [], terms: noTerms }
    const max = await givenMember(customer, 'administrator')
    expect(codeOf(await max.send('POST', `${path}/proposal/answer`, body))).toEqual([403, 'not_entitled'])
    const answers = await Promise.all(Array.from({ length: 20 }, () => customer.ruth.send('POST', `${path}/proposal/answer`, body)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(new Set(answers.filter(({ status }) => status !== 200).map((answer) => answer.body['code']))).toEqual(
      new Set(['already_answered']),
    )
    expect(await rightsOf(partnershipId)).toEqual(['domain.view', 'mail.manage', 'mail.view'])
  })
})

describe('stop and end', () => {
  test('one tap stops everything, visits included, by an administrator and without a fresh authentication', async () => {
    const { customer, path, partnershipId } = await givenServed()
    await petra.send('POST', `/c/${partnershipId}/visit`, {})
    const list = await customer.ruth.get(`/o/${customer.id}/partnerships`)
    expect(list.body['partnerships']).toMatchObject([{ visitsNow: [{ person: 'Petra' }] }])
    const max = await givenMember(customer, 'administrator')
    await owner.query(`update session set authenticated_at = now() - interval '5 hours' where token_hash = sha256($1::bytea)`, [
      Buffer.from(max.token),
    ])
    const stopped = await max.send('POST', `${path}/stop`, {})
    expect(stopped).toMatchObject({ status: 200, body: { visitsEnded: 1 } })
    expect(codeOf(await petra.get(`/c/${partnershipId}/shell`))).toEqual([403, 'access_stopped'])
    expect(codeOf(await petra.send('POST', `/c/${partnershipId}/visit`, {}))).toEqual([403, 'access_stopped'])
    expect(codeOf(await max.send('POST', `${path}/stop`, {}))).toEqual([409, 'already_suspended'])
    expect(codeOf(await max.send('POST', `${path}/resume`, {}))).toEqual([403, 'not_entitled'])
    expect((await customer.ruth.get(path)).body).toMatchObject({
      state: 'suspended_by_customer',
      visits: [{ person: 'Petra', endedBy: 'customer' }],
    })
    expect(await kindsOf(partnershipId)).toEqual(expect.arrayContaining(['partnership.suspended', 'visit.ended']))
    expect((await customer.ruth.send('POST', `${path}/resume`, {})).status).toBe(200)
    expect((await petra.send('POST', `/c/${partnershipId}/visit`, {})).status).toBe(200)
  })

  test('ending one visit leaves the way in open', async () => {
    const { customer, path, partnershipId } = await givenServed()
    const entered = await petra.send('POST', `/c/${partnershipId}/visit`, {})
    expect((await customer.ruth.send('DELETE', `${path}/visits/${String(entered.body['id'])}`)).status).toBe(200)
    expect((await petra.get(`/c/${partnershipId}/shell`)).status).toBe(403)
    expect(codeOf(await customer.ruth.send('DELETE', `${path}/visits/${String(entered.body['id'])}`))).toEqual([403, 'visit_over'])
    expect((await petra.send('POST', `/c/${partnershipId}/visit`, {})).status).toBe(200)
  })

  test('ending is considered: a preview, a fresh authentication, and nothing comes back', async () => {
    const { customer, path, partnershipId } = await givenServed()
    await petra.send('POST', `/c/${partnershipId}/visit`, {})
    expect((await customer.ruth.get(`${path}/ending`)).body).toMatchObject({
      rights: 3,
      visitsNow: [{ person: 'Petra' }],
      openProposal: false,
      paid: [],
    })
    await owner.query(`update session set authenticated_at = now() - interval '16 minutes' where person_id = $1`, [customer.personId])
    expect(codeOf(await customer.ruth.send('POST', `${path}/end`, { reason: null }))).toEqual([403, 'fresh_authentication_needed'])
    await owner.query('update session set authenticated_at = now() where person_id = $1', [customer.personId])
    expect((await customer.ruth.send('POST', `${path}/end`, { reason: 'We do it ourselves now.' })).body).toMatchObject({
      visitsEnded: 1,
      receipt: { id: expect.any(String) },
    })
    expect((await petra.get(`/c/${partnershipId}/shell`)).status).toBe(403)
    expect(codeOf(await customer.ruth.send('POST', `${path}/resume`, {}))).toEqual([409, 'already_ended'])
    expect((await customer.ruth.get(path)).body).toMatchObject({ state: 'ended', endedBy: 'customer' })
  })

  test('where only named people are admitted, everybody else is out at once', async () => {
    const { customer, path, partnershipId } = await givenServed()
    await petra.send('POST', `/c/${partnershipId}/visit`, {})
    await marc.send('POST', `/c/${partnershipId}/visit`, {})
    expect((await customer.ruth.send('PUT', `${path}/people`, { namedPeopleOnly: true, people: [people.marc] })).status).toBe(200)
    expect((await petra.get(`/c/${partnershipId}/shell`)).status).toBe(403)
    expect((await marc.get(`/c/${partnershipId}/shell`)).status).toBe(200)
    expect(codeOf(await customer.ruth.send('PUT', `${path}/people`, { namedPeopleOnly: true, people: [people.marc] }))).toEqual([
      409,
      'nothing_changed',
    ])
    expect(codeOf(await customer.ruth.send('PUT', `${path}/people`, { namedPeopleOnly: true, people: [customer.personId] }))).toEqual([
      404,
      'not_found',
    ])
    expect((await customer.ruth.get(path)).body).toMatchObject({
      namedPeopleOnly: true,
      people: [
        { name: 'Petra', isAdmitted: false },
        { name: 'Marc', isAdmitted: true },
      ],
    })
  })
})

describe('a partnership the customer begins', () => {
  test('verified partners are found by name or domain; an offer waits for the partner’s yes', async () => {
    const customer = await givenCustomer(server, 'Garage Élan Sàrl', 'contact@garage.example')
    const found = await customer.ruth.get(`/o/${customer.id}/verified-partners?search=webw`)
    expect(found.body['partners']).toMatchObject([{ id: webwerk, name: 'Webwerk GmbH', partnershipId: null }])
    const begin = `/o/${customer.id}/verified-partners/${webwerk}`
    expect((await stranger.get(begin)).status).toBe(401)
    expect((await customer.ruth.get(begin)).body).toMatchObject({ partner: { name: 'Webwerk GmbH', partnershipId: null }, products: [] })
    expect(codeOf(await customer.ruth.get(`/o/${customer.id}/verified-partners/${customer.id}`))).toEqual([404, 'not_found'])
    const body = { partnerId: webwerk, rights: [all('domain.view')], terms: noTerms }
    expect((await stranger.send('POST', `/o/${customer.id}/partnerships`, body)).status).toBe(401)
    const max = await givenMember(customer, 'administrator')
    expect(codeOf(await max.send('POST', `/o/${customer.id}/partnerships`, body))).toEqual([403, 'not_entitled'])
    expect(codeOf(await max.get(begin))).toEqual([403, 'not_entitled'])
    const offered = await customer.ruth.send('POST', `/o/${customer.id}/partnerships`, body)
    expect(offered.status).toBe(200)
    const partnershipId = String(offered.body['partnershipId'])
    expect(await kindsOf(partnershipId)).toEqual(['partnership.proposed', 'proposal.made'])
    expect(await rightsOf(partnershipId)).toEqual([])
    expect(codeOf(await customer.ruth.send('POST', `/o/${customer.id}/partnerships`, body))).toEqual([409, 'already_customer'])
    await mailAbout(server, 'paul@webwerk.example', /Garage Élan Sàrl/)
    const row = await owner.query('select id from managed_customer where partnership_id = $1', [partnershipId])
    const accepted = await story.paul.send('POST', `/o/${webwerk}/customers/${row.rows[0].id}/proposal/accept`, { number: 1 })
    expect(accepted.status).toBe(200)
    expect(await rightsOf(partnershipId)).toEqual(['domain.view'])
    expect((await customer.ruth.get(`/o/${customer.id}/partnerships/${partnershipId}`)).body).toMatchObject({
      state: 'active',
      startedBy: 'customer',
    })
  })

  test('only a verified partner, and never oneself, can be authorised', async () => {
    const customer = await givenCustomer(server, 'Weingut Höss', 'weingut@hoess.example')
    const other = await givenCustomer(server, 'Kein Partner AG', 'kein@partner.example')
    const offer = (partnerId: string) =>
      customer.ruth.send('POST', `/o/${customer.id}/partnerships`, { partnerId, rights: [all('domain.view')], terms: noTerms })
    expect(codeOf(await offer(other.id))).toEqual([404, 'not_found'])
    expect(codeOf(await offer(v7()))).toEqual([404, 'not_found'])
    expect(codeOf(await offer(customer.id))).toEqual([422, 'own_organisation'])
    expect((await customer.ruth.get(`/o/${customer.id}/verified-partners?search=kein`)).body['partners']).toEqual([])
  })
})

test('the collaborator of the partner has no say in any of it', async () => {
  const { path } = await givenServed()
  expect(codeOf(await anna.send('POST', `${path}/stop`, {}))).toEqual([404, 'not_found'])
})
