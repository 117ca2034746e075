// Revoked means closed: also what the partner's people set up inside products that lets somebody in without Prokura. Whatever takes the right away closes
// it at once; what the customer's own people made stays, and what another partner made.
import { beforeAll, expect, test } from 'vitest'
import { asId } from '../../src/domain/ids.ts'
import { resumeSensitive, suspendSensitive } from '../../src/server/partnerships/suspend-sensitive.ts'
import { asSystem } from '../../src/server/react.ts'
import type { Caller } from '../given-caller.ts'
import { entriesOf } from '../given-products.ts'
import { noTerms } from '../given-requests.ts'
import { closed, givenWaysIn, open, rightsInside, type WayIn } from '../given-ways-in.ts'
import { givenServer } from '../server.ts'

const server = await givenServer()
const { house } = server.server
const world = await givenWaysIn(server)
const { beck, own, partners, rows, make, opens, begin, enter, mailboxAt } = world
const { alpweb, webwerk, people, petra, marc, anna, luca, paul } = partners
const secondDrive = await rows.product(beck.id, 'drive', 'Zweites Drive')
const patient = { timeout: 20_000, interval: 50 }

const everything = [{ kind: 'all', future: true }]
const keeping = (rights: readonly string[], scopes: object[] = everything) => rights.map((right) => ({ right, scopes }))
const views = keeping(['drive.view', 'server.view', 'mail.view'])
const at = (partnership: string) => `/o/${beck.id}/partnerships/${partnership}`
const versionOf = async (id: string) => ((await beck.ruth.get(at(id))).body['grant'] as { version: number }).version
const narrow = async (id: string, keep: object[]) =>
  beck.ruth.send('POST', `${at(id)}/narrow`, { version: await versionOf(id), keep, end: null })
const grantAll = async (id: string) => {
  const wanted = { rights: keeping(rightsInside), terms: noTerms, renew: false }
  return beck.ruth.send('PUT', `${at(id)}/grant`, { version: await versionOf(id), ...wanted })
}
const managed = async (id: string) => {
  const found = await server.database.owner.query<{ id: string }>('select id from managed_customer where partnership_id = $1', [id])
  return `/o/${alpweb}/customers/${found.rows[0]?.id}`
}
const assign = async (id: string, rights: readonly string[] | null) =>
  petra.send('POST', `${await managed(id)}/assign`, { people: [{ id: people.anna, rights }] })
const sensitive = (by: typeof suspendSensitive | typeof resumeSensitive) => asSystem(house, (work) => by(work, asId(beck.id), null))
const team = async (of: readonly string[]) => petra.send('PATCH', `/o/${alpweb}/teams/${teamId}`, { people: of })

type Revocation = {
  readonly name: string
  /** Whose link and key they are; Anna's without it. */
  readonly who?: Caller
  readonly prepare?: (partnership: string) => Promise<unknown>
  readonly revoke: (partnership: string) => Promise<unknown>
  readonly giveBack: (partnership: string) => Promise<unknown>
  readonly because: string
}
const revocations: readonly Revocation[] = [
  { name: 'the customer takes the right back', revoke: (id) => narrow(id, views), giveBack: grantAll, because: 'right_granted' },
  {
    name: 'access is stopped',
    revoke: (id) => beck.ruth.send('POST', `${at(id)}/stop`, {}),
    giveBack: (id) => beck.ruth.send('POST', `${at(id)}/resume`, {}),
    because: 'not_suspended_by_customer',
  },
  {
    name: 'the customer admits other people by name',
    revoke: (id) => beck.ruth.send('PUT', `${at(id)}/people`, { namedPeopleOnly: true, people: [people.marc] }),
    giveBack: (id) => beck.ruth.send('PUT', `${at(id)}/people`, { namedPeopleOnly: false, people: [] }),
    because: 'admitted_by_name',
  },
  {
    name: 'the partner takes her off the customer',
    revoke: async (id) => petra.send('POST', `${await managed(id)}/assign`, { people: [] }),
    giveBack: (id) => assign(id, null),
    because: 'assignment',
  },
  {
    name: 'the partner leaves her fewer rights',
    revoke: (id) => assign(id, ['drive.view', 'server.view', 'mail.view']),
    giveBack: (id) => assign(id, null),
    because: 'assigned_right',
  },
  {
    name: 'he leaves the team that has the customer',
    who: luca,
    prepare: async (id) =>
      petra.send('POST', `${await managed(id)}/assign`, {
        people: [{ id: people.anna, rights: null }],
        teams: [{ id: teamId, rights: null }],
      }),
    revoke: () => team([]),
    giveBack: () => team([people.luca]),
    because: 'assignment',
  },
  {
    name: 'an administrator of the partner becomes a collaborator',
    who: marc,
    revoke: () => petra.send('PATCH', `/o/${alpweb}/members/${people.marc}`, { role: 'collaborator' }),
    giveBack: () => petra.send('PATCH', `/o/${alpweb}/members/${people.marc}`, { role: 'administrator' }),
    because: 'assignment',
  },
  {
    name: 'the operator keeps what is sensitive from working',
    revoke: () => sensitive(suspendSensitive),
    // At this customer, of every partner.
    giveBack: async () => {
      expect(await opens(ofWebwerk)).toEqual(closed)
      await sensitive(resumeSensitive)
      ofWebwerk = await make(paul, world.narrow)
    },
    because: 'sensitive_not_suspended',
  },
  {
    name: 'the customer ends and blocks',
    revoke: (id) => beck.ruth.send('POST', `${at(id)}/end`, { reason: null, block: true }),
    giveBack: async () => begun(),
    because: 'partnership_active',
  },
  {
    name: 'the partner ends',
    revoke: async (id) => petra.send('POST', `${await managed(id)}/end`, {}),
    giveBack: async () => begun(),
    because: 'partnership_active',
  },
  {
    name: 'somebody of the partner leaves',
    who: luca,
    prepare: async (id) =>
      petra.send('POST', `${await managed(id)}/assign`, {
        people: [
          { id: people.anna, rights: null },
          { id: people.luca, rights: null },
        ],
      }),
    revoke: () => petra.send('POST', `/o/${alpweb}/members/${people.luca}/off-board`, { successor: null, groups: [] }),
    giveBack: async () => {},
    because: 'partner_membership',
  },
]

let teamId = ''
let partnership = ''
let ofOwn: WayIn
let ofWebwerk: WayIn
async function begun(): Promise<void> {
  partnership = await begin()
  await assign(partnership, null)
}
beforeAll(async () => {
  teamId = String((await petra.send('POST', `/o/${alpweb}/teams`, { name: 'Web', people: [people.luca] })).body['id'])
  await begun()
  ofOwn = await make(beck.ruth, own)
  const ofOther = { partner: webwerk, customer: beck.id, partnership: world.narrow.slice('/c/'.length), by: beck.personId }
  await rows.grant(ofOther, 2, { rights: rightsInside })
  ofWebwerk = await make(paul, world.narrow)
})

test.each(revocations)(
  'when $name, link, key and forwarding are closed, and stay so',
  async ({ who = anna, prepare, revoke, giveBack, because }) => {
    const before = partnership
    await prepare?.(partnership)
    const { place } = await enter(who, partnership)
    const made = await make(who, place)
    expect(await opens(made)).toEqual(open)
    const revoked = (await revoke(partnership)) as { status?: number } | undefined
    expect(revoked?.status ?? 200).toBe(200)
    expect(await opens(made)).toEqual(closed)
    for (const [kind, itemId] of [
      ['folder.link_ended', made.link],
      ['server.ssh_key_removed', made.key],
      ['forwarding.closed', made.forwarding],
    ] as const) {
      const entries = await entriesOf(beck.ruth, beck.id, kind)
      expect(entries.filter(({ data }) => (data as { itemId: string }).itemId === itemId)).toMatchObject([
        { data: { endedBy: 'right', because } },
      ])
    }
    await giveBack(before)
    expect(await opens(made)).toEqual(closed)
    expect([await opens(ofOwn), await opens(ofWebwerk)]).toEqual([open, open])
  },
)

test('a right that reaches another product only closes what is in this one', async () => {
  const { place } = await enter(anna, partnership)
  const made = await make(anna, place)
  const onOther = keeping(['drive.content'], [{ kind: 'product', productId: secondDrive }])
  expect((await narrow(partnership, [...views, ...onOther, ...keeping(['server.content', 'mail.content'])])).status).toBe(200)
  expect(await opens(made)).toEqual({ link: false, key: true, forwarding: true })
  await grantAll(partnership)
})

test('what changes nothing of it leaves it open: the end of the visit, another right, another person', async () => {
  const { place } = await enter(anna, partnership)
  const made = await make(anna, place)
  expect((await anna.send('DELETE', `${place}/visit`)).status).toBe(200)
  await narrow(partnership, keeping(rightsInside.filter((right) => !right.endsWith('.manage'))))
  await petra.send('PATCH', `/o/${alpweb}/members/${people.marc}`, { role: 'collaborator' })
  expect(await opens(made)).toEqual(open)
  await petra.send('PATCH', `/o/${alpweb}/members/${people.marc}`, { role: 'administrator' })
  await grantAll(partnership)
})

const forwardingLeft = ({ forwarding: id, address }: WayIn) => ({
  ...{ id, kind: 'forwarding', name: `info@beck.example → ${address}`, product: 'beck.example' },
  ...{ madeBy: 'Anna', closed: false, isOpen: true },
})

test('a visit that the customer stops leaves them open, and its receipt names them, to be ended with one press', async () => {
  const { place, visit } = await enter(anna, partnership)
  const made = await make(anna, place)
  const { body } = await beck.ruth.send('DELETE', `${at(partnership)}/visits/${visit}`)
  const receipt = `/o/${beck.id}/receipts/${(body['receipt'] as { id: string }).id}`
  const listed = async () => (await beck.ruth.get(receipt)).body['waysIn'] as { id: string; kind: string; productId: string }[]
  expect(await listed()).toMatchObject([
    { id: made.link, kind: 'link', name: 'Rezepte', product: 'Drive Backstube', madeBy: 'Anna', closed: false, isOpen: true },
    { id: made.key, kind: 'key', name: made.name, product: 'Kassenserver', madeBy: 'Anna', closed: false, isOpen: true },
    forwardingLeft(made),
  ])
  expect(await opens(made)).toEqual(open)
  const paths = { link: 'links', key: 'ssh-keys', forwarding: 'forwardings' } as Record<string, string>
  for (const { id, kind, productId } of await listed())
    expect((await beck.ruth.send('DELETE', `${own}/products/${productId}/${paths[kind]}/${id}`)).status).toBe(200)
  expect(await listed()).toMatchObject([{ isOpen: false }, { isOpen: false }, { isOpen: false }])
  expect(await opens(made)).toEqual(closed)
})

test('both sides read before the end what closes, and in the signed receipt what closed', async () => {
  const { place } = await enter(anna, partnership)
  const made = await make(anna, place)
  const preview = [
    { kind: 'link', name: 'Rezepte', product: 'Drive Backstube' },
    { kind: 'key', name: made.name, product: 'Kassenserver' },
    { kind: 'forwarding', name: `info@beck.example → ${made.address}`, product: 'beck.example' },
  ]
  const before = [await beck.ruth.get(`${at(partnership)}/ending`), await petra.get(`${await managed(partnership)}/ending`)]
  for (const { body } of before) expect(body['waysIn']).toEqual(expect.arrayContaining(preview))
  const { body } = await beck.ruth.send('POST', `${at(partnership)}/end`, { reason: null })
  const receipt = `/o/${beck.id}/receipts/${(body['receipt'] as { id: string }).id}`
  const read = async () => (await beck.ruth.get(receipt)).body
  await expect.poll(async () => (await read())['isComplete'], patient).toBe(true)
  const counted = before.map(({ body: shown }) => (shown['waysIn'] as unknown[]).length)[0] ?? 0
  expect((await read())['waysIn']).toHaveLength(counted)
  const { bytes } = await beck.ruth.download(`${receipt}/file?form=json`)
  const { signed, waysIn } = JSON.parse(bytes.toString()) as { signed: string; waysIn: unknown }
  expect(waysIn).toEqual(
    expect.arrayContaining([expect.objectContaining({ id: made.key, closed: true, madeBy: { id: people.anna, name: 'Anna' } })]),
  )
  const claims = JSON.parse(Buffer.from(signed.split('.')[1] ?? '', 'base64url').toString()) as { receipt: { waysIn: unknown } }
  expect(claims.receipt.waysIn).toEqual(waysIn)
  await begun()
})

test('each link and key says who made it, and whoever acts reads no names of others', async () => {
  const { place } = await enter(anna, partnership)
  const made = await make(anna, place)
  const keysAt = async (caller: Caller, where: string) =>
    (await caller.get(`${where}/products/${world.machine}/server`)).body['keys'] as { id: string; madeBy: unknown }[]
  const shown = async (caller: Caller, where: string) => {
    const keys = await keysAt(caller, where)
    return [ofOwn, ofWebwerk, made].map((way) => keys.find(({ id }) => id === way.key)?.madeBy)
  }
  const [ruth, ofPaul, ofAnna] = [
    { side: 'own', person: `Ruth ${beck.name}`, partner: null },
    { side: 'partner', person: 'Paul', partner: 'Webwerk GmbH' },
    { side: 'partner', person: 'Anna', partner: 'Alpweb AG' },
  ]
  const unnamed = { person: null, partner: null }
  expect(await shown(beck.ruth, own)).toEqual([ruth, ofPaul, ofAnna])
  expect(await shown(anna, place)).toEqual([{ ...ruth, ...unnamed }, { ...ofPaul, ...unnamed }, ofAnna])
})

const makings = [
  ['link', 'POST', `${world.drive}/folders/${world.folder}/links`, {}],
  ['forwarding', 'PUT', `${world.products.mail}/mailboxes/${world.mailbox}/forwarding`, { forwardTo: ['race@elsewhere.example'] }],
] as const

test.each(makings)(
  'a %s that is being made while the right is taken away does not slip through: whoever comes second sees the first',
  async (kind, method, path, body) => {
    const { place } = await enter(anna, partnership)
    const { owner } = server.database
    const waiting = async () => {
      const { rows: found } = await owner.query<{ count: number }>(
        "select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      )
      return found[0]?.count ?? 0
    }
    const { forwardTo: before } = await mailboxAt(anna, place)
    // Both have done all but the last step: neither sees what the other wrote.
    const holder = await owner.connect()
    await holder.query('begin; select from journal_head_lock for update')
    const making = anna.send(method, `${place}/products/${path}`, kind === 'link' ? body : { ...body, before })
    await expect.poll(waiting, patient).toBeGreaterThanOrEqual(1)
    const taking = assign(partnership, ['drive.view'])
    await expect.poll(waiting, patient).toBeGreaterThanOrEqual(2)
    await holder.query('commit')
    holder.release()
    const [made, taken] = await Promise.all([making, taking])
    expect([made.status, taken.status]).toEqual([200, 200])
    const left = await owner.query('select from way_in where kind = $1 and person_id = $2', [kind, people.anna])
    expect(left.rows).toEqual([])
    await assign(partnership, null)
  },
)
