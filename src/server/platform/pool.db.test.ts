import { expect, test } from 'vitest'
import { givenDatabase } from '../../../tests/database.ts'

const database = await givenDatabase()

test('each connection speaks as its own role', async () => {
  const { app, acting, signIn, operator, system } = database
  const roles = await Promise.all(
    [app, acting, signIn, operator, system].map(async (pool) => (await pool.query('select current_user as role')).rows[0].role),
  )
  expect(roles).toEqual(['prokura_app', 'prokura_acting', 'prokura_sign_in', 'prokura_operator', 'prokura_system'])
})

test('counts are numbers, days are text, moments are dates, and a number that would lose digits is refused', async () => {
  const { rows } = await database.app.query(
    "select count(*), date '2026-03-29' as day, timestamptz '2026-03-29 00:00Z' as moment, array[1, 2]::bigint[] as positions",
  )
  expect(rows[0]).toEqual({ count: 1, day: '2026-03-29', moment: new Date('2026-03-29T00:00:00Z'), positions: [1, 2] })
  await expect(database.app.query('select 9007199254740993::bigint')).rejects.toThrow('too large')
})
