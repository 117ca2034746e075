// A gate that closes or opens moves the status in the partner's list alone, and leaves the row as drawing it anew would.
import { expect, test } from 'vitest'
import { givenActive, givenCustomer, givenPartners } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const story = await givenPartners(server)
const customer = await givenCustomer(server, 'Tor', 'tor@kunde.example')
const { partnershipId } = await givenActive(server, story, customer)

const [early, late] = ['2026-01-02T03:04:05Z', '2026-02-03T04:05:06Z']
const moves = [
  { customer: null, operator: late, status: 'suspended' },
  { customer: early, operator: late, status: 'suspended' },
  { customer: early, operator: null, status: 'suspended' },
  { customer: null, operator: null, status: 'active' },
] as const

test('each gate, closed and opened again, draws nothing anew', async () => {
  const client = await server.database.owner.connect()
  const ask = async (text: string, values: readonly unknown[] = [partnershipId]) => (await client.query(text, [...values])).rows
  const row = async () => (await ask('select to_jsonb(c) as row from managed_customer c where c.partnership_id = $1'))[0].row
  const drawn = async () =>
    (await ask(`select calls from pg_stat_xact_user_functions where funcname = 'project_partnership'`, []))[0]?.calls ?? 0
  await client.query(`begin; set local track_functions = 'pl'`)
  for (const move of moves) {
    const before = Number(await drawn())
    await ask('update partnership set suspended_by_customer_at = $2, suspended_by_operator_at = $3 where id = $1', [
      ...[partnershipId, move.customer, move.operator],
    ])
    expect(Number(await drawn()) - before).toBe(0)
    const moved = await row()
    expect(moved.status).toBe(move.status)
    await ask('select project_partnership($1)')
    expect(Number(await drawn()) - before).toBe(1)
    expect(await row()).toEqual(moved)
  }
  await client.query('rollback')
  client.release()
})
