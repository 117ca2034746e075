// A baker gets a request and has no account: a code, a name, an organisation, the answer; and only then something better than a code.
import { expect, test } from 'vitest'
import { givenBrowser } from '../given-browser.ts'
import { codeSentTo, mailTo } from '../given-people.ts'
import { asked, givenPartners, noTerms, requestTo } from '../given-requests.ts'
import { givenServer } from '../server.ts'

const server = await givenServer()
const { alpweb, petra } = await givenPartners(server)
const address = 'chef@neue-baeckerei.example'
const browser = givenBrowser(server)
let token = ''
let id = ''
let organisation = ''
let partnership = ''

test('the mail says who asks for what, and its link shows who asks and until when to whoever opens it', async () => {
  const rights = [
    asked('mail.view'),
    asked('mail.content', { reason: 'To set up the phones', withoutIt: 'Phones cannot be set up remotely' }),
  ]
  const sent = await petra.send('POST', `/o/${alpweb}/requests`, requestTo({ email: address }, { rights }))
  id = String(sent.body['managedCustomerId'])
  const mail = await mailTo(server, address)
  expect(mail.subject).toBe('Access request from Alpweb AG')
  expect(mail.text).not.toMatch(/To set up the phones|set up remotely/)
  token = /\/r\/([A-Za-z0-9_-]{20,})/.exec(mail.text)?.[1] ?? ''
  const opened = await browser.get(`/requests/${token}`)
  expect(opened.body).toMatchObject({ state: 'open', partner: { name: 'Alpweb AG' } })
  expect(JSON.stringify(opened.body)).not.toMatch(/mail\.|phones/)
  expect((await browser.get(`/requests/${token}/consent`)).status).toBe(401)
})

test('a code to the invited address opens it; somebody new gives a name and an organisation for which they may decide', async () => {
  await browser.send('POST', `/requests/${token}/code`, { address: 1, language: 'en' })
  const code = await codeSentTo(server, address, 2)
  const verify = (more: object) => browser.send('POST', `/requests/${token}/verify`, { address: 1, code, language: 'en', ...more })
  expect((await verify({})).body['next']).toBe('name')
  expect((await verify({ name: 'Claude Chef' })).body['next']).toBe('consent')
  const before = await browser.get(`/requests/${token}/consent`)
  expect(before.body).toMatchObject({
    organisations: [],
    organisation: null,
    proposal: { rights: [{ reason: null }, { reason: 'To set up the phones', withoutIt: 'Phones cannot be set up remotely' }] },
  })
  const created = await browser.send('POST', '/organisations', { name: 'Neue Bäckerei', country: 'CH', language: 'de', mayDecide: true })
  organisation = String(created.body['organisationId'])
  expect((await browser.get(`/requests/${token}/consent`)).body).toMatchObject({ organisation: { id: organisation, cannotAnswer: null } })
})

test('the answer holds at once, but what is sensitive waits for something better than a code', async () => {
  const { proposal } = (await browser.get(`/requests/${token}/consent`)).body as { proposal: { id: string } }
  const everything = [{ kind: 'all', future: true }]
  const rights = ['mail.view', 'mail.content'].map((right) => ({ right, scopes: everything }))
  const answer = { organisationId: organisation, proposalId: proposal.id, decision: 'grant', rights, notGranted: [], terms: noTerms }
  const answered = await browser.send('POST', `/requests/${token}/answer`, answer)
  expect(answered.body).toMatchObject({ outcome: 'as_asked', needsSecureSignIn: true })
  partnership = String(answered.body['partnershipId'])
  const shown = (await petra.get(`/o/${alpweb}/customers/${id}/profile`)).body['rights']
  expect(shown).toMatchObject([
    { right: 'mail.view', notEffectiveBecause: null },
    { right: 'mail.content', notEffectiveBecause: 'not_secured', withoutIt: 'Phones cannot be set up remotely' },
  ])
})

test('with a password the sensitive right takes effect, and the history is one request and one answer', async () => {
  expect((await browser.send('PUT', '/account/password', { password: 'a long enough password of Claude' })).status).toBe(200)
  const shown = (await petra.get(`/o/${alpweb}/customers/${id}/profile`)).body['rights']
  expect(shown).toMatchObject([{ notEffectiveBecause: null }, { right: 'mail.content', notEffectiveBecause: null }])
  const { entries } = (await browser.get(`/o/${organisation}/partnerships/${partnership}/conversation`)).body as { entries: object[] }
  expect(entries).toMatchObject([
    { kind: 'proposal', by: 'Petra', state: 'accepted', outcome: { by: 'Claude Chef', leftOut: [] } },
    { kind: 'grant', version: 1, by: 'Claude Chef', differences: [] },
  ])
})
