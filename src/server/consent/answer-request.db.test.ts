import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { addPasskey, givenAuthenticator } from '../../../tests/given-authenticator.ts'
import { type Caller, givenCaller, givenStranger } from '../../../tests/given-caller.ts'
import { givenOrganisation, givenPerson } from '../../../tests/given-people.ts'
import {
  answered,
  asked,
  type GivenCustomer,
  givenActive,
  givenCustomer,
  givenPartners,
  noTerms,
  requestTo,
  tokenOf,
} from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const story = await givenPartners(server)
const { alpweb, petra, people } = story
const { owner } = server.database
let count = 0

async function givenRequest(
  customer: { readonly email: string },
  rights: readonly object[] = [asked('domain.view'), asked('domain.manage')],
  more: object = {},
) {
  const sent = await petra.send('POST', `/o/${alpweb}/requests`, requestTo({ email: customer.email }, { rights }, more))
  expect(sent.status).toBe(200)
  const id = String(sent.body['managedCustomerId'])
  return { id, token: await tokenOf(server, id) }
}

async function givenNewCustomer(name = 'Bäckerei Zürcher GmbH'): Promise<GivenCustomer> {
  return givenCustomer(server, name, `info${++count}@kunde.example`)
}

async function givenMember(customer: GivenCustomer, role: 'administrator' | 'collaborator'): Promise<Caller> {
  const personId = await givenPerson(server, {
    name: `Max ${role}`,
    email: `${role}${++count}@kunde.example`,
    password: 'a long enough password for Max',
  })
  await seal(`insert into member (organisation_id, person_id, role, added_at) values ('${customer.id}', '${personId}', '${role}', now())`)
  return givenCaller(server, personId)
}

const bodyFor = async (caller: Caller, token: string, customer: GivenCustomer, more: object = {}) => {
  const consent = await caller.get(`/requests/${token}/consent?organisation=${customer.id}`)
  const { id } = (consent.body['proposal'] ?? { id: v7() }) as { id: string }
  const rights = ['domain.view', 'domain.manage'].map((right) => ({ right, scopes: [{ kind: 'all', future: true }] }))
  return { organisationId: customer.id, proposalId: id, decision: 'grant', rights, notGranted: [], terms: noTerms, ...more }
}

const eventsOf = async (partnershipId: string) => {
  const { rows } = await owner.query('select kind from journal where partnership_id = $1 order by position', [partnershipId])
  return rows.map(({ kind }) => kind)
}

const rightsOf = async (partnershipId: string) => {
  const { rows } = await owner.query('select "right", scope_kind, scope_key from granted_right where partnership_id = $1 order by 1, 3', [
    partnershipId,
  ])
  return rows.map((row) => (row.scope_kind === 'product' ? `${row.right}:${row.scope_key}` : row.right))
}

test('granting as asked begins an active partnership with exactly these rights, and both sides read it', async () => {
  const customer = await givenNewCustomer()
  const { id } = await givenRequest(customer)
  const answer = await answered(server, customer, id, ['domain.view', 'domain.manage'])
  expect(answer).toMatchObject({
    status: 200,
    body: { outcome: 'as_asked', organisationName: 'Bäckerei Zürcher GmbH', partnerName: 'Alpweb AG', needsSecureSignIn: false },
  })
  const partnershipId = String(answer.body['partnershipId'])
  expect(await rightsOf(partnershipId)).toEqual(['domain.manage', 'domain.view'])
  expect(await eventsOf(partnershipId)).toEqual(['request.claimed', 'partnership.proposed', 'proposal.accepted', 'partnership.granted'])
  const { rows } = await owner.query('select state, started_by, grant_version from partnership where id = $1', [partnershipId])
  expect(rows).toEqual([{ state: 'active', started_by: 'partner', grant_version: 1 }])
})

test('fewer, others and chosen products are granted as chosen, and the difference is told', async () => {
  const customer = await givenNewCustomer()
  const productId = v7()
  await seal(
    `insert into product (organisation_id, id, family, name, payer_id, created_at) values ('${customer.id}', '${productId}', 'domain', 'zuercher.example', '${customer.id}', now())`,
  )
  const { token } = await givenRequest(customer, [asked('domain.view'), asked('domain.manage'), asked('mail.view')])
  const only = [{ kind: 'product', productId }]
  const answer = await customer.ruth.send(
    'POST',
    `/requests/${token}/answer`,
    await bodyFor(customer.ruth, token, customer, {
      rights: [
        { right: 'domain.manage', scopes: only },
        { right: 'domain.view', scopes: only },
        { right: 'hosting.view', scopes: [{ kind: 'all', future: false }] },
      ],
    }),
  )
  expect(answer).toMatchObject({ status: 200, body: { outcome: 'different' } })
  expect(Object.fromEntries((answer.body['rows'] as { right: string; kind: string }[]).map(({ right, kind }) => [right, kind]))).toEqual({
    'domain.view': 'as_requested',
    'domain.manage': 'as_requested',
    'mail.view': 'left_out',
    'hosting.view': 'added',
  })
  expect(await rightsOf(String(answer.body['partnershipId']))).toEqual([
    `domain.manage:${productId}`,
    `domain.view:${productId}`,
    'hosting.view',
  ])
})

test('another organisation’s product cannot be named', async () => {
  const customer = await givenNewCustomer()
  const other = await givenNewCustomer('Andere AG')
  const productId = v7()
  await seal(
    `insert into product (organisation_id, id, family, name, payer_id, created_at) values ('${other.id}', '${productId}', 'domain', 'andere.example', '${other.id}', now())`,
  )
  const { token } = await givenRequest(customer)
  const body = await bodyFor(customer.ruth, token, customer, {
    rights: [{ right: 'domain.view', scopes: [{ kind: 'product', productId }] }],
  })
  const answer = await customer.ruth.send('POST', `/requests/${token}/answer`, body)
  expect([answer.status, answer.body['code']]).toEqual([422, 'scope_not_fitting'])
})

test('leaving out a required right is a counter-proposal: nothing is granted until the partner agrees', async () => {
  const customer = await givenNewCustomer()
  const { id, token } = await givenRequest(customer, [asked('domain.view'), asked('mail.manage', { required: true })])
  const refused = await customer.ruth.send(
    'POST',
    `/requests/${token}/answer`,
    await bodyFor(customer.ruth, token, customer, { rights: [{ right: 'domain.view', scopes: [{ kind: 'all', future: true }] }] }),
  )
  expect([refused.status, refused.body['code']]).toEqual([409, 'changed_meanwhile'])
  const answer = await answered(server, customer, id, ['domain.view'], { decision: 'propose' })
  expect(answer).toMatchObject({ status: 200, body: { outcome: 'proposed' } })
  const partnershipId = String(answer.body['partnershipId'])
  expect(await rightsOf(partnershipId)).toEqual([])
  expect(await eventsOf(partnershipId)).toEqual(['request.claimed', 'partnership.proposed', 'proposal.countered', 'proposal.made'])
  const { rows } = await owner.query('select state, side from proposal where partnership_id = $1 order by number', [partnershipId])
  expect(rows).toEqual([
    { state: 'countered', side: 'partner' },
    { state: 'open', side: 'customer' },
  ])
})

test('making the partner pay is a question to the partner', async () => {
  const customer = await givenNewCustomer()
  const { id } = await givenRequest(customer)
  const answer = await answered(server, customer, id, ['domain.view', 'domain.manage'], {
    decision: 'propose',
    terms: { ...noTerms, payer: 'partner' },
  })
  expect(answer.body['outcome']).toBe('proposed')
  const { rows } = await owner.query(
    `select body -> 'reasons' as reasons from journal where kind = 'proposal.countered' and partnership_id = $1`,
    [answer.body['partnershipId']],
  )
  expect(rows).toEqual([{ reasons: ['partner_asked_to_pay'] }])
})

test('a sensitive required right must be answered, and a refused one wins', async () => {
  const customer = await givenNewCustomer()
  const { id } = await givenRequest(customer, [asked('hosting.view'), asked('hosting.content', { required: true })])
  const silent = await answered(server, customer, id, ['hosting.view'], { decision: 'propose' })
  expect([silent.status, silent.body['code']]).toEqual([422, 'sensitive_unanswered'])
  const said = await answered(server, customer, id, ['hosting.view'], { decision: 'propose', notGranted: ['hosting.content'] })
  expect(said.body['outcome']).toBe('proposed')
})

test.each(['a password', 'a passkey'])('sensitive rights wait until whoever granted them sets %s', async (means) => {
  const email = `nina${means.length}@nurcode.example`
  const personId = await givenPerson(server, { name: 'Nina Neu', email })
  const organisation = await givenOrganisation(server, { name: 'Nur Code GmbH', members: [[personId, 'legal_representative']] })
  const nina = await givenCaller(server, personId, 'email')
  const customer = {
    id: organisation,
    name: 'Nur Code GmbH',
    email,
    number: '',
    personId,
    ruth: nina,
  } as GivenCustomer
  const { id } = await givenRequest(customer, [asked('hosting.view'), asked('hosting.content')])
  const answer = await answered(server, customer, id, ['hosting.view', 'hosting.content'])
  expect(answer.body).toMatchObject({ outcome: 'as_asked', needsSecureSignIn: true })
  const secured = () =>
    owner.query('select secured_at is not null as is from grant_version where partnership_id = $1', [answer.body['partnershipId']])
  expect((await secured()).rows).toEqual([{ is: false }])
  const set =
    means === 'a password'
      ? await nina.send('PUT', '/account/password', { password: 'correct horse battery staple nine' })
      : await addPasskey(nina, givenAuthenticator(server.url))
  expect(set.status).toBe(200)
  expect((await secured()).rows).toEqual([{ is: true }])
})

test('of fifty answers at once exactly one decides', async () => {
  const customer = await givenNewCustomer()
  const { id, token } = await givenRequest(customer)
  const body = await bodyFor(customer.ruth, token, customer)
  const kinds = Array.from({ length: 50 }, (_, number) => number)
  const answers = await Promise.all(
    kinds.map((number) =>
      number % 5 === 4
        ? customer.ruth.send('POST', `/requests/${token}/decline`, { organisationId: customer.id })
        : number % 5 === 3
          ? petra.send('POST', `/o/${alpweb}/customers/${id}/withdraw`, {})
          : customer.ruth.send('POST', `/requests/${token}/answer`, body),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  const others = answers.filter(({ status }) => status !== 200).map((answer) => String(answer.body['code']))
  expect(
    others.filter((code) => !['already_answered', 'already_claimed', 'request_withdrawn', 'already_customer', 'not_found'].includes(code)),
  ).toEqual([])
  const { rows } = await owner.query('select count(*)::int as partnerships from partnership where customer_id = $1', [customer.id])
  expect(rows[0].partnerships).toBeLessThanOrEqual(1)
})

test('administrators and collaborators cannot grant or decline, and see whom to ask', async () => {
  const customer = await givenNewCustomer()
  const { rows } = await owner.query('select number from organisation where id = $1', [customer.id])
  const sent = await petra.send('POST', `/o/${alpweb}/requests`, requestTo({ customerNumber: rows[0].number }))
  const token = await tokenOf(server, String(sent.body['managedCustomerId']))
  for (const role of ['administrator', 'collaborator'] as const) {
    const max = await givenMember(customer, role)
    const consent = await max.get(`/requests/${token}/consent`)
    expect(consent.body['organisation']).toMatchObject({
      cannotAnswer: 'not_entitled',
      may: ['pass_on'],
      products: [],
      representatives: [{ name: 'Ruth Bäckerei Zürcher GmbH' }],
    })
    const answer = await max.send('POST', `/requests/${token}/answer`, await bodyFor(max, token, customer))
    expect([answer.status, answer.body['code']]).toEqual([403, 'not_entitled'])
    expect((await max.send('POST', `/requests/${token}/decline`, { organisationId: null })).body['code']).toBe('not_entitled')
  }
})

test('nobody, and somebody whom the request does not concern, cannot answer', async () => {
  const customer = await givenNewCustomer()
  const other = await givenNewCustomer('Fremd AG')
  const { token } = await givenRequest(customer)
  const body = await bodyFor(customer.ruth, token, customer)
  expect((await givenStranger(server).send('POST', `/requests/${token}/answer`, body)).status).toBe(401)
  const foreign = await other.ruth.send('POST', `/requests/${token}/answer`, { ...body, organisationId: other.id })
  expect([foreign.status, foreign.body['code']]).toEqual([403, 'address_not_proven'])
  const notMine = await other.ruth.send('POST', `/requests/${token}/answer`, body)
  expect([notMine.status, notMine.body['code']]).toEqual([404, 'not_found'])
})

test('whoever asked cannot answer, whatever organisations they belong to', async () => {
  const petraToo = await givenOrganisation(server, { name: 'Petras Verein', members: [[people.petra, 'legal_representative']] })
  const { id, token } = await givenRequest({ email: 'verein@petra.example' })
  await givenProof(id, people.petra, 'verein@petra.example')
  const consent = await petra.get(`/requests/${token}/consent?organisation=${petraToo}`)
  expect(consent.body['organisation']).toMatchObject({ cannotAnswer: 'asker_cannot_answer', may: [] })
  const customer = { id: petraToo } as GivenCustomer
  const answer = await petra.send('POST', `/requests/${token}/answer`, await bodyFor(petra, token, customer))
  expect([answer.status, answer.body['code']]).toEqual([403, 'asker_cannot_answer'])
  expect((await petra.send('POST', `/requests/${token}/decline`, { organisationId: petraToo })).body['code']).toBe('asker_cannot_answer')
})

test('a request cannot be answered for the organisation that asks', async () => {
  const { id, token } = await givenRequest({ email: 'marc@privat.example' })
  await givenProof(id, people.marc, 'marc@privat.example')
  const marcIsToo = { id: alpweb } as GivenCustomer
  const answer = await story.marc.send('POST', `/requests/${token}/answer`, await bodyFor(story.marc, token, marcIsToo))
  expect([answer.status, answer.body['code']]).toEqual([422, 'own_organisation'])
})

test('two requests that reach the same organisation merge: the second adds to what is in force', async () => {
  const customer = await givenNewCustomer()
  const second = await givenRequest({ email: 'zweite@adresse.example' }, [asked('mail.view')])
  const { partnershipId } = await givenActive(server, story, customer)
  await givenProof(second.id, customer.personId, 'zweite@adresse.example')
  const consent = await customer.ruth.get(`/requests/${second.token}/consent`)
  expect(consent.body['organisation']).toMatchObject({ alreadyGranted: [{ right: 'domain.view' }, { right: 'domain.manage' }] })
  const answer = await answered(server, customer, second.id, ['mail.view'])
  expect(answer.body).toMatchObject({ outcome: 'as_asked', partnershipId })
  expect(await rightsOf(partnershipId)).toEqual(['domain.manage', 'domain.view', 'mail.view'])
})

test('declining needs no organisation and no reason, and the partner learns only that', async () => {
  const personId = await givenPerson(server, { name: 'Otto Ohne', email: 'otto@ohne.example' })
  const otto = await givenCaller(server, personId, 'email')
  const { id, token } = await givenRequest({ email: 'otto@ohne.example' })
  expect((await otto.send('POST', `/requests/${token}/decline`, { organisationId: null })).status).toBe(200)
  const { rows } = await owner.query(
    `select j.kind, array_agg(r.organisation_id) as readers from journal j join journal_reader r using (position)
    where j.kind = 'proposal.declined' and j.body ->> 'proposalId' = (select id::text from proposal where invitation_id = $1) group by 1`,
    [id],
  )
  expect(rows).toEqual([{ kind: 'proposal.declined', readers: [alpweb] }])
  expect((await otto.send('POST', `/requests/${token}/decline`, { organisationId: null })).body['code']).toBe('already_answered')
  expect((await givenStranger(server).get(`/requests/${token}`)).body['state']).toBe('answered')
})

test('a request is passed on by name or by address, three times at most, and the receiver may answer', async () => {
  const customer = await givenNewCustomer()
  const max = await givenMember(customer, 'collaborator')
  const address = String(((await max.get('/me')).body['person'] as { email: string }).email)
  const { token } = await givenRequest({ email: address })
  const byName = await max.send('POST', `/requests/${token}/pass-on`, { organisationId: customer.id, personId: customer.personId })
  expect(byName).toMatchObject({ status: 200, body: { to: 'Ruth Bäckerei Zürcher GmbH' } })
  expect((await max.send('POST', `/requests/${token}/pass-on`, { email: 'not an address' })).body['code']).toBe('invalid_address')
  expect((await max.send('POST', `/requests/${token}/pass-on`, { email: customer.email })).body['code']).toBe('nothing_changed')
  expect((await max.send('POST', `/requests/${token}/pass-on`, { email: 'dritte@person.example' })).status).toBe(200)
  expect((await max.send('POST', `/requests/${token}/pass-on`, { email: 'vierte@person.example' })).status).toBe(200)
  expect((await max.send('POST', `/requests/${token}/pass-on`, { email: 'fuenfte@person.example' })).body['code']).toBe(
    'passed_on_too_often',
  )
  const answer = await customer.ruth.send('POST', `/requests/${token}/answer`, await bodyFor(customer.ruth, token, customer))
  expect(answer.status).toBe(200)
})

test('granting asks for a fresh authentication', async () => {
  const customer = await givenNewCustomer()
  const { token } = await givenRequest(customer)
  const body = await bodyFor(customer.ruth, token, customer)
  await owner.query(`update session set authenticated_at = now() - interval '16 minutes' where person_id = $1`, [customer.personId])
  const answer = await customer.ruth.send('POST', `/requests/${token}/answer`, body)
  expect([answer.status, answer.body['code']]).toEqual([403, 'fresh_authentication_needed'])
})

/** The person was sent a code to this address and typed it. */
const givenProof = (invitationId: string, personId: string, address: string) =>
  owner.query('insert into proven_address values ($1, $2, $3, now())', [invitationId, personId, address])

/** Changes facts as the superuser, behind the journal's back. */
async function seal(sql: string): Promise<void> {
  await owner.query(`begin; set local session_replication_role = replica; ${sql}; commit`)
}
