// The bakery gets another name: the partner’s list shows the new one with "formerly" for a year, both are found, and the own reference stays.
import { expect, test } from 'vitest'
import { answered, asked, givenCustomer, givenPartners, requestTo } from '../given-requests.ts'
import { givenServer } from '../server.ts'

const server = await givenServer()
const { alpweb, petra } = await givenPartners(server)
const { owner } = server.database
const bakery = await givenCustomer(server, 'Bäckerei Zürcher GmbH', 'ruth@zuercher.example')
const sent = await petra.send(
  'POST',
  `/o/${alpweb}/requests`,
  requestTo({ email: bakery.email, ownReference: '2041' }, { rights: [asked('domain.view')] }),
)
const id = String(sent.body['managedCustomerId'])
const granted = await answered(server, bakery, id, ['domain.view'])
const partnership = String(granted.body['partnershipId'])
const row = async () => (await petra.get(`/o/${alpweb}/customers/${id}/row`)).body
const found = async (search: string) =>
  ((await petra.get(`/o/${alpweb}/customers?search=${encodeURIComponent(search)}`)).body['customers'] as { id: string }[]).map(
    (one) => one.id,
  )
/** As the provider's systems tell it: the name belongs to the register, and no screen of ours changes it. */
const rename = (name: string, at: string) =>
  owner.query(`begin; update organisation set former_name = name, name = '${name}', renamed_at = ${at} where id = '${bakery.id}';
    select seal('[{"kind":"organisation.renamed","body":{},"readers":[]}]'); commit`)

test('the new name stands in the list with the former one, and the own reference is as it was', async () => {
  await rename('Confiserie Limmat GmbH', 'now()')
  expect(await row()).toMatchObject({ name: 'Confiserie Limmat GmbH', formerName: 'Bäckerei Zürcher GmbH', ownReference: '2041' })
})

test('search finds it by either name and by the reference', async () => {
  for (const words of ['confiserie', 'Bäckerei Zürcher', 'zuercher', '2041']) expect(await found(words)).toEqual([id])
})

test('the same legal person goes on: nothing that was granted changes', async () => {
  expect((await bakery.ruth.get(`/o/${bakery.id}/partnerships/${partnership}`)).body).toMatchObject({
    state: 'active',
    grant: { version: 1 },
  })
  expect((await petra.send('POST', `/c/${partnership}/visit`, {})).status).toBe(200)
})

test('after a year nobody is reminded of the former name any more', async () => {
  await owner.query(`begin; update organisation set renamed_at = now() - interval '366 days' where id = '${bakery.id}';
    update managed_customer set renamed_at = now() - interval '366 days' where id = '${id}';
    select seal('[{"kind":"organisation.renamed","body":{},"readers":[]}]'); commit`)
  expect(await row()).toMatchObject({ name: 'Confiserie Limmat GmbH', formerName: null })
})
