import { expect, test } from 'vitest'
import { dismiss, shown, toasts } from './toast-queue.ts'

const action = { label: 'See', run: () => {} }

test('what was done goes by itself, what can be taken back later; news stays until it was seen', () => {
  toasts.done('Saved')
  toasts.done('Withdrawn', action)
  toasts.problem('Failed')
  const take = toasts.news({ title: 'Ready', action, seen: () => {} })
  expect(shown().map(({ title, stays }) => [title, stays])).toEqual([
    ['Saved', 5_000],
    ['Withdrawn', 10_000],
    ['Failed', 10_000],
    ['Ready', null],
  ])
  take()
  expect(shown().map(({ title }) => title)).toEqual(['Saved', 'Withdrawn', 'Failed'])
  for (const { id } of shown()) dismiss(id)
})
