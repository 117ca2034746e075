// A password of a mailbox that a partner's people set, and a rule of a firewall, work on when their access ends: that is told before, in the receipt and beside
// the mailbox, and closed with one press. Messages arrive all the while.
import { beforeAll, expect, test } from 'vitest'
import { asId } from '../../src/domain/ids.ts'
import { countKnownPasswords } from '../../src/server/partnerships/ways-in-store.ts'
import { forgetRemoved } from '../../src/server/products/server-access.ts'
import { asSystem } from '../../src/server/react.ts'
import type { Caller } from '../given-caller.ts'
import { entriesOf } from '../given-products.ts'
import { givenWaysIn, rightsInside } from '../given-ways-in.ts'
import { givenServer } from '../server.ts'

const server = await givenServer()
const world = await givenWaysIn(server)
const { beck, own, partners, begin, enter, provider, mailbox } = world
const { petra, anna, paul, people, alpweb, webwerk } = partners
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
const close = (caller: Caller, place: string, setAt: string | null | undefined) =>
  caller.send('DELETE', `${place}${mail}/mailboxes/${mailbox}/password?setAt=${setAt}`)
const mailsToUrsula = async () => {
  const listed = await server.mailbox.list({ to: 'ursula@beck.example' })
  return (await Promise.all(listed.map(({ id }) => server.mailbox.read(id)))).map((mail) => mail?.text ?? '')
}
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
  await expect
    .poll(mailsToUrsula, patient)
    .toContainEqual(expect.stringContaining('2 mailbox passwords that people of Alpweb AG set still work.'))
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
  const setAt = (await boxAt(anna, place))?.passwordSetAt
  for (let twice = 0; twice < 2; twice++) expect((await close(anna, place, setAt)).status).toBe(200)
  expect(await boxAt(beck.ruth, own)).toMatchObject({ passwordKnown: null, passwordSetAt: null })
  // Whoever acts locks nobody out unseen.
  await expect.poll(mailsToUrsula, patient).toContainEqual(expect.stringContaining('Mailbox closed'))
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
  await anna.send('PUT', `${place}${mail}/mailboxes/${mailbox}/forwarding`, { forwardTo: ['anna@alpweb.example'], before: [] })
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
  expect((await boxAt(petra, ofPetra))?.passwordKnown).toMatchObject({ by: { person: 'Anna' }, isRightOver: null })
  expect((await beck.ruth.send('POST', `${at(partnership)}/close-mailboxes`, {})).body).toEqual({ closed: 1 })
  await petra.send('POST', `${managed}/assign`, { people: [{ id: people.anna, rights: null }] })
  expect((await beck.ruth.get(`${at(partnership)}/ending`)).body['waysLeft']).toMatchObject([{ name: 'ruth@beck.example' }])
})

/** Ends the partnership, and reads what its receipt says of what still works. */
const ended = async () => {
  const { body } = await beck.ruth.send('POST', `${at(partnership)}/end`, { reason: null })
  const receipt = `/o/${beck.id}/receipts/${(body['receipt'] as { id: string }).id}`
  return async () =>
    (await beck.ruth.get(receipt)).body['waysIn'] as { kind: string; isOpen: boolean; cannot: string | null; passwordSetAt: string }[]
}
const { owner } = server.database
const waitingAtLocks = async () => {
  const waits = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
  return (await owner.query(waits)).rowCount
}

test('what is closed is the password that was meant: another one that a colleague sets at the same moment stays', async () => {
  await begun(anna)
  await setBy(anna, place)
  const [way] = await (await ended())()
  const holder = await owner.connect()
  await holder.query('begin')
  await holder.query('select from product where id = $1 for no key update', [world.products.mail])
  const setting = setBy(beck.ruth, own)
  await expect.poll(waitingAtLocks, patient).toBeGreaterThanOrEqual(1)
  const closing = close(beck.ruth, own, way?.passwordSetAt)
  await expect.poll(waitingAtLocks, patient).toBeGreaterThanOrEqual(2)
  await holder.query('commit')
  holder.release()
  expect((await setting).status).toBe(200)
  const refused = await closing
  expect([refused.status, refused.body['code']]).toEqual([409, 'changed_meanwhile'])
  expect((await boxAt(beck.ruth, own))?.passwordSetAt).toEqual(expect.any(String))
  expect((await close(beck.ruth, own, (await boxAt(beck.ruth, own))?.passwordSetAt)).status).toBe(200)
  expect((await boxAt(beck.ruth, own))?.passwordSetAt).toBeNull()
})

test('what is locked cannot be closed, and the receipt says why instead', async () => {
  await begun(anna)
  await setBy(anna, place)
  const read = await ended()
  const told = { family: 'mail', name: 'beck.example' }
  await provider.tell('PUT', `/organisations/${beck.number}/products/m-1`, { ...told, status: 'locked' })
  const [way] = await read()
  expect(way).toMatchObject({ kind: 'password', isOpen: true, cannot: 'product_inactive' })
  expect((await close(beck.ruth, own, way?.passwordSetAt)).body['code']).toBe('product_inactive')
  await provider.tell('PUT', `/organisations/${beck.number}/products/m-1`, told)
  expect(await read()).toMatchObject([{ isOpen: true, cannot: null }])
  expect((await close(beck.ruth, own, way?.passwordSetAt)).status).toBe(200)
  expect(await read()).toMatchObject([{ isOpen: false, cannot: null }])
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
  const holder = await owner.connect()
  await holder.query('begin')
  await holder.query('select from product where id = $1 for no key update', [world.products.mail])
  const closing = beck.ruth.send('POST', `${at(partnership)}/close-mailboxes`, {})
  await expect.poll(waitingAtLocks, patient).toBeGreaterThanOrEqual(1)
  const other = world.narrow.slice('/c/'.length)
  await holder.query('update known_password set partnership_id = $1, closes_at = null where mailbox_id = $2', [other, mailbox])
  await holder.query('commit')
  holder.release()
  expect((await closing).body).toEqual({ closed: 0 })
  expect((await boxAt(beck.ruth, own))?.passwordSetAt).not.toBeNull()
})

test('a rule that was removed and is brought back by undo is again the rule of whoever made it', async () => {
  await begun(anna)
  const rules = `/products/${world.machine}/firewall-rules`
  const { id } = (await anna.send('POST', `${place}${rules}`, rule)).body as { id: string }
  const remove = (caller: Caller, where: string) => caller.send('DELETE', `${where}${rules}/${id}`)
  const restore = (caller: Caller, where: string) => caller.send('POST', `${where}${rules}/${id}/restore`, {})
  const left = async () => (await beck.ruth.get(`${at(partnership)}/ending`)).body['waysLeft']
  const closesAt = async () =>
    (await owner.query<{ at: Date | null }>('select closes_at as at from server_firewall_rule where id = $1', [id])).rows[0]?.at
  const ofAnna = { id, madeBy: { side: 'partner', person: 'Anna', partner: 'Alpweb AG' } }
  const { place: ofPetra } = await enter(petra, partnership)
  for (const [caller, where] of [
    [beck.ruth, own],
    [petra, ofPetra],
  ] as const) {
    expect((await remove(caller, where)).status).toBe(200)
    expect(await left()).toEqual([])
    expect((await restore(anna, place)).status).toBe(404)
    expect((await restore(caller, where)).body).toMatchObject(ofAnna)
    expect((await restore(caller, where)).status).toBe(404)
    expect(await left()).toMatchObject([{ kind: 'rule' }])
    expect(await closesAt()).toBeNull()
  }
  await remove(beck.ruth, own)
  expect(await (await ended())()).toEqual([])
  expect((await restore(beck.ruth, own)).body).toMatchObject(ofAnna)
  // Its maker's right ended while it was out: that is known at once.
  expect((await closesAt())?.getTime()).toBeGreaterThan(Date.now() - 3_600_000)
  expect((await beck.ruth.get(`${at(partnership)}/still-working`)).body['ways']).toMatchObject([{ id, kind: 'rule', madeBy: 'Anna' }])
  await remove(beck.ruth, own)
  const anew = await beck.ruth.send('POST', `${own}${rules}`, rule)
  expect(anew.body['madeBy']).toMatchObject({ side: 'own' })
  expect((await restore(beck.ruth, own)).body['code']).toBe('changed_meanwhile')
  await beck.ruth.send('DELETE', `${own}${rules}/${String(anew.body['id'])}`)
  await owner.query("update server_firewall_rule set removed_at = removed_at - interval '2 hours'")
  expect((await restore(beck.ruth, own)).status).toBe(404)
  await asSystem(server.server.house, forgetRemoved)
  expect((await owner.query('select from server_firewall_rule where id = $1', [id])).rowCount).toBe(0)
})

test.each(['rule', 'end'])(
  'a rule comes back while its maker’s right ends, the %s first: what is left is known all the same',
  async (first) => {
    await begun(anna)
    const rules = `/products/${world.machine}/firewall-rules`
    const { id } = (await anna.send('POST', `${place}${rules}`, rule)).body as { id: string }
    await beck.ruth.send('DELETE', `${own}${rules}/${id}`)
    const holder = await owner.connect()
    await holder.query('begin; select from journal_head_lock for update')
    const back = () => beck.ruth.send('POST', `${own}${rules}/${id}/restore`, {})
    const end = () => beck.ruth.send('POST', `${at(partnership)}/end`, { reason: null })
    const one = first === 'rule' ? back() : end()
    await expect.poll(waitingAtLocks, patient).toBeGreaterThanOrEqual(1)
    const other = first === 'rule' ? end() : back()
    await expect.poll(waitingAtLocks, patient).toBeGreaterThanOrEqual(2)
    await holder.query('commit')
    holder.release()
    expect([(await one).status, (await other).status]).toEqual([200, 200])
    const { rows } = await owner.query<{ over: boolean }>(
      "select coalesce(closes_at between now() - interval '1 hour' and now(), false) as over from server_firewall_rule where id = $1",
      [id],
    )
    expect(rows).toEqual([{ over: true }])
    await beck.ruth.send('DELETE', `${own}${rules}/${id}`)
  },
)

test('of another partner a visitor reads neither who set it nor that its access is over', async () => {
  const granted = { partner: webwerk, customer: beck.id, partnership: world.narrow.slice('/c/'.length), by: beck.personId }
  await world.rows.grant(granted, 2, { rights: rightsInside })
  await begun(anna)
  await setBy(anna, place)
  await beck.ruth.send('POST', `${at(partnership)}/end`, { reason: null })
  expect((await boxAt(beck.ruth, own))?.passwordKnown).toMatchObject({ by: { person: 'Anna' }, isRightOver: true })
  const unnamed = { side: 'partner', person: null, partner: null }
  expect((await boxAt(paul, world.narrow))?.passwordKnown).toEqual({ by: unnamed, isRightOver: null })
})

test('what is locked works for nobody: the mail about an end counts it as the page shows it, and again once it is in use', async () => {
  await begun(anna)
  await setBy(anna, place)
  await beck.ruth.send('POST', `${at(partnership)}/end`, { reason: null })
  const shown = async () => (await beck.ruth.get(`${at(partnership)}/still-working`)).body['ways']
  for (const [status, count] of [['locked', 0] as const, ['active', 1] as const]) {
    await provider.tell('PUT', `/organisations/${beck.number}/products/m-1`, { family: 'mail', name: 'beck.example', status })
    expect(await shown()).toHaveLength(count)
    expect(await asSystem(server.server.house, ({ tx }) => countKnownPasswords(tx, asId(partnership)))).toBe(count)
  }
})

test('what belongs to a cancelled product lets nobody in: it is neither counted nor told', async () => {
  await begun(anna)
  await setBy(anna, place)
  await anna.send('POST', `${place}/products/${world.machine}/firewall-rules`, rule)
  const leaving = async () => (await petra.get(`/o/${alpweb}/members/${people.anna}/off-boarding`)).body
  expect(await leaving()).toMatchObject({ passwords: 1, firewallRules: 1 })
  await provider.tell('DELETE', `/organisations/${beck.number}/products/m-1`)
  expect(await leaving()).toMatchObject({ passwords: 0, firewallRules: 1 })
  expect((await beck.ruth.get(`${at(partnership)}/ending`)).body['waysLeft']).toMatchObject([{ kind: 'rule' }])
  const read = await ended()
  expect(await read()).toMatchObject([{ kind: 'rule', isOpen: true }])
  const known = 'select from known_password where partnership_id = $1 and closes_at <= clock_timestamp()'
  expect((await owner.query(known, [partnership])).rowCount).toBe(1)
  expect(await asSystem(server.server.house, ({ tx }) => countKnownPasswords(tx, asId(partnership)))).toBe(0)
  await provider.tell('DELETE', `/organisations/${beck.number}/products/s-1`)
  expect(await leaving()).toMatchObject({ passwords: 0, firewallRules: 0 })
  expect(await read()).toMatchObject([{ kind: 'rule', isOpen: false, cannot: null }])
  expect((await beck.ruth.get(`${at(partnership)}/still-working`)).body['ways']).toEqual([])
})
