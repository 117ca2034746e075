// The request went to info@, and Max is signed in as himself: a code to the invited address is enough, and both addresses are on record.
import { expect, test } from 'vitest'
import { givenBrowser } from '../given-browser.ts'
import { codeSentTo } from '../given-people.ts'
import { asked, givenCustomer, givenPartners, noTerms, requestTo, tokenOf } from '../given-requests.ts'
import { givenServer } from '../server.ts'

const server = await givenServer()
const { alpweb, petra } = await givenPartners(server)
const max = await givenCustomer(server, 'Holzbau Beck', 'max@mail.example')
const browser = givenBrowser(server, max.ruth.token)
const sent = await petra.send(
  'POST',
  `/o/${alpweb}/requests`,
  requestTo({ email: 'info@holzbau.example' }, { rights: [asked('domain.view')] }),
)
const id = String(sent.body['managedCustomerId'])
const token = await tokenOf(server, id)

test('he is told to which address it was sent, hidden but for its beginning, and that his is another one', async () => {
  expect((await browser.get(`/requests/${token}/consent`)).body['code']).toBe('address_not_proven')
  expect((await browser.get(`/requests/${token}`)).body['addresses']).toEqual([{ number: 1, hint: 'in…@holzbau.example' }])
  expect(
    (
      await browser.send('POST', `/requests/${token}/answer`, {
        organisationId: max.id,
        proposalId: max.id,
        decision: 'grant',
        rights: [],
        notGranted: [],
        terms: noTerms,
      })
    ).status,
  ).toBe(403)
})

test('once his organisation is known by its website, an address of another domain is pointed out', async () => {
  const contact = { street: '', postalCode: '', city: '', phone: '', contactEmail: '', website: 'https://www.beck-holz.example/kontakt' }
  expect((await max.ruth.send('PUT', `/o/${max.id}/organisation`, contact)).status).toBe(200)
  const inner = await petra.send(
    'POST',
    `/o/${alpweb}/requests`,
    requestTo({ customerNumber: max.number }, { rights: [asked('domain.view')] }),
  )
  const own = await tokenOf(server, String(inner.body['managedCustomerId']))
  expect((await browser.get(`/requests/${own}/consent`)).body['organisation']).toMatchObject({ addressElsewhere: null })
})

test('with a code to that address he answers as who he is, and the partner reads both addresses', async () => {
  await browser.send('POST', `/requests/${token}/code`, { address: 1, language: 'en' })
  const code = await codeSentTo(server, 'info@holzbau.example', 2)
  expect((await browser.send('POST', `/requests/${token}/verify`, { address: 1, code, language: 'en' })).body['next']).toBe('consent')
  const { proposal, organisation } = (await browser.get(`/requests/${token}/consent`)).body as {
    proposal: { id: string }
    organisation: object
  }
  expect(organisation).toMatchObject({ addressElsewhere: { address: 'info@holzbau.example', domain: 'beck-holz.example' } })
  const rights = [{ right: 'domain.view', scopes: [{ kind: 'all', future: true }] }]
  const answer = { organisationId: max.id, proposalId: proposal.id, decision: 'grant', rights, notGranted: [], terms: noTerms }
  expect((await browser.send('POST', `/requests/${token}/answer`, answer)).body).toMatchObject({ outcome: 'as_asked' })
  const profile = await petra.get(`/o/${alpweb}/customers/${id}/profile`)
  expect(profile.body['request']).toMatchObject({ sentTo: 'info@holzbau.example', answeredWith: 'max@mail.example' })
  const { rows } = await server.database.owner.query(
    `select d.detail from journal j join journal_detail d on d.position = j.position where j.kind = 'request.claimed'`,
  )
  expect(rows).toEqual([{ detail: { address: 'info@holzbau.example', answeredWith: 'max@mail.example' } }])
})

test('whoever answers from the invited address has nothing else on record', async () => {
  const ruth = await givenCustomer(server, 'Garage Élan', 'ruth@garage.example')
  const other = await petra.send('POST', `/o/${alpweb}/requests`, requestTo({ email: ruth.email }, { rights: [asked('domain.view')] }))
  const profile = await petra.get(`/o/${alpweb}/customers/${String(other.body['managedCustomerId'])}/profile`)
  expect(profile.body['request']).toMatchObject({ sentTo: ruth.email, answeredWith: null })
})
