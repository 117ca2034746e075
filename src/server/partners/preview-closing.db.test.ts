// What stopping or narrowing would close, read before anybody presses: it is what the receipt says afterwards, and reading it changes nothing.
import { beforeEach, expect, test } from 'vitest'
import { givenWaysIn, open, rightsInside } from '../../../tests/given-ways-in.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const world = await givenWaysIn(server)
const { beck, collaborator, administrator, neighbour, mailbox, partners } = world
const { petra } = partners
const { owner } = server.database
type Way = { readonly kind: string; readonly name: string; readonly product: string; readonly closed: boolean }
type Closing = { readonly waysIn: readonly object[]; readonly waysLeft: readonly object[] }

let partnership = ''
let at = ''
let made: Awaited<ReturnType<typeof world.make>>
beforeEach(async () => {
  partnership = await world.begin()
  at = `/o/${beck.id}/partnerships/${partnership}`
  const { place } = await world.enter(petra, partnership)
  made = await world.make(petra, place)
  const password = { password: 'seven ducks cross the road' }
  expect((await petra.send('PUT', `${place}/products/${world.products.mail}/mailboxes/${mailbox}/password`, password)).status).toBe(200)
})

const all = (right: string) => ({ right, scopes: [{ kind: 'all', future: true }] })
const without = (...gone: readonly string[]) => ({
  version: 1,
  keep: rightsInside.filter((right) => !gone.includes(right)).map(all),
  end: null,
})
const inOrder = (ways: readonly object[]) => ways.map((way) => JSON.stringify(way)).toSorted()
const happened = async () =>
  (
    await owner.query(
      'select (select count(*) from journal) as events, (select count(*) from receipt) as receipts, (select count(*) from idempotency_key) as answers',
    )
  ).rows

async function inReceipt(body: Record<string, unknown>) {
  const { id } = body['receipt'] as { id: string }
  const ways = (await beck.ruth.get(`/o/${beck.id}/receipts/${id}`)).body['waysIn'] as Way[]
  const of = (closed: boolean) =>
    inOrder(ways.filter((way) => way.closed === closed).map(({ kind, name, product }) => ({ kind, name, product })))
  return { closed: of(true), left: of(false) }
}
const told = ({ waysIn, waysLeft }: Closing) => ({ closed: inOrder(waysIn), left: inOrder(waysLeft) })

test('stopping: visits, ways in and what works on, as the receipt says it afterwards; for whoever may stop', async () => {
  const before = await happened()
  const { body } = await administrator.get(`${at}/stopping`)
  expect(body).toMatchObject({ visitsNow: [{ person: 'Petra' }], tokens: 0, waysIn: expect.any(Array), waysLeft: [{ kind: 'password' }] })
  expect((body['waysIn'] as { kind: string }[]).map(({ kind }) => kind).toSorted()).toEqual(['forwarding', 'key', 'link'])
  expect(await happened()).toEqual(before)
  expect((await collaborator.get(`${at}/stopping`)).status).toBe(403)
  expect((await neighbour.ruth.get(`/o/${neighbour.id}/partnerships/${partnership}/stopping`)).status).toBe(404)
  const stopped = await administrator.send('POST', `${at}/stop`, {})
  expect(await inReceipt(stopped.body)).toEqual(told(body as unknown as Closing))
})

test('taking rights away: what rests on them, and nothing else; it is tried, taken back and leaves nothing', async () => {
  const before = await happened()
  const ofDrive = await beck.ruth.send('POST', `${at}/narrow/preview`, without('drive.content'))
  expect(ofDrive.body).toEqual({ waysIn: [expect.objectContaining({ kind: 'link' })], waysLeft: [] })
  const ofMail = await beck.ruth.send('POST', `${at}/narrow/preview`, without('mail.content'))
  expect(ofMail.body).toEqual({
    waysIn: [expect.objectContaining({ kind: 'forwarding' })],
    waysLeft: [expect.objectContaining({ kind: 'password' })],
  })
  expect(await world.opens(made)).toEqual(open)
  expect(await happened()).toEqual(before)
  expect((await beck.ruth.get(at)).body['grant']).toMatchObject({ version: 1 })
  const narrowed = await beck.ruth.send('POST', `${at}/narrow`, without('mail.content'))
  expect(await inReceipt(narrowed.body)).toEqual(told(ofMail.body as unknown as Closing))
})

test('what could not be taken away is refused as it would be', async () => {
  const preview = async (body: object, by = beck.ruth) => (await by.send('POST', `${at}/narrow/preview`, body)).body['code']
  expect(await preview(without())).toBe('nothing_changed')
  expect(await preview({ ...without('mail.content'), version: 7 })).toBe('changed_meanwhile')
  expect(await preview({ version: 1, keep: [...rightsInside, 'billing.view'].map(all), end: null })).toBe('enlarges')
  expect(await preview(without('mail.content'), administrator)).toBe('not_entitled')
})

test('whoever asks without end is told to wait', async () => {
  let last = 0
  for (let times = 0; times < 61 && last !== 429; times += 1)
    last = (await beck.ruth.send('POST', `${at}/narrow/preview`, without())).status
  expect(last).toBe(429)
})
