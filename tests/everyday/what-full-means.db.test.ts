// "Full" is a word. What it means stands beside it, is what the request holds once it was sent, and never includes what no partner can ever do.
import { expect, test } from 'vitest'
import { neverDelegable, rightIds } from '../../src/domain/rights/catalogue.ts'
import { givenStranger } from '../given-caller.ts'
import { answered, givenCustomer, givenPartners, requestTo, tokenOf } from '../given-requests.ts'
import { givenServer } from '../server.ts'

const server = await givenServer()
const { alpweb, petra } = await givenPartners(server)
const bakery = await givenCustomer(server, 'Bäckerei Zürcher GmbH', 'ruth@zuercher.example')
const sent = await petra.send('POST', `/o/${alpweb}/requests`, requestTo({ email: bakery.email }, { preset: 'full' }))
const id = String(sent.body['managedCustomerId'])

test('anybody reads what Full means, the list of what no partner can ever do included', async () => {
  const { status, body } = await givenStranger(server).get('/help/what-full-means?language=en')
  expect(status).toBe(200)
  const text = JSON.stringify(body)
  for (const said of ['Set mailbox passwords and forwardings', 'Passwords, passkeys, second factors', 'lift its transfer lock'])
    expect(text).toContain(said)
})

test('the request holds the rights one by one, and granting it word for word gives those and no other', async () => {
  const { body } = await bakery.ruth.get(`/requests/${await tokenOf(server, id)}/consent`)
  const { preset, rights } = body['proposal'] as { preset: string; rights: { right: string; required: boolean }[] }
  expect(preset).toBe('full')
  expect(rights.map(({ right }) => right).toSorted()).toEqual([...rightIds].toSorted())
  expect(rights.every(({ required }) => !required)).toBe(true)
  const given = await answered(server, bakery, id, [...rightIds])
  expect(given.body['outcome']).toBe('as_asked')
  expect(rightIds.filter((right) => (neverDelegable as readonly string[]).includes(right))).toEqual([])
})
