import { expect, test } from 'vitest'
import { givenDatabase } from '../../../tests/database.ts'
import { countAttempt, forgetAttempts, forgetOldAttempts } from './rate-limit.ts'

const { signIn, system } = await givenDatabase()
const fivePerHour = { limit: 5, windowMs: 3_600_000 }

test('the sixth of six attempts at the same moment is refused, and says when to come back', async () => {
  const attempts = await Promise.all(Array.from({ length: 6 }, () => countAttempt(signIn, 'sign-in:anna', fivePerHour)))
  const refused = attempts.filter(({ allowed }) => !allowed)
  expect(refused).toEqual([{ allowed: false, retryAfterSeconds: expect.any(Number) }])
  expect(await countAttempt(signIn, 'sign-in:luca', fivePerHour)).toEqual({ allowed: true })
})

test('whoever proved to be the right one starts anew', async () => {
  for (let n = 0; n < 6; n++) await countAttempt(signIn, 'sign-in:petra', fivePerHour)
  await forgetAttempts(signIn, 'sign-in:petra')
  expect(await countAttempt(signIn, 'sign-in:petra', fivePerHour)).toEqual({ allowed: true })
})

test('the table holds no addresses, and forgets what is old', async () => {
  await countAttempt(signIn, 'sign-in:anna@alpweb.example', fivePerHour)
  const { rows } = await system.query<{ key: string }>('select key from rate_limit')
  expect(rows.some(({ key }) => key.includes('anna'))).toBe(false)
  await forgetOldAttempts(system, -3_600_000)
  expect((await system.query('select from rate_limit')).rowCount).toBe(0)
})
