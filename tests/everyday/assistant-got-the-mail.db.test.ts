// Lea at the reception got the mail. She cannot decide, suggests what to answer, and passes it on to Ruth, who finds it filled in.
import { expect, test } from 'vitest'
import { givenCaller } from '../given-caller.ts'
import { givenOrganisation, givenPerson, mailAbout } from '../given-people.ts'
import { asked, givenCustomer, givenPartners, noTerms, requestTo, tokenOf } from '../given-requests.ts'
import { givenServer } from '../server.ts'

const server = await givenServer()
const { alpweb, petra } = await givenPartners(server)
const person = (name: string) =>
  givenPerson(server, { name, email: `${name.toLowerCase()}@zuercher.example`, password: `a long enough password of ${name}` })
const [leaId, ruthId] = await Promise.all([person('Lea'), person('Ruth')])
const bakery = await givenOrganisation(server, {
  name: 'Bäckerei Zürcher GmbH',
  members: [
    [ruthId, 'legal_representative'],
    [leaId, 'collaborator'],
  ],
})
const [lea, ruth] = [await givenCaller(server, leaId), await givenCaller(server, ruthId)]
const sent = await petra.send(
  'POST',
  `/o/${alpweb}/requests`,
  requestTo({ email: 'lea@zuercher.example' }, { rights: ['domain.view', 'mail.view', 'mail.content'].map((right) => asked(right)) }),
)
const id = String(sent.body['managedCustomerId'])
const token = await tokenOf(server, id)
const all = (right: string) => ({ right, scopes: [{ kind: 'all', future: true }] })
const consent = async (caller: typeof lea) =>
  (await caller.get(`/requests/${token}/consent?organisation=${bakery}`)).body as {
    proposal: { id: string }
    organisation: Record<string, unknown>
  }
const body = async (rights: readonly string[]) => ({
  organisationId: bakery,
  proposalId: (await consent(lea)).proposal.id,
  rights: rights.map(all),
  notGranted: [],
  terms: noTerms,
})

test('she sees what is asked and whom to ask, and decides nothing', async () => {
  expect((await consent(lea)).organisation).toMatchObject({
    cannotAnswer: 'not_entitled',
    may: ['pass_on'],
    representatives: [{ name: 'Ruth' }],
    suggestion: null,
  })
  expect((await lea.send('POST', `/requests/${token}/answer`, { ...(await body(['domain.view'])), decision: 'grant' })).body['code']).toBe(
    'not_entitled',
  )
  expect((await lea.send('POST', `/requests/${token}/decline`, { organisationId: bakery })).body['code']).toBe('not_entitled')
})

test('her suggestion is read in her own organisation alone, and the partner learns only that it was passed on', async () => {
  expect((await lea.send('POST', `/requests/${token}/suggest`, await body(['domain.view', 'mail.content']))).status).toBe(200)
  expect((await lea.send('POST', `/requests/${token}/pass-on`, { organisationId: bakery, personId: ruthId })).body).toEqual({ to: 'Ruth' })
  await mailAbout(server, 'ruth@zuercher.example', 'An access request from Alpweb AG was passed on to you')
  const profile = await petra.get(`/o/${alpweb}/customers/${id}/profile`)
  expect(profile.body['request']).toMatchObject({ timesPassedOn: 1 })
  expect(JSON.stringify(profile.body)).not.toMatch(/suggest/)
  const { rows } = await server.database.owner.query(
    `select r.organisation_id from journal j join journal_reader r on r.position = j.position where j.kind = 'request.suggested'`,
  )
  expect(rows).toEqual([{ organisation_id: bakery }])
})

test('when the request is changed, what she suggested to the old one is filled in no more; she suggests anew', async () => {
  const revised = { number: 1, what: { rights: [asked('domain.view'), asked('mail.view'), asked('hosting.view')] }, terms: noTerms }
  const before = await body(['domain.view'])
  expect((await petra.send('POST', `/o/${alpweb}/customers/${id}/revise`, revised)).body).toEqual({ number: 2, state: 'sent' })
  expect((await consent(lea)).organisation).toMatchObject({ suggestion: null })
  expect((await consent(ruth)).organisation).toMatchObject({ suggestion: null })
  expect((await lea.send('POST', `/requests/${token}/suggest`, before)).body['code']).toBe('changed_meanwhile')
  expect((await lea.send('POST', `/requests/${token}/suggest`, await body(['domain.view', 'mail.content']))).status).toBe(200)
})

test('somebody of another organisation cannot suggest for this one', async () => {
  const foreign = await givenCustomer(server, 'Fremd AG', 'jemand@fremd.example')
  expect((await foreign.ruth.send('POST', `/requests/${token}/suggest`, await body(['domain.view']))).status).toBe(404)
})

test('Ruth finds what Lea would answer, and decides something else', async () => {
  expect((await consent(ruth)).organisation).toMatchObject({
    cannotAnswer: null,
    suggestion: {
      by: 'Lea',
      isOwn: false,
      rights: [{ right: 'domain.view' }, { right: 'mail.view' }, { right: 'mail.content' }].filter(({ right }) => right !== 'mail.view'),
    },
  })
  const answer = { ...(await body(['domain.view', 'mail.view'])), decision: 'grant' }
  expect((await ruth.send('POST', `/requests/${token}/answer`, answer)).body).toMatchObject({ outcome: 'different' })
  expect((await lea.send('POST', `/requests/${token}/suggest`, { ...answer, decision: undefined })).body['code']).toBe('already_answered')
})
