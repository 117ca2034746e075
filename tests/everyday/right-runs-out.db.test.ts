// A right that runs out by the clock: what was made with it opens nothing from that moment on, and soon afterwards it is written down and gone.
import { expect, test } from 'vitest'
import { closeOverdueWaysIn } from '../../src/server/partnerships/close-ways-in.ts'
import { asSystem } from '../../src/server/react.ts'
import { entriesOf } from '../given-products.ts'
import { closed, givenWaysIn, open, rightsInside } from '../given-ways-in.ts'
import { givenServer } from '../server.ts'

/** People sign in by the clock of the machine: the one of the database is a little ahead of it. */
const start = Date.now() + 120_000
const after = (minutes: number, ms = 0) => new Date(start + minutes * 60_000 + ms)
const server = await givenServer({ at: after(0).toISOString() })
const clock = async (minutes: number, ms = 0) => server.clock?.set(after(minutes, ms).toISOString())
const { beck, own, partners, rows, make, opens, begin, enter, mailbox, products, provider } = await givenWaysIn(server)
const { alpweb, people, petra, anna } = partners
const sweep = () => asSystem(server.server.house, closeOverdueWaysIn)
const told = async () => (await entriesOf(beck.ruth, beck.id, 'server.ssh_key_removed')).map(({ data }) => data)

test('the grant ends, and its keys and links with it', async () => {
  const partnership = await begin(rightsInside, after(20))
  const ofOwn = await make(beck.ruth, own)
  const made = await make(petra, (await enter(petra, partnership)).place)
  await clock(20, -1)
  await sweep()
  expect(await opens(made)).toEqual(open)
  await clock(20)
  expect(await opens(made)).toEqual(closed)
  await sweep()
  await sweep()
  expect(await told()).toMatchObject([{ itemId: made.key, endedBy: 'right', because: 'grant_not_over' }])
  expect(await opens(ofOwn)).toEqual(open)
})

test('a longer right keeps them open: what was to close then does not', async () => {
  await clock(0)
  const partnership = await begin(rightsInside, after(20))
  const made = await make(petra, (await enter(petra, partnership)).place)
  const more = { rights: rightsInside, notAfter: after(40_000) }
  await rows.grant({ partner: alpweb, customer: beck.id, partnership, by: beck.personId }, 2, more)
  await clock(20)
  await sweep()
  expect(await opens(made)).toEqual(open)
})

test('a password that was set with it works on, and is marked from that moment', async () => {
  await clock(0)
  const { place } = await enter(petra, await begin(rightsInside, after(20)))
  const inMail = `/products/${products.mail}/mailboxes`
  await petra.send('PUT', `${place}${inMail}/${mailbox}/password`, { password: 'seven ducks cross the road' })
  const known = async () => {
    const { body } = await beck.ruth.get(`${own}${inMail}`)
    return (body['mailboxes'] as { passwordKnown: unknown }[])[0]?.passwordKnown
  }
  await clock(20, -1)
  expect(await known()).toMatchObject({ by: { person: 'Petra' }, isRightOver: false })
  await clock(20)
  await sweep()
  expect(await known()).toMatchObject({ by: { person: 'Petra' }, isRightOver: true })
})

test('of two passwords the one that was set last is handed over last, also from a node whose clock is behind', async () => {
  const set = () =>
    beck.ruth.send('PUT', `${own}/products/${products.mail}/mailboxes/${mailbox}/password`, { password: 'nine ducks cross the road' })
  const waiting = async () => (await provider.tell('GET', '/mailbox-passwords')).body['passwords'] as { id: string; setAt: string }[]
  for (const { id } of await waiting()) await provider.tell('DELETE', `/mailbox-passwords/${id}`)
  for (const minutes of [5, 0]) {
    await clock(minutes)
    expect((await set()).status).toBe(200)
  }
  expect((await waiting()).map(({ setAt }) => setAt)).toEqual([after(5), after(0)].map((at) => at.toISOString()))
})

test('somebody who had the customer for a time has it no more', async () => {
  await clock(0)
  const partnership = await begin()
  await rows.write([
    [
      `insert into timed_assignment (customer_id, id, partnership_id, partner_id, person_id, starts_at, ends_at, assigned_by, assigned_at)
       values ($1, gen_random_uuid(), $2, $3, $4, $6, $7, $5, $6)`,
      [beck.id, partnership, alpweb, people.anna, people.petra, after(0), after(30)],
    ],
  ])
  const made = await make(anna, (await enter(anna, partnership)).place)
  expect(await opens(made)).toEqual(open)
  await clock(30)
  expect(await opens(made)).toEqual(closed)
  await sweep()
  expect((await told())[0]).toMatchObject({ itemId: made.key, because: 'assignment_in_time' })
})
