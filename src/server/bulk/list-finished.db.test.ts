// A list that is over is news to whoever started it, and to nobody else, until they have seen it.
import { expect, test } from 'vitest'
import { checked, givenList, listIs, start } from '../../../tests/given-list.ts'
import { givenPartners } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const { alpweb, petra, marc, anna } = await givenPartners(server)
const news = async (as: typeof petra) => (await as.get(`/o/${alpweb}/lists/finished`)).body['lists'] as object[]
const seen = (as: typeof petra, id: string) => as.send('POST', `/o/${alpweb}/lists/${id}/seen`, {})
const two = [{ email: 'eins@kunde.example' }, { email: 'zwei@kunde.example' }, { email: 'keine' }]
let id = ''

test('while it is put together or runs it is none; over, it says how much was done', async () => {
  id = await givenList(petra, alpweb, two)
  await checked(petra, alpweb, id)
  expect(await news(petra)).toEqual([])
  expect((await start(petra, alpweb, id)).status).toBe(200)
  await listIs(petra, alpweb, id, 'done')
  expect(await news(petra)).toMatchObject([{ id, action: 'add', isCampaign: false, state: 'done', did: 2, rows: 3 }])
  expect((await petra.get(`/o/${alpweb}/lists/${id}`)).body['isNews']).toBe(true)
})

test('nobody else is told, nor takes it away, and who may not start lists is not even answered', async () => {
  expect(await news(marc)).toEqual([])
  expect((await marc.get(`/o/${alpweb}/lists/${id}`)).body['isNews']).toBe(false)
  expect((await seen(marc, id)).status).toBe(404)
  expect((await anna.get(`/o/${alpweb}/lists/finished`)).status).toBe(403)
  expect(await news(petra)).toHaveLength(1)
})

test('once seen it is none any more, however often it is said', async () => {
  for (const _ of [1, 2]) expect((await seen(petra, id)).status).toBe(200)
  expect(await news(petra)).toEqual([])
  expect((await petra.get(`/o/${alpweb}/lists/${id}`)).body['isNews']).toBe(false)
})
