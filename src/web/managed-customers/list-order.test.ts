import { expect, test } from 'vitest'
import { orderAfter } from './list-order.ts'

const up = 'ascending'
const down = 'descending'

test('a press begins anew, and turns round what decides alone', () => {
  expect(orderAfter([{ by: 'name', direction: up }], 'until', false)).toEqual([{ by: 'until', direction: up }])
  expect(orderAfter([{ by: 'until', direction: up }], 'until', false)).toEqual([{ by: 'until', direction: down }])
  const two = [
    { by: 'status', direction: down },
    { by: 'until', direction: up },
  ] as const
  expect(orderAfter(two, 'until', false)).toEqual([{ by: 'until', direction: up }])
})

test('with Shift a column is added, turned round, and taken out again; the last one stays', () => {
  const one = orderAfter([{ by: 'status', direction: up }], 'until', true)
  expect(one).toEqual([
    { by: 'status', direction: up },
    { by: 'until', direction: up },
  ])
  const turned = orderAfter(one, 'until', true)
  expect(turned[1]).toEqual({ by: 'until', direction: down })
  expect(orderAfter(turned, 'until', true)).toEqual([{ by: 'status', direction: up }])
  expect(orderAfter([{ by: 'status', direction: down }], 'status', true)).toEqual([{ by: 'status', direction: up }])
})
