// Ruth leads two firms. The page asks for which of them she answers; where the partner serves that firm already, the request is one for more.
import { expect, test } from 'vitest'
import { givenOrganisation } from '../given-people.ts'
import { asked, givenCustomer, givenPartners, noTerms, requestTo, tokenOf } from '../given-requests.ts'
import { givenServer } from '../server.ts'

const server = await givenServer()
const { alpweb, petra } = await givenPartners(server)
const bakery = await givenCustomer(server, 'Bäckerei Zürcher GmbH', 'ruth@zuercher.example')
const cafe = await givenOrganisation(server, { name: 'Café Zürcher', members: [[bakery.personId, 'legal_representative']] })
const all = (right: string) => ({ right, scopes: [{ kind: 'all', future: true }] })

async function request(rights: readonly string[]) {
  const sent = await petra.send(
    'POST',
    `/o/${alpweb}/requests`,
    requestTo({ email: bakery.email }, { rights: rights.map((right) => asked(right)) }),
  )
  const token = await tokenOf(server, String(sent.body['managedCustomerId']))
  const consent = (organisation: string) => bakery.ruth.get(`/requests/${token}/consent?organisation=${organisation}`)
  const answer = async (organisation: string, given: readonly string[]) => {
    const { proposal } = (await consent(organisation)).body as { proposal: { id: string } }
    const body = {
      organisationId: organisation,
      proposalId: proposal.id,
      decision: 'grant',
      rights: given.map(all),
      notGranted: [],
      terms: noTerms,
    }
    return bakery.ruth.send('POST', `/requests/${token}/answer`, body)
  }
  return { consent, answer }
}
let partnership = ''

test('both firms are offered, and the answer stands in the name of the one that was chosen', async () => {
  const { consent, answer } = await request(['domain.view'])
  const shown = (await consent(cafe)).body as { organisations: { id: string }[]; organisation: { id: string; alreadyGranted: object[] } }
  expect(shown.organisations.map(({ id }) => id).toSorted()).toEqual([bakery.id, cafe].toSorted())
  expect(shown.organisation).toMatchObject({ id: cafe, alreadyGranted: [] })
  const answered = await answer(cafe, ['domain.view'])
  expect(answered.body).toMatchObject({ outcome: 'as_asked', organisationName: 'Café Zürcher' })
  partnership = String(answered.body['partnershipId'])
  expect((await bakery.ruth.get(`/o/${bakery.id}/partnerships`)).body['partnerships']).toEqual([])
})

test('a second request answered for the same firm adds to what is there, and makes no second partnership', async () => {
  const { consent, answer } = await request(['domain.view', 'mail.view'])
  expect((await consent(cafe)).body['organisation']).toMatchObject({ alreadyGranted: [{ right: 'domain.view' }] })
  const answered = await answer(cafe, ['mail.view'])
  expect(answered.body['partnershipId']).toBe(partnership)
  const { body } = await bakery.ruth.get(`/o/${cafe}/partnerships/${partnership}`)
  expect(body).toMatchObject({ grant: { version: 2, rights: [{ right: 'domain.view' }, { right: 'mail.view' }] } })
  const { entries } = (await bakery.ruth.get(`/o/${cafe}/partnerships/${partnership}/conversation`)).body as {
    entries: { kind: string; differences: object[] }[]
  }
  expect(entries.filter(({ kind }) => kind === 'grant')).toMatchObject([
    { differences: [] },
    { differences: [{ kind: 'added', right: 'mail.view' }] },
  ])
})

test('the same request for the other firm would begin with that one, as if the first were not there', async () => {
  const { consent } = await request(['hosting.view'])
  expect((await consent(bakery.id)).body['organisation']).toMatchObject({ id: bakery.id, alreadyGranted: [], otherPartners: [] })
})
