// What a partner takes back from its own people, or ends, has a receipt too: the partner keeps it, and of an end the customer has it as well.
import { expect, test } from 'vitest'
import { type Caller, givenCaller } from '../../../tests/given-caller.ts'
import { givenActive, givenCustomer, givenPartners } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const story = await givenPartners(server)
const { alpweb, petra, people } = story
const beck = await givenCustomer(server, 'Bäckerei Zürcher GmbH', 'ruth@beck.example')
const { id: row, partnershipId } = await givenActive(server, story, beck)
const patient = { timeout: 20_000, interval: 50 }

async function complete(caller: Caller, organisation: string, id: string) {
  const look = async () => (await caller.get(`/o/${organisation}/receipts/${id}`)).body
  await expect.poll(async () => (await look())['isComplete'], patient).toBe(true)
  return look()
}
const idOf = (body: Record<string, unknown>) => (body['receipt'] as { id: string } | null)?.id ?? ''
const assign = (ids: readonly string[]) =>
  petra.send('POST', `/o/${alpweb}/customers/${row}/assign`, { people: ids.map((id) => ({ id, rights: null })) })
const receiptsOf = async (caller: Caller, organisation: string) =>
  (await caller.get(`/o/${organisation}/receipts`)).body['receipts'] as { id: string; what: string }[]

test('a collaborator who loses a customer is out everywhere, and the partner has it signed; the customer reads nothing of it', async () => {
  const given = await assign([people.anna, people.luca])
  expect(given.body).toEqual({ receipt: null })
  const anna = await givenCaller(server, people.anna)
  expect((await anna.send('POST', `/c/${partnershipId}/visit`, {})).status).toBe(200)
  const receipt = await complete(petra, alpweb, idOf((await assign([people.luca])).body))
  expect(receipt).toMatchObject({ what: 'assignment', people: ['Anna'], by: 'Petra', customer: beck.name, isByPartner: true })
  expect(receipt['visitsEnded']).toMatchObject([{ person: 'Anna' }])
  expect(await receiptsOf(beck.ruth, beck.id)).toEqual([])
  const file = await petra.download(`/o/${alpweb}/receipts/${String(receipt['id'])}/file?form=jws`)
  expect(file.bytes.toString().split('.')).toHaveLength(3)
})

test('whoever leaves leaves everything at once, with one receipt', async () => {
  const luca = await givenCaller(server, people.luca)
  expect((await luca.send('POST', `/c/${partnershipId}/visit`, {})).status).toBe(200)
  const gone = await petra.send('POST', `/o/${alpweb}/members/${people.luca}/off-board`, { successor: null, groups: [] })
  expect(gone.status).toBe(200)
  const receipt = await complete(petra, alpweb, idOf(gone.body))
  expect(receipt).toMatchObject({ what: 'person', people: ['Luca'], customer: null, partnershipId: null })
  expect(receipt['visitsEnded']).toMatchObject([{ person: 'Luca' }])
  expect((await luca.get(`/c/${partnershipId}/shell`)).status).not.toBe(200)
})

test('a partnership that the partner ends is closed everywhere, and both have the same receipt, which signs what was handed back', async () => {
  const ended = await petra.send('POST', `/o/${alpweb}/customers/${row}/end`, {})
  const id = idOf(ended.body)
  expect(await complete(petra, alpweb, id)).toMatchObject({ what: 'partnership', customer: beck.name })
  expect(await complete(beck.ruth, beck.id, id)).toMatchObject({ what: 'partnership', partner: 'Alpweb AG', byYou: false })
  expect((await receiptsOf(beck.ruth, beck.id)).map(({ what }) => what)).toEqual(['partnership'])
  expect((await story.paul.get(`/o/${story.webwerk}/receipts/${id}`)).status).toBe(404)
})
