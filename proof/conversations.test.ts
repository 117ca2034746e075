import { expect, test } from 'vitest'
import { control, flaws, honest } from './conversations.ts'

test('every invariant holds in conversations at random, and every step comes out as the model foretold', () => {
  const [held, whole] = honest(1, 1_000)
  expect(held?.holds, held?.seen).toBe(true)
  expect(whole?.holds, whole?.seen).toBe(true)
})

test.each(flaws)('a machine in which $flaw is noticed', (one) => {
  const { holds, seen } = control(1, one, 2_000)
  expect(holds, seen).toBe(true)
})
