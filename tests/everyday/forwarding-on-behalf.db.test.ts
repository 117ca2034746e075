// A forwarding that a partner's people made is theirs, one address at a time, until the customer's own people keep it: nothing that is done on behalf of the
// customer makes it the customer's, and one that leads nowhere outside stays.
import { beforeAll, expect, test } from 'vitest'
import { closeOverdueWaysIn } from '../../src/server/partnerships/close-ways-in.ts'
import { asSystem } from '../../src/server/react.ts'
import type { Caller } from '../given-caller.ts'
import { entriesOf } from '../given-products.ts'
import { givenWaysIn, rightsInside } from '../given-ways-in.ts'
import { givenServer } from '../server.ts'

const server = await givenServer()
const world = await givenWaysIn(server)
const { beck, own, partners, rows, begin, enter, forward, leadsTo, mailboxAt, provider } = world
const { petra, paul, webwerk } = partners
const mail = `/products/${world.products.mail}`

let partnership = ''
let place = ''
const begun = async () => {
  partnership = await begin()
  ;({ place } = await enter(petra, partnership))
}
const end = () => beck.ruth.send('POST', `/o/${beck.id}/partnerships/${partnership}/end`, { reason: null })
const makersAt = async (caller: Caller, where: string) => {
  const { forwardings } = (await mailboxAt(caller, where)) as unknown as { forwardings: { id: string; address: string; madeBy: unknown }[] }
  return Object.fromEntries(forwardings.map(({ address, madeBy }) => [address, madeBy]))
}
const idOf = async (address: string) => (await mailboxAt(beck.ruth, own)).forwardings.find((one) => one.address === address)?.id
const ofRuth = { side: 'own', person: `Ruth ${beck.name}`, partner: null }
const ofPetra = { side: 'partner', person: 'Petra', partner: 'Alpweb AG' }
const ofPaul = { side: 'partner', person: 'Paul', partner: 'Webwerk GmbH' }

beforeAll(async () => {
  const ofOther = { partner: webwerk, customer: beck.id, partnership: world.narrow.slice('/c/'.length), by: beck.personId }
  await rows.grant(ofOther, 2, { rights: rightsInside })
  await begun()
})

test('the partner’s address on the customer’s own list closes with the partnership, and the others stay', async () => {
  await forward(beck.ruth, own, ['beat@private.example'])
  await forward(petra, place, ['beat@private.example', 'copy@alpweb.example'])
  expect(await makersAt(beck.ruth, own)).toEqual({ 'beat@private.example': ofRuth, 'copy@alpweb.example': ofPetra })
  expect((await leadsTo()).toSorted()).toEqual(['beat@private.example', 'copy@alpweb.example'])
  expect((await end()).status).toBe(200)
  expect(await leadsTo()).toEqual(['beat@private.example'])
  expect((await mailboxAt(beck.ruth, own)).forwardTo).toEqual(['beat@private.example'])
  expect(await entriesOf(beck.ruth, beck.id, 'forwarding.closed')).toMatchObject([
    { detail: { name: 'info@beck.example → copy@alpweb.example' }, data: { because: 'partnership_active' } },
  ])
  await begun()
})

test('neither sending the list again, nor another visit, nor another partner makes it the customer’s', async () => {
  await forward(petra, place, ['beat@private.example', 'copy@alpweb.example'])
  await forward(beck.ruth, own, ['beat@private.example', 'copy@alpweb.example', 'new@private.example'])
  expect((await makersAt(beck.ruth, own))['copy@alpweb.example']).toEqual(ofPetra)
  await petra.send('DELETE', `${place}/visit`)
  ;({ place } = await enter(petra, partnership))
  await forward(petra, place, ['copy@alpweb.example'])
  await forward(petra, place, ['copy@alpweb.example', 'beat@private.example'])
  await forward(paul, world.narrow, ['beat@private.example'])
  await forward(paul, world.narrow, ['beat@private.example', 'copy@alpweb.example'])
  expect(await makersAt(beck.ruth, own)).toEqual({ 'beat@private.example': ofPetra, 'copy@alpweb.example': ofPaul })
  const item = await idOf('copy@alpweb.example')
  expect((await petra.send('POST', `${place}${mail}/forwardings/${item}/keep`, {})).status).toBe(404)
  expect((await petra.send('POST', `${own}${mail}/forwardings/${item}/keep`, {})).status).toBe(404)
  await end()
  expect(await leadsTo()).toEqual(['copy@alpweb.example'])
  await begun()
})

test('when it closes by the clock the customer and that partner read, another partner does not', async () => {
  const until = new Date(Date.now() + 20 * 86_400_000)
  partnership = await begin(rightsInside, until)
  ;({ place } = await enter(petra, partnership))
  await forward(petra, place, ['until@alpweb.example'])
  const closing = async (caller: Caller, where: string) => (await mailboxAt(caller, where)).forwardings.map(({ closesAt }) => closesAt)
  expect(await closing(beck.ruth, own)).toEqual([until.toISOString()])
  expect(await closing(petra, place)).toEqual([until.toISOString()])
  expect(await closing(paul, world.narrow)).toEqual([null])
  await end()
  await begun()
})

test('the customer’s own people keep one, and end one', async () => {
  await forward(petra, place, ['keep@alpweb.example', 'end@alpweb.example'])
  const keep = `${own}${mail}/forwardings/${await idOf('keep@alpweb.example')}/keep`
  expect((await world.collaborator.send('POST', keep, {})).status).toBe(403)
  for (let twice = 0; twice < 2; twice++) expect((await beck.ruth.send('POST', keep, {})).status).toBe(200)
  expect((await beck.ruth.send('DELETE', `${own}${mail}/forwardings/${await idOf('end@alpweb.example')}`)).status).toBe(200)
  expect(await makersAt(beck.ruth, own)).toEqual({ 'keep@alpweb.example': ofRuth })
  expect(await entriesOf(beck.ruth, beck.id, 'forwarding.kept')).toHaveLength(1)
  await end()
  expect(await leadsTo()).toEqual(['keep@alpweb.example'])
  await begun()
})

test('one to an own address leads nowhere outside and stays, until the address is one no more', async () => {
  const box = { displayName: '', quotaMb: 1000, spamFilter: 'standard', autoReply: null }
  const made = await beck.ruth.send('POST', `${own}${mail}/mailboxes`, { address: 'ruth', ...box })
  const alias = await petra.send('POST', `${place}${mail}/aliases`, { address: 'chefin', mailboxId: made.body['id'] })
  await forward(petra, place, ['ruth@beck.example', 'chefin@beck.example'])
  const preview = await beck.ruth.get(`/o/${beck.id}/partnerships/${partnership}/ending`)
  expect(preview.body).toMatchObject({ waysIn: [], waysLeft: [] })
  await end()
  expect((await leadsTo()).toSorted()).toEqual(['chefin@beck.example', 'ruth@beck.example'])
  await beck.ruth.send('DELETE', `${own}${mail}/aliases/${String(alias.body['id'])}`)
  expect(await leadsTo()).toEqual(['ruth@beck.example'])
  expect((await mailboxAt(beck.ruth, own)).forwardTo).toEqual(['ruth@beck.example'])
  await asSystem(server.server.house, closeOverdueWaysIn)
  const [newest] = await entriesOf(beck.ruth, beck.id, 'forwarding.closed')
  expect(newest).toMatchObject({ detail: { name: 'info@beck.example → chefin@beck.example' } })
  await forward(beck.ruth, own, ['ruth@beck.example', 'chefin@beck.example'])
  expect((await makersAt(beck.ruth, own))['chefin@beck.example']).toEqual(ofRuth)
})

test('a list that was read before one closed does not make it anew', async () => {
  await begun()
  const path = `${own}${mail}/mailboxes/${world.mailbox}/forwarding`
  const before = (await forward(petra, place, ['beat@private.example', 'copy@alpweb.example'])).forwardTo
  await end()
  const send = (read: readonly string[]) => beck.ruth.send('PUT', path, { forwardTo: [...before, 'new@private.example'], before: read })
  const refused = await send(before)
  expect([refused.status, refused.body['code']]).toEqual([409, 'changed_meanwhile'])
  expect(await leadsTo()).toEqual([])
  expect((await send([])).status).toBe(200)
  await forward(beck.ruth, own, [])
})

test('mail that is not in use forwards nothing', async () => {
  const told = { family: 'mail', name: 'beck.example' }
  await provider.tell('PUT', `/organisations/${beck.number}/products/m-1`, { ...told, status: 'locked' })
  expect(await leadsTo()).toEqual([])
  await provider.tell('PUT', `/organisations/${beck.number}/products/m-1`, told)
})
