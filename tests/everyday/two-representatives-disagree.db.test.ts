// Ruth and Beat both represent the bakery and do not agree: each sees what the other did, and whoever wants less gets it at once.
import { expect, test } from 'vitest'
import { givenCaller } from '../given-caller.ts'
import { givenOrganisation, givenPerson } from '../given-people.ts'
import { asked, givenPartners, noTerms, requestTo, tokenOf } from '../given-requests.ts'
import { givenServer } from '../server.ts'

const server = await givenServer()
const { alpweb, petra } = await givenPartners(server)
const person = (name: string) =>
  givenPerson(server, { name, email: `${name.toLowerCase()}@zuercher.example`, password: `a long enough password of ${name}` })
const [ruthId, beatId] = await Promise.all([person('Ruth'), person('Beat')])
const bakery = await givenOrganisation(server, {
  name: 'Bäckerei Zürcher GmbH',
  members: [
    [ruthId, 'legal_representative'],
    [beatId, 'legal_representative'],
  ],
})
const [ruth, beat] = [await givenCaller(server, ruthId), await givenCaller(server, beatId)]
const all = (right: string) => ({ right, scopes: [{ kind: 'all', future: true }] })
const sent = await petra.send(
  'POST',
  `/o/${alpweb}/requests`,
  requestTo({ email: 'ruth@zuercher.example' }, { rights: ['domain.view', 'domain.manage'].map((right) => asked(right)) }),
)
const token = await tokenOf(server, String(sent.body['managedCustomerId']))
const { id: proposalId } = (await ruth.get(`/requests/${token}/consent`)).body['proposal'] as { id: string }
const answer = {
  organisationId: bakery,
  proposalId,
  decision: 'grant',
  rights: ['domain.view', 'domain.manage'].map(all),
  notGranted: [],
  terms: noTerms,
}
const granted = await ruth.send('POST', `/requests/${token}/answer`, answer)
const path = `/o/${bakery}/partnerships/${String(granted.body['partnershipId'])}`

test('Beat reads that Ruth granted, and takes away at once what he would not have given', async () => {
  const { entries } = (await beat.get(`${path}/conversation`)).body as { entries: object[] }
  expect(entries.at(-1)).toMatchObject({ kind: 'grant', by: 'Ruth' })
  expect((await beat.send('POST', `${path}/narrow`, { version: 1, keep: [all('domain.view')], end: null })).status).toBe(200)
  expect((await petra.get(`/o/${alpweb}/customers`)).status).toBe(200)
})

test('Ruth reads who took it away and what, and what she was about to save is refused by name', async () => {
  const late = await ruth.send('POST', `${path}/narrow`, {
    version: 1,
    keep: [all('domain.manage'), all('domain.view')],
    end: { kind: 'after', days: 30 },
  })
  expect(late.body).toMatchObject({ code: 'changed_meanwhile', outcome: { kind: 'narrowed', by: 'Beat' } })
  const { entries } = (await ruth.get(`${path}/conversation`)).body as { entries: object[] }
  expect(entries.at(-1)).toMatchObject({
    kind: 'grant',
    reason: 'narrowed',
    by: 'Beat',
    differences: [{ kind: 'left_out', right: 'domain.manage' }],
  })
})

test('either of them stops at once, the other reads who it was, and nothing works in between', async () => {
  expect((await ruth.send('POST', `${path}/stop`, {})).status).toBe(200)
  expect((await beat.send('POST', `${path}/stop`, {})).body).toMatchObject({
    code: 'already_suspended',
    outcome: { kind: 'suspended', by: 'Ruth' },
  })
  expect((await petra.send('POST', `/c/${String(granted.body['partnershipId'])}/visit`, {})).status).toBe(403)
})

test('a no of one ends the question for both', async () => {
  await ruth.send('POST', `${path}/resume`, {})
  const { rows } = await server.database.owner.query('select id from managed_customer where partner_id = $1', [alpweb])
  await petra.send('POST', `/o/${alpweb}/customers/${rows[0].id}/more`, {
    rights: [asked('mail.view')],
    terms: { ...noTerms, payer: null },
    validityDays: 30,
  })
  const open = ((await ruth.get(path)).body['proposal'] as { id: string }).id
  expect((await beat.send('POST', `${path}/proposal/decline`, { proposalId: open })).status).toBe(200)
  const yes = await ruth.send('POST', `${path}/proposal/answer`, {
    proposalId: open,
    decision: 'grant',
    rights: [all('mail.view')],
    notGranted: [],
    terms: { ...noTerms, payer: null },
  })
  expect(yes.body).toMatchObject({ code: 'already_answered', outcome: { kind: 'declined', by: 'Beat' } })
})

test('while a dispute is open nothing more is given by one of them, and it is taken back by both or by the operator', async () => {
  const opened = await beat.send('POST', `${path}/dispute`, { reason: 'Nobody asked for this.', entries: [] })
  const grant = async () => (await ruth.get(path)).body['grant'] as { version: number }
  const rights = ['domain.view', 'mail.view'].map(all)
  const more = { version: (await grant()).version, rights, terms: noTerms, renew: false }
  expect((await ruth.send('PUT', `${path}/grant`, more)).body['code']).toBe('second_signature_asked')
  const at = `/o/${bakery}`
  const alone = await ruth.send('POST', `${at}/cases/${String(opened.body['id'])}/withdraw`, {})
  expect(alone.body['code']).toBe('second_signature_asked')
  expect((await ruth.get(path)).body['state']).toBe('suspended_by_operator')
  const [first, second] = (await beat.get(`${at}/signatures`)).body['waiting'] as { id: string; act: string; reason: string }[]
  expect([first, second]).toMatchObject([
    { act: 'change_grant', reason: 'dispute' },
    { act: 'withdraw_dispute', reason: 'dispute' },
  ])
  const shown = (await beat.get(`${at}/signatures/${second?.id}`)).body
  expect(shown).toMatchObject({ opens: true, rights: [{ right: 'domain.view' }], added: [] })
  expect((await beat.send('POST', `${at}/signatures/${second?.id}/sign`, { digest: shown['digest'] })).status).toBe(200)
  await expect.poll(async () => (await ruth.get(path)).body['state'], { timeout: 20_000 }).toBe('active')
  expect((await ruth.get(`${at}/cases/${String(opened.body['id'])}`)).body).toMatchObject({ state: 'closed', outcome: 'withdrawn' })
})
