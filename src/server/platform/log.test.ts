import { expect, test } from 'vitest'
import { withoutTokens } from './log.ts'

test('the token of a link is not logged, the id of a thing is', () => {
  expect(withoutTokens('/r/3q2-7wABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghij_-k')).toBe('/r/…')
  expect(withoutTokens('/api/o/0193a2b4-1111-7222-8333-444455556666/members?search=anna')).toBe(
    '/api/o/0193a2b4-1111-7222-8333-444455556666/members',
  )
})
