import { expect, test } from 'vitest'
import { describeFailure, withoutTokens } from './log.ts'

test('the token of a link is not logged, the id of a thing is', () => {
  expect(withoutTokens('/r/3q2-7wABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghij_-k')).toBe('/r/…')
  expect(withoutTokens('/api/o/0193a2b4-1111-7222-8333-444455556666/members?search=anna')).toBe(
    '/api/o/0193a2b4-1111-7222-8333-444455556666/members',
  )
})

test('of a failure the log holds what mends it, not the connection and not the row', () => {
  const failure = Object.assign(new Error('duplicate key', { cause: new Error('inner') }), {
    code: '23505',
    detail: 'Key (email)=(anna@alpweb.example)',
    client: { secretKey: 1 },
  })
  expect(describeFailure(failure)).toEqual({
    name: 'Error',
    message: 'duplicate key',
    reason: '23505',
    stack: expect.any(String),
    cause: { name: 'Error', message: 'inner', stack: expect.any(String) },
  })
})
