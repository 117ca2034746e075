import { expect, test } from 'vitest'
import { givenProducts } from '../../../tests/given-products.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const { partners, acting, narrow, partnershipId } = await givenProducts(server, ['members.view'])

test('a partner with the right sees the people of the customer, and may change nothing', async () => {
  const { status, body } = await partners.petra.get(`${acting}/members`)
  const { members, ...rest } = body as { members: { name: string; role: string; mayBecome: string[]; mayBeRemoved: boolean }[] }
  expect({ status, rest }).toEqual({ status: 200, rest: { invitations: [], mayInvite: [], mayLeave: false } })
  expect(members.map(({ name }) => name)).toContain('Vreni Zürcher')
  expect(members.every(({ mayBecome, mayBeRemoved }) => mayBecome.length === 0 && !mayBeRemoved)).toBe(true)
})

test('that it was read is on the journal before it is shown', async () => {
  await partners.petra.get(`${acting}/members`)
  const { rows } = await server.database.owner.query(
    "select body ->> 'what' as what from journal where kind = 'visit.read' and partnership_id = $1 order by position desc limit 1",
    [partnershipId],
  )
  expect(rows).toEqual([{ what: 'members' }])
})

test('one without it is refused', async () => {
  const { status, body } = await partners.paul.get(`${narrow}/members`)
  expect({ status, code: body['code'] }).toEqual({ status: 403, code: 'right_missing' })
})

test('one of another partnership is told that there is nothing', async () => {
  expect((await partners.paul.get(`${acting}/members`)).status).toBe(404)
})
