// Where two must sign, nobody is both: not by a version that a colleague changed, not by a rule that moved in between, not by an unlocked screen.
import { beforeAll, expect, test } from 'vitest'
import type { PersonId } from '../src/domain/ids.ts'
import { type Caller, givenCaller } from './given-caller.ts'
import { givenOrganisation, givenPerson, mailTo } from './given-people.ts'
import { asked, givenPartners, noTerms, requestTo, tokenOf } from './given-requests.ts'
import { givenServer } from './server.ts'

const server = await givenServer()
const { alpweb, petra, people } = await givenPartners(server)
const { owner } = server.database
const person = (name: string) =>
  givenPerson(server, { name, email: `${name.toLowerCase()}@zuercher.example`, password: `a long enough password of ${name}` })
const [ruth, beat, paula, mia] = await Promise.all([person('Ruth'), person('Beat'), person('Paula'), person('Mia')])
const [asRuth, asBeat, asPaula] = [await givenCaller(server, ruth), await givenCaller(server, beat), await givenCaller(server, paula)]
const all = (right: string) => ({ right, scopes: [{ kind: 'all', future: true }] })
const said = ({ status, body }: Awaited<ReturnType<Caller['get']>>) => [status, body['code']]
const signed = [409, 'second_signature_asked']

type Waiting = { id: string; act: string }
const waitingAt = async (as: Caller, at: string) => ((await as.get(`${at}/signatures`)).body['waiting'] as Waiting[])[0] as Waiting
const shownAt = async (as: Caller, at: string) => (await as.get(`${at}/signatures/${(await waitingAt(as, at)).id}`)).body
async function sign(as: Caller, at: string, of?: Waiting) {
  const { id } = of ?? (await waitingAt(as, at))
  return as.send('POST', `${at}/signatures/${id}/sign`, { digest: (await as.get(`${at}/signatures/${id}`)).body['digest'] })
}

beforeAll(() =>
  owner.query(`begin; set local session_replication_role = replica;
    insert into member (organisation_id, person_id, role, added_at) values ('${alpweb}', '${paula}', 'legal_representative', now()); commit`),
)

async function givenBakery(...representatives: readonly PersonId[]) {
  const id = await givenOrganisation(server, {
    name: 'Bäckerei Zürcher GmbH',
    members: [...representatives.map((one) => [one, 'legal_representative'] as const), [mia, 'administrator']],
  })
  return { id, at: `/o/${id}` }
}

/** Ruth answers a request of Petra's: the first signature, or all of it where one is enough. */
async function answered(organisationId: string, token: string) {
  const consent = await asRuth.get(`/requests/${token}/consent?organisation=${organisationId}`)
  const { id: proposalId } = consent.body['proposal'] as { id: string }
  const answer = { organisationId, proposalId, decision: 'grant', rights: [all('domain.view')], notGranted: [], terms: noTerms }
  return asRuth.send('POST', `/requests/${token}/answer`, answer)
}
const request = () =>
  petra.send('POST', `/o/${alpweb}/requests`, requestTo({ email: 'ruth@zuercher.example' }, { rights: [asked('domain.view')] }))

test('whoever wrote a version that a colleague changed does not sign for the customer, whatever organisations they belong to', async () => {
  const bakery = await givenBakery(ruth, people.petra)
  expect((await asRuth.send('PUT', `${bakery.at}/signature-rule`, { twoSignatures: true })).status).toBe(200)
  const row = String((await request()).body['managedCustomerId'])
  const what = { rights: [asked('domain.view'), asked('mail.view')] }
  const revised = await asPaula.send('POST', `/o/${alpweb}/customers/${row}/revise`, { number: 1, what, terms: noTerms })
  expect(revised.status).toBe(200)
  expect(said(await answered(bakery.id, await tokenOf(server, row)))).toEqual(signed)
  const { rows } = await owner.query('select id from partnership where customer_id = $1', [bakery.id])
  const shown = await petra.get(`${bakery.at}/partnerships/${rows[0].id}`)
  expect(shown.body['proposal']).toMatchObject({ by: 'Paula', cannot: 'asker_cannot_answer' })
  expect(said(await sign(petra, bakery.at))).toEqual([403, 'asker_cannot_answer'])
  const { rows: after } = await owner.query('select state from partnership where customer_id = $1', [bakery.id])
  expect(after).toEqual([{ state: 'proposed' }])
})

test('what was signed is all that is carried out, even when one signature is enough by then', async () => {
  const bakery = await givenBakery(ruth, beat)
  const row = String((await request()).body['managedCustomerId'])
  const { partnershipId } = (await answered(bakery.id, await tokenOf(server, row))).body
  const path = `${bakery.at}/partnerships/${String(partnershipId)}/strictness`
  const parts = { namedPeopleOnly: false, reasonNeeded: true, visitsTold: false, twoApprovers: false, secondFactorNeeded: false }
  expect((await asRuth.send('PUT', path, parts)).status).toBe(200)
  expect((await asRuth.send('PUT', `${bakery.at}/signature-rule`, { twoSignatures: true })).status).toBe(200)
  expect(said(await asRuth.send('PUT', path, { ...parts, reasonNeeded: false }))).toEqual(signed)
  const first = await waitingAt(asBeat, bakery.at)
  expect((await shownAt(asBeat, bakery.at))['settings']).toEqual(['reasonNeeded'])
  expect((await asBeat.send('PUT', path, { ...parts, namedPeopleOnly: true })).status).toBe(200)
  expect(said(await asRuth.send('PUT', `${bakery.at}/signature-rule`, { twoSignatures: false }))).toEqual(signed)
  const { waiting } = (await asBeat.get(`${bakery.at}/signatures`)).body as { waiting: Waiting[] }
  expect(
    (
      await sign(
        asBeat,
        bakery.at,
        waiting.find(({ act }) => act === 'one_signature'),
      )
    ).status,
  ).toBe(200)
  expect(said(await sign(asBeat, bakery.at, first))).toEqual([409, 'changed_meanwhile'])
  expect((await asBeat.get(path)).body['parts']).toEqual({ ...parts, namedPeopleOnly: true })
})

test('nobody is told of accesses any more only by whoever shows again who they are', async () => {
  const bakery = await givenBakery(ruth)
  const row = String((await request()).body['managedCustomerId'])
  const { partnershipId } = (await answered(bakery.id, await tokenOf(server, row))).body
  const path = `${bakery.at}/partnerships/${String(partnershipId)}/visit-rules`
  const later = await givenCaller(server, ruth)
  await owner.query(
    `update session set authenticated_at = now() - interval '20 minutes' where person_id = $1 and token_hash = sha256($2)`,
    [ruth, Buffer.from(later.token)],
  )
  expect((await later.send('PUT', path, { reasonNeeded: true, told: [ruth] })).status).toBe(200)
  expect(said(await later.send('PUT', path, { reasonNeeded: true, told: [] }))).toEqual([403, 'fresh_authentication_needed'])
  expect((await asRuth.send('PUT', path, { reasonNeeded: true, told: [] })).status).toBe(200)
})

test('nobody makes their own second hand: where two sign, two say who represents the organisation', async () => {
  const bakery = await givenBakery(ruth, beat)
  expect((await asRuth.send('PUT', `${bakery.at}/signature-rule`, { twoSignatures: true })).status).toBe(200)
  const early = { email: 'early@zuercher.example', role: 'legal_representative', language: 'de' }
  expect(said(await asRuth.send('POST', `${bakery.at}/member-invitations`, early))).toEqual(signed)
  expect(await shownAt(asBeat, bakery.at)).toMatchObject({ act: 'invite_member', named: ['early@zuercher.example'], dismissed: [] })
  expect((await asBeat.send('POST', `${bakery.at}/signatures/${(await waitingAt(asBeat, bakery.at)).id}/refuse`)).status).toBe(200)
  expect(said(await asRuth.send('PATCH', `${bakery.at}/members/${mia}`, { role: 'legal_representative' }))).toEqual(signed)
  expect(await shownAt(asBeat, bakery.at)).toMatchObject({ act: 'change_role', named: ['Mia'], dismissed: [] })
  expect((await (await givenCaller(server, mia)).get(`${bakery.at}/signature-rule`)).body['mayChange']).toBe(false)
  expect((await sign(asBeat, bakery.at)).status).toBe(200)
  const asMia = await givenCaller(server, mia)
  expect((await asMia.get(`${bakery.at}/signature-rule`)).body).toMatchObject({ mayChange: true, representatives: 3 })
  for (const dismissal of [
    asRuth.send('DELETE', `${bakery.at}/members/${beat}`),
    asRuth.send('PATCH', `${bakery.at}/members/${beat}`, { role: 'collaborator' }),
    asRuth.send('POST', `${bakery.at}/members/${beat}/off-board`, { successor: null }),
  ])
    expect([said(await dismissal)]).toEqual([expect.arrayContaining([409])])
  expect((await asBeat.get(`${bakery.at}/signature-rule`)).body['representatives']).toBe(3)
  expect((await asMia.send('POST', `${bakery.at}/members/leave`)).status).toBe(200)
})

test('while a dispute is open nobody is rid of the other one, nor brings somebody in who was asked before', async () => {
  const bakery = await givenBakery(ruth, beat)
  const eve = await person('Eve')
  const asEve = await givenCaller(server, eve)
  const invitation = { email: 'eve@zuercher.example', role: 'legal_representative', language: 'de' }
  const invited = await asRuth.send('POST', `${bakery.at}/member-invitations`, invitation)
  expect(invited.status).toBe(200)
  const row = String((await request()).body['managedCustomerId'])
  const { partnershipId } = (await answered(bakery.id, await tokenOf(server, row))).body
  const dispute = { reason: 'Not agreed.', entries: [] }
  expect((await asBeat.send('POST', `${bakery.at}/partnerships/${String(partnershipId)}/dispute`, dispute)).status).toBe(200)
  expect(said(await asRuth.send('DELETE', `${bakery.at}/members/${beat}`))).toEqual(signed)
  const { text } = await mailTo(server, 'eve@zuercher.example')
  const token = /join\/([A-Za-z0-9_-]{43})/.exec(text)?.[1]
  const accept = () => asEve.send('POST', `/member-invitations/${token}/accept`)
  expect(said(await accept())).toEqual([410, 'request_withdrawn'])
  const again = `${bakery.at}/member-invitations`
  expect((await asBeat.send('DELETE', `${again}/${String(invited.body['invitationId'])}`)).status).toBe(200)
  expect(said(await asRuth.send('POST', again, invitation))).toEqual(signed)
  const { waiting } = (await asBeat.get(`${bakery.at}/signatures`)).body as { waiting: Waiting[] }
  expect(
    (
      await sign(
        asBeat,
        bakery.at,
        waiting.find(({ act }) => act === 'invite_member'),
      )
    ).status,
  ).toBe(200)
  const { rows } = await owner.query("select invited_by, first_by from member_invitation where organisation_id = $1 and state = 'open'", [
    bakery.id,
  ])
  expect(rows).toEqual([{ invited_by: beat, first_by: ruth }])
})

test('whoever is the only one left names another one alone', async () => {
  const bakery = await givenBakery(ruth, beat)
  expect((await asRuth.send('PUT', `${bakery.at}/signature-rule`, { twoSignatures: true })).status).toBe(200)
  expect((await asBeat.send('POST', `${bakery.at}/members/leave`)).status).toBe(200)
  expect((await asRuth.send('PATCH', `${bakery.at}/members/${mia}`, { role: 'legal_representative' })).status).toBe(200)
})
