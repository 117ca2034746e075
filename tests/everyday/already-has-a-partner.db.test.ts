// The bakery has a partner already. The page of the second request names it and says where rights overlap; both can stay, and neither sees the other.
import { expect, test } from 'vitest'
import { answered, asked, givenActive, givenCustomer, givenPartners, requestTo, tokenOf } from '../given-requests.ts'
import { givenServer } from '../server.ts'

const server = await givenServer()
const story = await givenPartners(server)
const { webwerk, paul, petra, alpweb } = story
const bakery = await givenCustomer(server, 'Bäckerei Zürcher GmbH', 'ruth@zuercher.example')
const first = await givenActive(server, story, bakery, ['domain.view', 'domain.manage'])
const sent = await paul.send(
  'POST',
  `/o/${webwerk}/requests`,
  requestTo({ email: bakery.email }, { rights: [asked('domain.view'), asked('mail.view')] }),
)
const id = String(sent.body['managedCustomerId'])

test('who is there already is named with the rights that overlap, and with the place where one hands over', async () => {
  const { body } = await bakery.ruth.get(`/requests/${await tokenOf(server, id)}/consent?organisation=${bakery.id}`)
  expect(body['organisation']).toMatchObject({
    otherPartners: [{ partnershipId: first.partnershipId, name: 'Alpweb AG', sharedRights: ['domain.view'] }],
  })
})

test('keeping both is what happens by itself: each has what it was granted', async () => {
  expect((await answered(server, bakery, id, ['domain.view', 'mail.view'])).body['outcome']).toBe('as_asked')
  const { body } = await bakery.ruth.get(`/o/${bakery.id}/partnerships`)
  const shown = (body['partnerships'] as { partner: { name: string }; rights: number; state: string }[]).map(
    ({ partner, rights, state }) => [partner.name, rights, state],
  )
  expect(shown.toSorted(([one], [other]) => String(one).localeCompare(String(other)))).toEqual([
    ['Alpweb AG', 2, 'active'],
    ['Webwerk GmbH', 2, 'active'],
  ])
})

test('neither partner finds the other anywhere', async () => {
  const seenBy = async (caller: typeof paul, organisation: string, row: string) =>
    JSON.stringify([
      (await caller.get(`/o/${organisation}/customers/${row}/profile`)).body,
      (await caller.get(`/o/${organisation}/customers/${row}/conversation`)).body,
      (await caller.get(`/o/${organisation}/customers`)).body,
      (await caller.get(`/o/${organisation}/activity`)).body,
    ])
  expect(await seenBy(paul, webwerk, id)).not.toMatch(/Alpweb|Petra/)
  expect(await seenBy(petra, alpweb, first.id)).not.toMatch(/Webwerk|Paul/)
})
