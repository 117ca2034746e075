import fc from 'fast-check'
import { expect, test } from 'vitest'
import { carriedOver, ownState } from './use-draft-of.ts'

test('what was changed here stays, what others changed comes in, also inside of what is made of fields', () => {
  const before = {
    name: 'Info',
    gigabytes: '5',
    users: ['anna'],
    reply: { until: '1', text: 'away' },
    rights: { view: 'all', manage: 'all' },
    end: { kind: 'none' },
  }
  const draft = {
    ...before,
    name: 'Office',
    reply: { until: '1', text: 'back soon' },
    rights: { view: 'all', content: 'one' },
    end: { kind: 'on', date: 'x' },
  }
  const now = {
    ...before,
    name: 'Desk',
    gigabytes: '9',
    users: ['luca'],
    reply: { until: '2', text: 'away' },
    rights: { manage: 'all', delete: 'all' },
    end: { kind: 'after', days: 9 },
  }
  expect(carriedOver<object>(draft, before, now)).toEqual({
    name: 'Office',
    gigabytes: '9',
    users: ['luca'],
    reply: { until: '2', text: 'back soon' },
    rights: { delete: 'all', content: 'one' },
    end: { kind: 'on', date: 'x' },
  })
})

test('whoever changed nothing sees the new state, and nothing is lost where nobody else changed anything', () => {
  const state = fc.record({
    name: fc.string(),
    count: fc.integer(),
    list: fc.array(fc.string()),
    inner: fc.record({ text: fc.string(), on: fc.boolean() }),
  })
  fc.assert(
    fc.property(state, state, (one, other) => {
      expect(carriedOver(one, one, other)).toEqual(other)
      expect(carriedOver(other, one, one)).toEqual(other)
    }),
  )
})

test('whoever saves what is there already waits for no state of their own; what they type after saving stays when it comes', () => {
  const before = { name: 'SME', rights: ['view'] }
  const saved = { name: 'SME plus ', rights: ['view'] }
  expect(ownState({ ...before }, before)).toBe(null)
  expect(ownState(saved, before)).toEqual(saved)
  expect(carriedOver({ ...saved, rights: ['view', 'manage'] }, saved, { ...saved, name: 'SME plus' })).toEqual({
    name: 'SME plus',
    rights: ['view', 'manage'],
  })
})
