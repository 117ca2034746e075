// A password of a mailbox that a partner's people set, and a rule of a firewall, work on when their access ends: that is told before, in the receipt and beside
// the mailbox, and closed with one press. Messages arrive all the while.
import { beforeAll, expect, test } from 'vitest'
import type { Caller } from '../given-caller.ts'
import { mailAbout } from '../given-people.ts'
import { entriesOf } from '../given-products.ts'
import { givenWaysIn } from '../given-ways-in.ts'
import { givenServer } from '../server.ts'

const server = await givenServer()
const world = await givenWaysIn(server)
const { beck, own, partners, begin, enter, provider, mailbox } = world
const { petra, anna, people, alpweb } = partners
const mail = `/products/${world.products.mail}`
const password = 'seven ducks cross the road'
const patient = { timeout: 20_000, interval: 50 }
const address = 'info@beck.example'

type Box = { id: string; passwordKnown: unknown; passwordSetAt: string | null; passwordClosedAt: string | null }
const boxAt = async (caller: Caller, place: string): Promise<Box | undefined> => {
  const { body } = await caller.get(`${place}${mail}/mailboxes`)
  return (body['mailboxes'] as Box[]).find(({ id }) => id === mailbox)
}
const waiting = async () => {
  const { body } = await provider.tell('GET', '/mailbox-passwords')
  const passwords = body['passwords'] as { id: string; address: string; passwordHash: string }[]
  for (const { id } of passwords) await provider.tell('DELETE', `/mailbox-passwords/${id}`)
  return passwords.map(({ passwordHash, ...one }) => ({ address: one.address, kind: passwordHash.split('$')[1] }))
}
const at = (partnership: string) => `/o/${beck.id}/partnerships/${partnership}`
const setBy = (caller: Caller, place: string, box = mailbox) =>
  caller.send('PUT', `${place}${mail}/mailboxes/${box}/password`, { password })
const rule = { protocol: 'tcp', fromPort: 22, toPort: 22, source: '192.0.2.0/24' }

let partnership = ''
let place = ''
let second = ''
const begun = async (caller: Caller) => {
  partnership = await begin()
  const { rows } = await server.database.owner.query<{ id: string }>('select id from managed_customer where partnership_id = $1', [
    partnership,
  ])
  await petra.send('POST', `/o/${alpweb}/customers/${rows[0]?.id}/assign`, { people: [{ id: people.anna, rights: null }] })
  ;({ place } = await enter(caller, partnership))
  return `/o/${alpweb}/customers/${rows[0]?.id}`
}
beforeAll(async () => {
  const box = { displayName: '', quotaMb: 1000, spamFilter: 'standard', autoReply: null }
  second = String((await beck.ruth.send('POST', `${own}${mail}/mailboxes`, { address: 'ruth', ...box })).body['id'])
})

test('told before the end, in the signed receipt and beside the mailbox; all of them closed with one press', async () => {
  await begun(anna)
  for (const box of [mailbox, second]) expect((await setBy(anna, place, box)).status).toBe(200)
  const added = await anna.send('POST', `${place}/products/${world.machine}/firewall-rules`, rule)
  expect(added.body['madeBy']).toEqual({ side: 'partner', person: 'Anna', partner: 'Alpweb AG' })
  expect((await boxAt(beck.ruth, own))?.passwordKnown).toMatchObject({ by: { person: 'Anna', partner: 'Alpweb AG' }, isRightOver: false })
  const left = [
    { kind: 'rule', name: 'TCP 22 · 192.0.2.0/24', product: 'Kassenserver' },
    { kind: 'password', name: address, product: 'beck.example' },
    { kind: 'password', name: 'ruth@beck.example', product: 'beck.example' },
  ]
  expect((await beck.ruth.get(`${at(partnership)}/ending`)).body).toMatchObject({ waysIn: [], waysLeft: left })
  await waiting()
  const { body } = await beck.ruth.send('POST', `${at(partnership)}/end`, { reason: null })
  const receipt = `/o/${beck.id}/receipts/${(body['receipt'] as { id: string }).id}`
  const read = async () => (await beck.ruth.get(receipt)).body
  await expect.poll(async () => (await read())['isComplete'], patient).toBe(true)
  const waysIn = [left[1], left[2], left[0]].map((way) => ({ ...way, madeBy: 'Anna', closed: false, isOpen: true }))
  expect((await read())['waysIn']).toMatchObject(waysIn)
  const file = JSON.parse((await beck.ruth.download(`${receipt}/file?form=json`)).bytes.toString()) as { waysIn: object[] }
  expect(file.waysIn).toHaveLength(3)
  expect(file.waysIn[0]).toEqual(expect.not.objectContaining({ isOpen: true }))
  expect((await boxAt(beck.ruth, own))?.passwordKnown).toMatchObject({ by: { person: 'Anna' }, isRightOver: true })
  const handedBack = (await beck.ruth.get(`${at(partnership)}/handback`)).body
  expect(handedBack['waysIn']).toMatchObject(left.map((way) => ({ ...way, madeBy: 'Anna', closed: false })))
  const csv = (await beck.ruth.download(`${at(partnership)}/handback/file?audience=machine`)).bytes.toString()
  expect(csv).toContain(`still_works,password ${address},Anna`)
  const told = await mailAbout(server, 'ursula@beck.example', /Alpweb AG/)
  expect(told.text).toContain('2 mailbox passwords that people of Alpweb AG set still work.')
  const working = async () =>
    (await beck.ruth.get(`${at(partnership)}/still-working`)).body['ways'] as { kind: string; mailboxId: string | null }[]
  expect((await working()).map(({ kind, mailboxId }) => [kind, mailboxId])).toEqual([
    ['password', mailbox],
    ['password', second],
    ['rule', null],
  ])
  expect((await world.neighbour.ruth.send('POST', `/o/${world.neighbour.id}/partnerships/${partnership}/close-mailboxes`, {})).status).toBe(
    404,
  )
  expect((await world.collaborator.send('POST', `${at(partnership)}/close-mailboxes`, {})).status).toBe(403)
  expect((await beck.ruth.send('POST', `${at(partnership)}/close-mailboxes`, {})).body).toEqual({ closed: 2 })
  expect((await beck.ruth.send('POST', `${at(partnership)}/close-mailboxes`, {})).body).toEqual({ closed: 0 })
  expect(await waiting()).toEqual([address, 'ruth@beck.example'].map((one) => ({ address: one, kind: 'argon2id' })))
  expect(await boxAt(beck.ruth, own)).toMatchObject({
    passwordKnown: null,
    passwordSetAt: null,
    passwordClosedAt: expect.any(String) as string,
  })
  expect(await entriesOf(beck.ruth, beck.id, 'mailbox.closed')).toHaveLength(2)
  expect((await read())['waysIn']).toMatchObject([{ isOpen: false }, { isOpen: false }, { kind: 'rule', isOpen: true }])
  expect((await working()).map(({ kind }) => kind)).toEqual(['rule'])
  const stillOpen = `${own}/products/${world.machine}/firewall-rules/${String(added.body['id'])}`
  expect((await beck.ruth.send('DELETE', stillOpen)).status).toBe(200)
})

test('a new password by the customer’s own people forgets who knew the old one; a closed mailbox is opened by one', async () => {
  await begun(anna)
  await setBy(anna, place)
  expect((await boxAt(beck.ruth, own))?.passwordClosedAt).toBeNull()
  expect((await anna.send('DELETE', `${place}${mail}/mailboxes/${mailbox}/password`)).status).toBe(200)
  expect(await boxAt(beck.ruth, own)).toMatchObject({ passwordKnown: null, passwordSetAt: null })
  // Whoever acts locks nobody out unseen.
  const mails = async () => {
    const listed = await server.mailbox.list({ to: 'ursula@beck.example' })
    return (await Promise.all(listed.map(({ id }) => server.mailbox.read(id)))).map((mail) => mail?.text ?? '')
  }
  await expect.poll(mails, patient).toContainEqual(expect.stringContaining('Mailbox closed'))
  await setBy(anna, place)
  await setBy(beck.ruth, own)
  expect(await boxAt(beck.ruth, own)).toMatchObject({ passwordKnown: null, passwordClosedAt: null })
  expect((await beck.ruth.get(`${at(partnership)}/ending`)).body['waysLeft']).toEqual([])
})

test('access that is stopped and opened again marks it for that time alone', async () => {
  await begun(anna)
  await setBy(anna, place)
  const { body } = await beck.ruth.send('POST', `${at(partnership)}/stop`, {})
  const receipt = await beck.ruth.get(`/o/${beck.id}/receipts/${(body['receipt'] as { id: string }).id}`)
  expect(receipt.body).toMatchObject({ what: 'access', waysIn: [{ kind: 'password', name: address, closed: false, isOpen: true }] })
  expect((await boxAt(beck.ruth, own))?.passwordKnown).toMatchObject({ isRightOver: true })
  expect((await beck.ruth.send('POST', `${at(partnership)}/resume`, {})).status).toBe(200)
  expect((await boxAt(beck.ruth, own))?.passwordKnown).toMatchObject({ isRightOver: false })
  expect((await beck.ruth.send('POST', `${at(partnership)}/close-mailboxes`, {})).body).toEqual({ closed: 0 })
})

test('whoever is taken off the customer is known by it: the partner’s receipt says so, and what others still may stays theirs', async () => {
  const managed = await begun(anna)
  await setBy(anna, place)
  await anna.send('PUT', `${place}${mail}/mailboxes/${mailbox}/forwarding`, { forwardTo: ['anna@alpweb.example'] })
  const { place: ofPetra } = await enter(petra, partnership)
  await setBy(petra, ofPetra, second)
  const leaving = (await petra.get(`/o/${alpweb}/members/${people.anna}/off-boarding`)).body
  expect(leaving).toMatchObject({ waysIn: 1, passwords: 1 })
  const { body } = await petra.send('POST', `${managed}/assign`, { people: [] })
  const { id } = body['receipt'] as { id: string }
  const named = [
    { kind: 'forwarding', name: `${address} → anna@alpweb.example`, madeBy: 'Anna', closed: true },
    { kind: 'password', name: address, madeBy: 'Anna', closed: false },
  ]
  expect((await petra.get(`/o/${alpweb}/receipts/${id}`)).body['waysIn']).toMatchObject(named)
  expect((await boxAt(beck.ruth, own))?.passwordKnown).toMatchObject({ isRightOver: true })
  expect((await boxAt(petra, ofPetra))?.passwordKnown).toMatchObject({ by: { person: 'Anna' } })
  expect((await beck.ruth.send('POST', `${at(partnership)}/close-mailboxes`, {})).body).toEqual({ closed: 1 })
  await petra.send('POST', `${managed}/assign`, { people: [{ id: people.anna, rights: null }] })
  expect((await beck.ruth.get(`${at(partnership)}/ending`)).body['waysLeft']).toMatchObject([{ name: 'ruth@beck.example' }])
})

test('what another partner set meanwhile stays open, and what is locked is not there until it is in use again', async () => {
  await begun(anna)
  await setBy(anna, place)
  await beck.ruth.send('POST', `${at(partnership)}/end`, { reason: null })
  const working = async () => ((await beck.ruth.get(`${at(partnership)}/still-working`)).body['ways'] as object[]).length
  const told = { family: 'mail', name: 'beck.example' }
  await provider.tell('PUT', `/organisations/${beck.number}/products/m-1`, { ...told, status: 'locked' })
  expect(await working()).toBe(0)
  await provider.tell('PUT', `/organisations/${beck.number}/products/m-1`, told)
  expect(await working()).toBe(1)
  const { owner } = server.database
  const holder = await owner.connect()
  await holder.query('begin')
  await holder.query('select from product where id = $1 for no key update', [world.products.mail])
  const closing = beck.ruth.send('POST', `${at(partnership)}/close-mailboxes`, {})
  const waits = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
  await expect.poll(async () => (await owner.query(waits)).rowCount, patient).toBeGreaterThanOrEqual(1)
  const other = world.narrow.slice('/c/'.length)
  await holder.query('update known_password set partnership_id = $1, closes_at = null where mailbox_id = $2', [other, mailbox])
  await holder.query('commit')
  holder.release()
  expect((await closing).body).toEqual({ closed: 0 })
  expect((await boxAt(beck.ruth, own))?.passwordSetAt).not.toBeNull()
})
